import type { Direction, Entry } from "@bowline/contracts";
import { addSeconds, makePrng, type Us } from "@bowline/kernel";
import { formatTime, type RawPrediction } from "./prediction.ts";

/** A closed one-minute bar with a trade; its price in micros, for which doubles are good enough here. */
export type ClosedBar = { readonly closeUs: Us; readonly closePx: number };

const RETURNS = 30;
const FEWEST_RETURNS = 5;
const LOOKBACK = 3;
const THRESHOLD = 1.9;
const SKILL = 0.3;
const NOISE = 0.95;
const VALID_SECONDS = 300;

/**
 * A model for demonstration, a pure function of its arguments: it bets, weakly, that the last three minutes' move against
 * the last half hour's noise turns back, and mixes in much more noise of its own from (seed, symbol, time).
 * `bars` are in order of time; fewer than six give nothing.
 */
export function predict(seed: string, symbol: string, bars: readonly ClosedBar[]): RawPrediction | undefined {
  const last = bars.at(-1);
  const before = bars.at(-1 - LOOKBACK);
  const volatility = volatilityOf(bars.slice(-RETURNS - 1));
  if (last === undefined || before === undefined || volatility === undefined) return undefined;
  const move = (last.closePx - before.closePx) / before.closePx / (volatility * Math.sqrt(LOOKBACK));
  const score = NOISE * makePrng(`${seed}|${symbol}|${last.closeUs}`).normal() - SKILL * move;
  const excess = Math.abs(score) - THRESHOLD;
  if (excess <= 0) return undefined;
  return predictionOf(
    symbol,
    last.closeUs,
    score > 0 ? "LONG" : "SHORT",
    Math.floor(54 + 36 * Math.min(1, excess / 1.2)),
  );
}

const predictionOf = (symbol: string, closeUs: Us, direction: Direction, percent: number): RawPrediction => ({
  id: `demo-${symbol}-${closeUs}`,
  revision: 0,
  symbol,
  model: "demo",
  direction,
  confidence: `0.${percent}`,
  horizonSeconds: 900,
  producedAt: formatTime(closeUs),
  validUntil: formatTime(addSeconds(closeUs, VALID_SECONDS)),
});

/** Root mean square of the one-minute returns; undefined where there are too few, or nothing moved. */
function volatilityOf(bars: readonly ClosedBar[]): number | undefined {
  if (bars.length <= FEWEST_RETURNS) return undefined;
  let sum = 0;
  for (let index = 1; index < bars.length; index++) {
    const from = bars[index - 1]?.closePx ?? 0;
    const change = ((bars[index]?.closePx ?? 0) - from) / from;
    sum += change * change;
  }
  return sum === 0 ? undefined : Math.sqrt(sum / (bars.length - 1));
}

/** One answer of the prediction API. */
export type PredictionPage = { readonly predictions: readonly RawPrediction[]; readonly cursor: string };

/** The demo model over a journal: what it predicted, and what of that a poll at a given time may know. */
export type DemoPredictor = {
  /** One-minute bars and clocks; everything else is ignored. */
  observe(entry: Entry): void;
  /** The latest clock seen; 0 before the first. */
  clockUs(): number;
  /**
   * Predictions after the cursor (without one: those still valid at `asOfUs`) from bars that stand in the journal before the
   * first clock at or after `asOfUs`, in journal order; `undefined` while no such clock was seen.
   */
  poll(after: string | undefined, asOfUs: Us): PredictionPage | undefined;
};

type Made = { readonly prediction: RawPrediction; readonly validUntilUs: Us };
type Mark = { readonly clockUs: Us; readonly count: number };
const MARKS_KEPT = 20_000;

/** A seed and symbols: the same journal gives the same answers, in the server and in a backtest. */
export function makeDemoPredictor(seed: string, symbols: readonly string[]): DemoPredictor {
  const barsBySymbol = new Map<string, ClosedBar[]>(symbols.map((symbol) => [symbol, []]));
  const made: Made[] = [];
  let marks: Mark[] = [];

  const onBar = (symbol: string, bar: ClosedBar): void => {
    const bars = barsBySymbol.get(symbol);
    if (bars === undefined) return;
    bars.push(bar);
    if (bars.length > RETURNS + 1) bars.shift();
    const prediction = predict(seed, symbol, bars);
    if (prediction !== undefined) made.push({ prediction, validUntilUs: addSeconds(bar.closeUs, VALID_SECONDS) });
  };
  const visibleAt = (asOfUs: Us): number | undefined => {
    let count: number | undefined;
    for (let index = marks.length - 1; index >= 0; index--) {
      const mark = marks[index];
      if (mark === undefined || mark.clockUs < asOfUs) break;
      count = mark.count;
    }
    return count;
  };
  return {
    observe({ event }) {
      if (event.kind === "control.clock") {
        marks.push({ clockUs: event.nowUs, count: made.length });
        if (marks.length > 2 * MARKS_KEPT) marks = marks.slice(-MARKS_KEPT);
      } else if (event.kind === "md.bar" && event.timeframe === "1m" && event.closePx !== undefined) {
        onBar(event.symbol, { closeUs: event.closeUs, closePx: event.closePx });
      }
    },
    clockUs: () => marks.at(-1)?.clockUs ?? 0,
    poll(after, asOfUs) {
      const count = visibleAt(asOfUs);
      if (count === undefined) return undefined;
      const start = after === undefined ? made.findIndex(({ validUntilUs }) => validUntilUs > asOfUs) : Number(after);
      const page = start < 0 ? [] : made.slice(start, count);
      return {
        predictions: page.map(({ prediction }) => prediction),
        cursor: String(Math.max(count, Number(after ?? 0))),
      };
    },
  };
}
