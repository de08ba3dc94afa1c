import { MICROS, type Money, money, mulDiv, type Us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";

/**
 * Our profit and loss beside the broker's, over one session. Private state of a machine, changed by the functions below only.
 *
 * What is compared is how far both moved since the session's first samples: our equity, with what is held at the middle of its
 * quotes, and TWS's P&L of the day. Positions that were held overnight move both alike, though ours counts from the opening balance
 * and TWS's from the last close, or from average cost; deposits move neither. Both have commissions in them. What differed
 * before the first samples differs in equity, cash or positions, which are compared as they are.
 */
export type PnlGap = {
  /** P&L of the day as TWS last told it; absent where TWS has none. */
  told: { readonly dailyPnl: Money | undefined; readonly atUs: Us } | undefined;
  /** Ours less TWS's: the first samples of the session, and the last ones. */
  readonly first: number[];
  readonly last: { readonly atUs: Us; readonly apart: number }[];
};

export const makePnlGap = (): PnlGap => ({ told: undefined, first: [], last: [] });

/** So many samples make a base, and so many must be apart alike: both P&Ls move all the time, and are told at different moments. */
const SAMPLES = 5;
const SAMPLE_EVERY_US = 5 * US_PER_SECOND;
/** What TWS told longer ago is not of now, unless nothing is held that could move it. */
const TOLD_WITHIN_US = 10 * US_PER_SECOND;
/** When the last sample is older, nothing can be said. */
const KNOWN_FOR_US = 2 * US_PER_MINUTE;

export const seePnl = (gap: PnlGap, dailyPnl: Money | undefined, nowUs: Us): void =>
  void (gap.told = { dailyPnl, atUs: nowUs });

/** Takes a sample at a clock of regular hours; `equity`: ours, `undefined` where it cannot be compared now. */
export function samplePnl(
  gap: PnlGap,
  { equity, isFlat, nowUs }: { readonly equity: Money | undefined; readonly isFlat: boolean; readonly nowUs: Us },
): void {
  const { told, first, last } = gap;
  if (equity === undefined || told?.dailyPnl === undefined) return;
  if (!isFlat && nowUs - told.atUs > TOLD_WITHIN_US) return;
  if (nowUs - (last.at(-1)?.atUs ?? 0) < SAMPLE_EVERY_US) return;
  const apart = equity - told.dailyPnl;
  if (first.length < SAMPLES) first.push(apart);
  last.push({ atUs: nowUs, apart });
  if (last.length > SAMPLES) last.shift();
}

/** Forgets the samples: a session begins, or a person has let a distance pass. */
export function beginPnlGap({ first, last }: PnlGap): void {
  first.length = 0;
  last.length = 0;
}

/**
 * How far the two P&Ls have moved apart: the least distance of the last samples from the middle one of the first. `undefined`
 * before there are enough of them, and where the last is too old.
 */
export function pnlApart({ first, last }: PnlGap, nowUs: Us): Money | undefined {
  const base = first.toSorted((a, b) => a - b)[(SAMPLES - 1) / 2];
  if (base === undefined || first.length < SAMPLES) return undefined;
  if (last.length < SAMPLES || nowUs - (last.at(-1)?.atUs ?? 0) > KNOWN_FOR_US) return undefined;
  return money(Math.min(...last.map(({ apart }) => Math.abs(apart - base))));
}

/** The same as a part of equity, in micros of 1. */
export function pnlGapOf(gap: PnlGap, equity: Money | undefined, nowUs: Us): number | undefined {
  const apart = pnlApart(gap, nowUs);
  return apart === undefined || equity === undefined || equity <= 0 ? undefined : mulDiv(apart, MICROS, equity);
}
