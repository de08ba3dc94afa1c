import { type Session, nextSession } from "@bowline/calendar";
import { type Memory, type Study, type StudyBar, indicatorOf, makeStudy } from "@bowline/indicators";
import {
  type BarLength,
  MICROS,
  SESSIONS_A_WEEK,
  US_PER_MINUTE,
  barMinutes,
  barsASession,
  makePrng,
  us,
} from "@bowline/kernel";
import type { DeclaredIndicator } from "@bowline/rules";

/** What an indicator needs before it may be trusted, and how far it may be off then. */
export type WarmUp = {
  readonly name: string;
  readonly indicator: string;
  readonly timeframe: BarLength;
  /** Bars of the timeframe until it has a value. */
  readonly bars: number;
  /** Sessions of history that hold so many. */
  readonly days: number;
  readonly memory: Memory;
  /** Largest relative difference to a run that began long before; `undefined` where a level means nothing. */
  readonly errorLeft: number | undefined;
  /** Bars until that is no more than 1e-6; `undefined` where 6,000 bars are not enough. */
  readonly barsTo1e6: number | undefined;
};

/** Sessions of regular hours that give so many bars, whenever in a session one begins. */
export function daysOf(bars: number, timeframe: BarLength): number {
  const minutes = barMinutes(timeframe);
  if (minutes === undefined) return timeframe === "1w" ? bars * SESSIONS_A_WEEK : bars;
  return Math.ceil(bars / barsASession(minutes));
}

export function warmUpOf(name: string, { spec, timeframe }: DeclaredIndicator): WarmUp {
  const study = makeStudy(spec);
  const memory = indicatorOf(spec.indicator)?.memory ?? "recursive";
  const bars = study.barsNeeded;
  const known = { name, indicator: spec.indicator, timeframe, bars, days: daysOf(bars, timeframe), memory };
  if (memory === "cumulative") return { ...known, errorLeft: undefined, barsTo1e6: undefined };
  return { ...known, errorLeft: errorAfter(study, bars), barsTo1e6: barsTo(study, bars) };
}

const LONG = 8000;
const MOST = 6000;
/** Ends of the runs that are compared: spread over sessions. */
const ENDS = [6101, 6377, 6790, 7003, 7250, 7511, 7802, 7999] as const;

let market: readonly StudyBar[] | undefined;

/** A walk of one-minute bars in whole cents, over sessions one after the other: the same every time. */
function marketBars(): readonly StudyBar[] {
  if (market !== undefined) return market;
  const prng = makePrng("warm-up");
  // What an indicator compares with goes half the way, and its own.
  const otherPrng = makePrng("warm-up of another symbol");
  let otherCents = 40_000;
  const bars: StudyBar[] = [];
  let session: Session = nextSession(us(1_704_067_200_000_000));
  let minute = 0;
  let cents = 10_000;
  while (bars.length < LONG) {
    minute += 1;
    if (session.openUs + minute * US_PER_MINUTE > session.closeUs) {
      session = nextSession(session.closeUs);
      minute = 1;
    }
    const open = cents;
    cents = Math.max(2000, open + Math.round((prng.unit() - 0.5) * 21));
    const high = Math.max(open, cents) + Math.floor(prng.unit() * 8);
    const low = Math.min(open, cents) - Math.floor(prng.unit() * 8);
    const [openPx, highPx, lowPx, closePx] = [open, high, low, cents].map((price) => price * 10_000);
    const volume = (100 + Math.floor(prng.unit() * 9000)) * MICROS;
    otherCents += Math.round((cents - open) / 2 + (otherPrng.unit() - 0.5) * 21);
    const closeUs = session.openUs + minute * US_PER_MINUTE;
    const otherPx = otherCents * 10_000;
    bars.push({ closeUs, status: "TRADED", openPx, highPx, lowPx, closePx, volume, otherPx });
  }
  market = bars;
  return bars;
}

const longRuns = new WeakMap<Study, ReadonlyMap<number, number | undefined>>();

/** Values at the ends of a run over everything. */
function longRun(study: Study): ReadonlyMap<number, number | undefined> {
  const known = longRuns.get(study);
  if (known !== undefined) return known;
  const values = new Map<number, number | undefined>();
  const state = study.init();
  marketBars().forEach((bar, index) => {
    study.push(state, bar);
    if (ENDS.some((end) => end === index)) values.set(index, study.value(state));
  });
  longRuns.set(study, values);
  return values;
}

function errorAfter(study: Study, bars: number): number | undefined {
  const long = longRun(study);
  const errors = ENDS.flatMap((end) => {
    const state = study.init();
    for (const bar of marketBars().slice(end + 1 - bars, end + 1)) study.push(state, bar);
    const value = study.value(state);
    const right = long.get(end);
    if (value === undefined || right === undefined) return [];
    return [right === value ? 0 : Math.abs(value - right) / Math.max(Math.abs(right), Math.abs(value))];
  });
  return errors.length === 0 ? undefined : Math.max(...errors);
}

/** The least of bars, 1.1 × bars, 1.21 × bars … with an error of at most 1e-6. */
function barsTo(study: Study, needed: number): number | undefined {
  for (let bars = needed; bars <= MOST; bars = Math.ceil(bars * 1.1) + 1) {
    const error = errorAfter(study, bars);
    if (error !== undefined && error <= 1e-6) return bars;
  }
  return undefined;
}
