import { sessionOf } from "@bowline/calendar";
import { US_PER_MINUTE, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeDailyHistory } from "./daily-history.ts";
import { withMadePast } from "./made-past.ts";
import { makeSyntheticMarket } from "./market-synthetic.ts";

const plain = makeSyntheticMarket({ seed: 1, sessions: 1 });
const market = withMadePast(plain, { seed: "1", years: 1 });
const { openUs } = plain.sessions()[0]!;

describe("a synthetic market with a made-up past", () => {
  it("has sixty days before its first session, whole sessions without a gap between them", () => {
    const days = makeDailyHistory(market).days("AAPL", openUs, 60);
    expect(days).toHaveLength(60);
    for (const { closeUs } of days)
      expect(sessionOf(new Date(closeUs / 1000).toISOString().slice(0, 10))?.closeUs).toBe(closeUs);
    expect(new Set(days.map(({ closeUs }) => closeUs)).size).toBe(60);
    expect(days.at(-1)).toEqual(makeDailyHistory(plain).days("AAPL", openUs, 60).at(-1));
    const [close, open] = [days.at(-2)!.closePx, days.at(-1)!.openPx];
    expect(Math.abs(open / close - 1)).toBeLessThan(0.05);
  });
  it("leaves its own minutes as they are, and puts others before them", () => {
    expect(market.history("GS", openUs, 60)).toEqual(plain.history("GS", openUs, 60));
    const own = plain.history("GS", openUs, 1000);
    const more = market.history("GS", openUs, 1000);
    expect(more).toHaveLength(1000);
    expect(more.slice(-own.length)).toEqual(own);
    const closes = more.map(({ closeUs }) => closeUs);
    expect(closes).toEqual([...new Set(closes)].toSorted((a, b) => a - b));
  });
  it("tells nothing beyond a time, and the same of it whenever it is asked", () => {
    const until = us(sessionOf("2024-01-10")!.openUs + 30 * US_PER_MINUTE);
    const bars = market.history("XOM", until, 100);
    expect(bars).toHaveLength(100);
    expect(bars.at(-1)?.closeUs).toBe(until);
    const again = withMadePast(makeSyntheticMarket({ seed: 1, sessions: 1 }), { seed: "1", years: 1 });
    expect(again.history("XOM", until, 100)).toEqual(bars);
    const other = withMadePast(plain, { seed: "2", years: 1 });
    expect(other.history("XOM", until, 100)).not.toEqual(bars);
  });
  it("has none of a symbol that it does not have, nor where no years are made", () => {
    expect(market.history("ZZZ", openUs, 10)).toEqual([]);
    const none = withMadePast(plain, { seed: "1", years: 0 });
    expect(none.history("GS", openUs, 1000)).toEqual(plain.history("GS", openUs, 1000));
  });
});
