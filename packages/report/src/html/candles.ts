import { addUs, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { chartSeconds } from "./chart-time.ts";
import type { Candle } from "./report-page.ts";

/** A traded minute in dollars and shares. */
export type MinuteBar = {
  readonly closeUs: Us;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
};

/** More candles than this a symbol make a file that a browser opens slowly: neighbours are then drawn as one. */
const MOST_CANDLES = 6000;

/** Minute bars as candles, stamped with the start of their time. */
export function candlesOf(bars: readonly MinuteBar[]): readonly Candle[] {
  const width = Math.ceil(bars.length / MOST_CANDLES);
  const candles: Candle[] = [];
  for (let from = 0; from < bars.length; from += width) candles.push(candleOf(bars.slice(from, from + width)));
  return candles;
}

function candleOf(bars: readonly MinuteBar[]): Candle {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a candle needs a bar");
  const high = Math.max(...bars.map((bar) => bar.high));
  const low = Math.min(...bars.map((bar) => bar.low));
  const volume = bars.reduce((sum, bar) => sum + bar.volume, 0);
  return [chartSeconds(addUs(first.closeUs, -US_PER_MINUTE)), first.open, high, low, last.close, volume];
}
