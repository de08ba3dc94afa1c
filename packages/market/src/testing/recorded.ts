import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { micros, type Px, px, type Qty, qty, type Us, us, US_PER_MS } from "@bowline/kernel";
import type { HeardQuote } from "../quote-quality.ts";
import type { TradeTick } from "../tick-bars/tick-bars.ts";

export const RECORDED_SYMBOLS = ["AIG", "BAC", "IBM"] as const;
export const NEEDS_RECORDED_TICKS = "needs us-equities/ticks in the folder that BOWLINE_SAMPLE_DATA names";

const folder = join(process.env["BOWLINE_SAMPLE_DATA"] ?? "", "us-equities");
export const hasRecordedTicks = (): boolean => existsSync(join(folder, "ticks"));

/** The first and the last moment of 2013-10-07, the recorded day, in New York. */
const DAY_FROM_MS = Date.UTC(2013, 9, 7, 4);
const DAY_TO_MS = Date.UTC(2013, 9, 8, 4);

/** Rows of a gzipped CSV file, its header left out. */
function* rowsOf(file: string): Generator<readonly string[]> {
  const text = gunzipSync(readFileSync(join(folder, file))).toString("latin1");
  let from = text.indexOf("\n") + 1;
  while (from > 0 && from < text.length) {
    const end = text.indexOf("\n", from);
    yield text.slice(from, end < 0 ? text.length : end).split(",");
    from = end + 1;
  }
}

const timeOf = (ms: string | undefined): Us => us(Number(ms) * US_PER_MS);

export function* recordedTrades(symbol: string): Generator<TradeTick> {
  for (const [ms, price = "", size = "", exchange = "", conditions = ""] of rowsOf(
    `ticks/${symbol}.20131007.trades.csv.gz`,
  ))
    yield { px: px(micros(price)), size: qty(micros(size)), exchange, conditions, eventUs: timeOf(ms) };
}

/** A recorded quote, with the vendor's own doubt about it. */
export type RecordedQuote = HeardQuote & { readonly isSuspicious: boolean };

/**
 * The day's best bids and asks. The file has a line a side, a quote's bid before its ask and at the same time; the first line
 * alone is an ask without a bid.
 */
export function* recordedQuotes(symbol: string): Generator<RecordedQuote> {
  let sides: Partial<HeardQuote> = {};
  for (const [ms, bid = "", bidSize = "", ask = "", askSize = "", , suspicious] of rowsOf(
    `ticks/${symbol}.20131007.quotes.csv.gz`,
  )) {
    if (micros(bid) > 0) sides = { bidPx: px(micros(bid)), bidQty: qty(micros(bidSize)) };
    if (micros(ask) <= 0) continue;
    sides = { ...sides, askPx: px(micros(ask)), askQty: qty(micros(askSize)) };
    yield { ...sides, eventUs: timeOf(ms), isSuspicious: suspicious === "1" };
  }
}

/** A bar of the minute files: its close, OHLC and volume, in micros. */
export type RecordedBar = {
  readonly closeUs: Us;
  readonly ohlc: readonly [Px, Px, Px, Px];
  readonly volume: Qty;
};

/** The minute bars of the day whose ticks are recorded, extended hours too. */
export function recordedBars(symbol: string): readonly RecordedBar[] {
  const bars: RecordedBar[] = [];
  for (const [ms, open = "", high = "", low = "", close = "", volume = ""] of rowsOf(
    `minute/${symbol}.trades.csv.gz`,
  )) {
    if (Number(ms) < DAY_FROM_MS || Number(ms) >= DAY_TO_MS) continue;
    bars.push({
      closeUs: us((Number(ms) + 60_000) * US_PER_MS),
      ohlc: [px(micros(open)), px(micros(high)), px(micros(low)), px(micros(close))],
      volume: qty(micros(volume)),
    });
  }
  return bars;
}
