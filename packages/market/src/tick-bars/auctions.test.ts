import { sessionOf } from "@bowline/calendar";
import { addUs, shares, type Us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { dollars, T0, T0_CLOSE } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  hasRecordedTicks,
  NEEDS_RECORDED_TICKS,
  RECORDED_SYMBOLS,
  recordedBars,
  recordedTrades,
} from "../testing/recorded.ts";
import { consolidatedTape } from "./consolidated-tape.ts";
import { minuteCloseOfTrade, makeTickBarBuilder, type TradeTick } from "./tick-bars.ts";

const trade = (price: string, size: number, eventUs: Us, conditions: string): TradeTick => ({
  px: dollars(price),
  size: shares(size),
  exchange: "Q",
  conditions,
  eventUs,
});
const after = (time: Us, seconds: number): Us => addUs(time, seconds * US_PER_SECOND);

describe("an auction on the tape", () => {
  const about = { group: "tech", symbol: "AAPL" };
  it("opens the first minute with its print; what the exchange calls the official open adds nothing", () => {
    const builder = makeTickBarBuilder(about, consolidatedTape("UTP"));
    builder.add(trade("100", 50_000, after(T0, 0.4), "O"));
    builder.add(trade("99", 50_000, after(T0, 0.5), "Q"));
    builder.add(trade("100.5", 100, after(T0, 2), "@"));
    expect(builder.close(addUs(T0, US_PER_MINUTE), true).bar).toMatchObject({
      openPx: dollars("100"),
      lowPx: dollars("100"),
      volume: shares(50_100),
    });
  });
  it("closes no regular minute: its print is a trade of the first minute after the close", () => {
    const builder = makeTickBarBuilder(about, consolidatedTape("UTP"));
    builder.add(trade("101", 100, after(T0_CLOSE, -1), "@"));
    builder.add(trade("102", 80_000, after(T0_CLOSE, 3), "6"));
    builder.add(trade("103", 80_000, after(T0_CLOSE, 4), "M"));
    builder.add(trade("90", 100, after(T0_CLOSE, 5), "T"));
    expect(builder.close(T0_CLOSE, true).bar).toMatchObject({ closePx: dollars("101"), volume: shares(100) });
    expect(builder.close(addUs(T0_CLOSE, US_PER_MINUTE), true).bar).toMatchObject({
      openPx: dollars("102"),
      closePx: dollars("102"),
      lowPx: dollars("102"),
      volume: shares(80_100),
    });
  });
});

const OPENING_PRINT = 0x40;
const CLOSING_PRINT = 0x80;
const has = ({ conditions }: TradeTick, bit: number): boolean => (Number.parseInt(conditions, 16) & bit) !== 0;

describe("the auctions of the recorded day", () => {
  it.for(RECORDED_SYMBOLS)("stand in the minutes of %s in which they were printed", (symbol, context) => {
    if (!hasRecordedTicks()) return context.skip(NEEDS_RECORDED_TICKS);
    const trades = [...recordedTrades(symbol)];
    const [opening, closing] = [OPENING_PRINT, CLOSING_PRINT].map((bit) => trades.filter((one) => has(one, bit)));
    const bars = new Map(recordedBars(symbol).map((bar) => [bar.closeUs, bar.ohlc]));
    const session = sessionOf("2013-10-07");
    expect([opening?.length, closing?.length]).not.toContain(0);
    // The exchange that lists a share opens and closes it seconds later, once more than a minute: that minute's bar has the print.
    for (const print of opening ?? []) expect(print.eventUs).toBeGreaterThan(session?.openUs ?? Infinity);
    for (const print of closing ?? []) expect(print.eventUs).toBeGreaterThan(session?.closeUs ?? Infinity);
    for (const { px, eventUs } of [...(opening ?? []), ...(closing ?? [])]) {
      const [, high = 0, low = Infinity] = bars.get(minuteCloseOfTrade(eventUs)) ?? [];
      expect(px).toBeLessThanOrEqual(high);
      expect(px).toBeGreaterThanOrEqual(low);
    }
  });
});
