import { micros, px, qty, shares, us } from "@bowline/kernel";
import { T0, aBar, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { consolidatedTape } from "./consolidated-tape.ts";
import { makeTickBarBuilder, type TradeTick } from "./tick-bars.ts";

const MINUTE = at(60);
const ABOUT = { group: "tech", symbol: "AAPL" };
const tape = consolidatedTape("UTP");
const trade = (price: string, size: number, changes: Partial<TradeTick> = {}): TradeTick => ({
  px: dollars(price),
  size: shares(size),
  exchange: "Q",
  conditions: "@",
  eventUs: at(10),
  ...changes,
});
function barOf(...trades: readonly TradeTick[]) {
  const builder = makeTickBarBuilder(ABOUT, tape);
  for (const one of trades) builder.add(one);
  return builder.close(MINUTE, true);
}

describe("a minute out of trades", () => {
  it("has the first price, the extremes, the last price, the volume and its weighted price", () => {
    expect(barOf(trade("100", 100), trade("101", 200), trade("99", 100), trade("99.5", 100))).toEqual({
      bar: aBar({
        timeframe: "1m",
        closeUs: MINUTE,
        openPx: dollars("100"),
        highPx: dollars("101"),
        lowPx: dollars("99"),
        closePx: dollars("99.5"),
        wapPx: dollars("100.1"),
        volume: shares(500),
        tradeCount: 4,
        status: "TRADED",
      }),
      unpriced: 0,
      unknownConditions: [],
    });
  });

  it("counts an odd lot and an average price for volume alone", () => {
    const { bar, unpriced } = barOf(
      trade("150", 99, { conditions: "I" }),
      trade("100", 100),
      trade("50", 500, { conditions: "@W" }),
    );
    expect(bar).toMatchObject({ openPx: dollars("100"), highPx: dollars("100"), lowPx: dollars("100") });
    expect(bar).toMatchObject({ closePx: dollars("100"), wapPx: dollars("100"), volume: shares(699), tradeCount: 3 });
    expect(unpriced).toBe(2);
  });

  it("takes a late print for high and low, and for open and close only as the first of the day", () => {
    const late = trade("105", 100, { conditions: "Z" });
    expect(barOf(trade("100", 100), late).bar).toMatchObject({ highPx: dollars("105"), closePx: dollars("100") });
    expect(barOf(late, trade("100", 100)).bar).toMatchObject({ openPx: dollars("105"), closePx: dollars("100") });
    const builder = makeTickBarBuilder(ABOUT, tape);
    builder.add(trade("100", 100));
    builder.close(MINUTE, true);
    builder.add({ ...late, eventUs: at(70) });
    expect(builder.close(at(120), true).bar).toMatchObject({ status: "NO_TRADE", volume: shares(100) });
  });

  it("leaves out what repeats another print", () => {
    const { bar } = barOf(trade("100", 100), trade("100", 5000, { conditions: "M" }));
    expect(bar).toMatchObject({ volume: shares(100), tradeCount: 1 });
  });

  it("gives no price by a condition that it does not know, and says so once", () => {
    const odd = trade("1", 100, { conditions: "@ ?" });
    const { bar, unknownConditions } = barOf(trade("100", 100), odd, odd);
    expect(bar).toMatchObject({ lowPx: dollars("100"), volume: shares(300) });
    expect(unknownConditions).toEqual(["?"]);
  });

  it("is NO_TRADE where the feed was heard or only odd lots came, else NO_DATA", () => {
    const empty = (wasHeard: boolean) => makeTickBarBuilder(ABOUT, tape).close(MINUTE, wasHeard).bar;
    expect(empty(true)).toMatchObject({ status: "NO_TRADE", volume: qty(0) });
    expect(empty(false).status).toBe("NO_DATA");
    const builder = makeTickBarBuilder(ABOUT, tape);
    builder.add(trade("100", 7, { conditions: "I" }));
    expect(builder.close(MINUTE, false).bar).toMatchObject({ status: "NO_TRADE", volume: shares(7) });
  });

  it("holds the trade of its first microsecond and not the one of its last", () => {
    const builder = makeTickBarBuilder(ABOUT, tape);
    builder.add(trade("100", 100, { eventUs: T0 }));
    builder.add(trade("101", 100, { eventUs: us(MINUTE - 1) }));
    builder.add(trade("102", 100, { eventUs: MINUTE }));
    expect(builder.close(MINUTE, true).bar).toMatchObject({ openPx: dollars("100"), closePx: dollars("101") });
    expect(builder.close(at(120), true).bar).toMatchObject({ openPx: dollars("102"), volume: shares(100) });
  });

  it("refuses what comes for a closed minute, and what has no price or size", () => {
    const builder = makeTickBarBuilder(ABOUT, tape);
    builder.close(MINUTE, true);
    expect(builder.add(trade("100", 100))).toBe("LATE");
    expect(builder.add(trade("100", 100, { eventUs: at(60) }))).toBe("TAKEN");
    expect(builder.add(trade("100", 100, { px: px(0), eventUs: at(60) }))).toBe("ABSURD");
    expect(builder.add(trade("100", 100, { size: qty(micros("-1")), eventUs: at(60) }))).toBe("ABSURD");
  });
});
