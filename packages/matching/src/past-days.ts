import { nextSession, type Session, sessionOf, usOfExchangeTime, FIRST_YEAR } from "@bowline/calendar";
import { makePrng, MICROS, px, qty, US_PER_MINUTE, us } from "@bowline/kernel";
import type { HistoryBar } from "./market.ts";

/** What a made past leads up to. */
export type PastOptions = {
  readonly seed: string;
  readonly symbol: string;
  /** The first day that the market itself knows (YYYY-MM-DD), and its first price in micros. */
  readonly firstDate: string;
  readonly firstPx: number;
  /** Shares of an average day. */
  readonly sharesPerDay: number;
  /** Whole years before the first day; 0 makes none. */
  readonly years: number;
};

/**
 * The trading days before a market's own history: made up, always the same for a seed and symbol, ending where the market begins. A
 * day's minutes are made when they are asked for; its open and close do not depend on them.
 */
export type PastDays = {
  /** Oldest first. */
  readonly dates: readonly string[];
  /** The minutes of one of the dates, oldest first; none of other dates. */
  minutesOf(date: string): readonly HistoryBar[];
};

type Day = { readonly session: Session; readonly open: number; readonly close: number };

/** As the synthetic market: the move of a usual day, and of a night. */
const DAY_MOVE = 0.016;
const NIGHT_MOVE = 0.007;
/** How far a day's price is pulled towards the first price: years of moves stay within reach of it. */
const PULL = 0.004;
const LEAST_DOLLARS = 1.5;

export function makePastDays(options: PastOptions): PastDays {
  const days = daysBefore(options);
  const byDate = new Map(days.map((day) => [day.session.date, day]));
  return {
    dates: days.map(({ session }) => session.date),
    minutesOf: (date) => {
      const day = byDate.get(date);
      return day === undefined ? [] : minutesOfDay(day, options);
    },
  };
}

const cents = (dollars: number): number => Math.max(LEAST_DOLLARS, Math.round(dollars * 100) / 100);

/** Made backwards: each day's close lies a night before the next day's open. */
function daysBefore({ seed, symbol, firstDate, firstPx, years }: PastOptions): readonly Day[] {
  const prng = makePrng(`${seed}/past/${symbol}`);
  const first = firstPx / MICROS;
  const sessions = sessionsBefore(firstDate, years);
  const days: Day[] = [];
  let nextOpen = first;
  for (const session of sessions.toReversed()) {
    const close = cents(nextOpen * Math.exp(NIGHT_MOVE * prng.normal()));
    const pull = PULL * Math.log(first / close);
    const open = cents(close * Math.exp(DAY_MOVE * prng.normal() + pull));
    days.push({ session, open, close });
    nextOpen = open;
  }
  return days.reverse();
}

const sessionsByRange = new Map<string, readonly Session[]>();

function sessionsBefore(firstDate: string, years: number): readonly Session[] {
  const key = `${firstDate} ${years}`;
  const known = sessionsByRange.get(key);
  if (known !== undefined) return known;
  const sessions: Session[] = [];
  const from = Temporal.PlainDate.from(firstDate).subtract({ years });
  const start = from.year < FIRST_YEAR ? `${FIRST_YEAR}-01-01` : from.toString();
  for (
    let session = sessionOf(start) ?? nextSession(usOfExchangeTime(start, 0, 0));
    session.date < firstDate;
    session = nextSession(session.openUs)
  ) {
    sessions.push(session);
  }
  sessionsByRange.set(key, sessions);
  return sessions;
}

const DRAWS = { walk: 0, up: 4, down: 5, volume: 6 };
const DRAWS_PER_MINUTE = 7;

/** A walk from open to close, on whole cents; busier at the open and the close. */
function minutesOfDay(
  { session, open, close }: Day,
  { seed, symbol, sharesPerDay }: PastOptions,
): readonly HistoryBar[] {
  const minutes = (session.closeUs - session.openUs) / US_PER_MINUTE;
  const draws = new Float64Array(minutes * DRAWS_PER_MINUTE);
  makePrng(`${seed}/past/${symbol}/${session.date}`).units(draws);
  const drawAt = (minute: number, draw: number): number => draws[minute * DRAWS_PER_MINUTE + draw] ?? 0;
  const path = bridge(open, close, minutes, (minute) =>
    [0, 1, 2, 3].reduce((sum, more) => sum + drawAt(minute, DRAWS.walk + more), -2),
  );
  return Array.from({ length: minutes }, (_, minute): HistoryBar => {
    const [from, to] = [path[minute] ?? open, path[minute + 1] ?? close];
    const reach = Math.max(1, Math.round(from * 0.03));
    const high = Math.max(from, to) + Math.floor(drawAt(minute, DRAWS.up) * reach) / 100;
    const low = Math.min(from, to) - Math.floor(drawAt(minute, DRAWS.down) * reach) / 100;
    const place = (2 * minute) / minutes - 1;
    const shape = 0.6 + 1.2 * place * place;
    const shares = Math.ceil((sharesPerDay / minutes) * shape * (0.5 + drawAt(minute, DRAWS.volume)));
    return {
      closeUs: us(session.openUs + (minute + 1) * US_PER_MINUTE),
      openPx: pxOf(from),
      highPx: pxOf(high),
      lowPx: pxOf(low),
      closePx: pxOf(to),
      volume: qty(shares * MICROS),
    };
  });
}

const pxOf = (dollars: number) => px(Math.round(dollars * 100) * 10_000);

/** Prices at the minutes' ends, from open to close exactly; the steps are of mean 0. */
function bridge(open: number, close: number, minutes: number, step: (minute: number) => number): readonly number[] {
  const walk = [0];
  for (let minute = 0; minute < minutes; minute++) walk.push((walk[minute] ?? 0) + step(minute));
  const drift = walk[minutes] ?? 0;
  // A draw's variance is a third: this makes the whole walk's deviation a day's.
  const scale = (DAY_MOVE * Math.sqrt(3)) / Math.sqrt(minutes);
  return walk.map((value, index) => {
    const part = index / minutes;
    if (index === 0) return open;
    if (index === minutes) return close;
    const logPrice = Math.log(open) + part * Math.log(close / open) + scale * (value - part * drift);
    return Math.max(1, Math.round(Math.exp(logPrice) * 100) / 100);
  });
}
