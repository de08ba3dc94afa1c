import { divRoundHalfEven } from "@bowline/kernel";
import type { HistoryBar, SymbolStep } from "@bowline/matching";

/** A bar of any length, in micros: what traded in [startUs, endUs). */
export type DataBar = {
  readonly startUs: number;
  readonly endUs: number;
  readonly openPx: number;
  readonly highPx: number;
  readonly lowPx: number;
  readonly closePx: number;
  readonly volume: number;
  /** Sum of price times quantity, in micros squared: what averages are made from, exactly. */
  readonly value: bigint;
  readonly count: number;
};

/** A step, or a part of one, with the time at which it ends. */
export type TimedStep = { readonly startUs: number; readonly endUs: number; readonly step: SymbolStep };

const MINUTE_US = 60_000_000;
/** Trades of the past are taken as of 100 shares. */
const TRADE = 100_000_000;

/** The average price, weighted by volume. */
export const wapOf = ({ value, volume, closePx }: DataBar): number =>
  volume === 0 ? closePx : Number(divRoundHalfEven(value, BigInt(volume)));

/** A recorded or made minute: its average price is the middle of its four prices. */
export function barOfMinute({ closeUs, openPx, highPx, lowPx, closePx, volume }: HistoryBar): DataBar {
  const middle = Math.round((Number(openPx) + Number(highPx) + Number(lowPx) + Number(closePx)) / 4);
  return {
    startUs: closeUs - MINUTE_US,
    endUs: closeUs,
    openPx,
    highPx,
    lowPx,
    closePx,
    volume,
    value: BigInt(middle) * BigInt(volume),
    count: Math.max(1, Math.floor(Number(volume) / TRADE)),
  };
}

/** The trades of a step; none where nothing traded. */
export function barOfStep({ startUs, endUs, step }: TimedStep): DataBar | undefined {
  const { openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount } = step;
  if (volume === 0) return undefined;
  const value = BigInt(wapPx) * BigInt(volume);
  return { startUs, endUs, openPx, highPx, lowPx, closePx, volume, value, count: tradeCount };
}

/** Several bars, in order, as one; `undefined` where there are none. */
export function foldBars(bars: readonly DataBar[]): DataBar | undefined {
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let { highPx, lowPx, volume, value, count } = first;
  for (const bar of bars.slice(1)) {
    highPx = Math.max(highPx, bar.highPx);
    lowPx = Math.min(lowPx, bar.lowPx);
    volume += bar.volume;
    value += bar.value;
    count += bar.count;
  }
  const { startUs, openPx } = first;
  return { startUs, endUs: last.endUs, openPx, highPx, lowPx, closePx: last.closePx, volume, value, count };
}

export type QuoteSide = "BID" | "ASK" | "MIDPOINT" | "BID_ASK";

const priceOn = ({ bidPx, askPx }: SymbolStep, side: QuoteSide): number => {
  if (side === "BID") return bidPx;
  return side === "ASK" ? askPx : Math.round((Number(bidPx) + Number(askPx)) / 2);
};

const mean = (prices: readonly number[]): number =>
  Math.round(prices.reduce((sum, price) => sum + price, 0) / prices.length);

/**
 * The quotes of some steps as a bar without volume. BID_ASK is IB's own: open the average bid, low the lowest bid, high the highest
 * ask, close the average ask.
 */
export function quoteBar(steps: readonly TimedStep[], side: QuoteSide): DataBar | undefined {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const frame = { startUs: first.startUs, endUs: last.endUs, volume: 0, value: 0n, count: 0 };
  if (side === "BID_ASK") {
    const bids = steps.map(({ step }) => Number(step.bidPx));
    const asks = steps.map(({ step }) => Number(step.askPx));
    return { ...frame, openPx: mean(bids), lowPx: Math.min(...bids), highPx: Math.max(...asks), closePx: mean(asks) };
  }
  const prices = steps.map(({ step }) => priceOn(step, side));
  return {
    ...frame,
    openPx: prices[0] ?? 0,
    highPx: Math.max(...prices),
    lowPx: Math.min(...prices),
    closePx: prices.at(-1) ?? 0,
  };
}
