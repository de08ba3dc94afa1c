import { makeReplayMarket, makeSyntheticMarket, type Market } from "@bowline/matching";
import { px, qty, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAR_SIZES, parseBarSize } from "./bar-sizes.ts";
import { type DataBar, foldBars } from "./data-bar.ts";
import { historyBars } from "./history-query.ts";
import { type MarketRecord, makeMarketRecord } from "./market-record.ts";
import type { Span } from "./spans.ts";

const aMarket = (): Market =>
  makeSyntheticMarket({ seed: 5, sessions: 2, minutes: 90, groups: { tech: ["AAPL", "MSFT"] } });
const market = aMarket();
const [first, second] = market.sessions();

function aRecord(of: Market, playing = 0, years = 1): MarketRecord {
  const sessionIndex = () => playing;
  return makeMarketRecord({ market: of, spareMarket: aMarket, sessionIndex, seed: "5", years, ticksPerStep: 10 });
}
const record = aRecord(market);
const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;

const size = (name: string) => parseBarSize(name)!;
const bars = (of: MarketRecord, name: string, span: Span, useRth = true) =>
  historyBars(of, { symbol: "AAPL", size: size(name), kind: "TRADES", useRth, span });
const summary = (rows: readonly DataBar[]) =>
  rows.map(({ openPx, highPx, lowPx, closePx, volume }) => [openPx, highPx, lowPx, closePx, volume]);
const all = (rows: readonly DataBar[]) => foldBars(rows)!;

describe("larger bars are folds of smaller ones", () => {
  const within = BAR_SIZES.filter(({ period }) => period === undefined).map(({ name }) => name);

  it("within the session that plays, from seconds to hours", () => {
    const span = { fromUs: first!.openUs, toUs: first!.openUs + HOUR };
    const whole = all(bars(record, "1 secs", span));
    for (const name of within) {
      const rows = bars(record, name, span);
      expect([name, summary([all(rows)])]).toEqual([name, summary([whole])]);
      // Each bar is the fold of the five-second bars in it.
      for (const row of name === "1 secs" ? [] : rows) {
        expect(summary([all(bars(record, "5 secs", { fromUs: row.startUs, toUs: row.endUs }))])).toEqual(
          summary([row]),
        );
      }
    }
  });

  it("on any trading day of the made-up past, and on the market's own first day", () => {
    const dates = record.datesOf("AAPL", { fromUs: first!.openUs - 400 * DAY, toUs: first!.openUs });
    fc.assert(
      fc.property(fc.constantFrom(...dates), fc.constantFrom(...within), (date, name) => {
        const dayUs = Temporal.PlainDate.from(date).toZonedDateTime("America/New_York").epochMilliseconds * 1000;
        const span = { fromUs: dayUs, toUs: dayUs + DAY };
        expect(summary([all(bars(record, name, span))])).toEqual(summary(bars(record, "1 day", span)));
      }),
      { numRuns: 12 },
    );
  });

  it("from days to weeks and months", () => {
    const span = { fromUs: first!.openUs - 200 * DAY, toUs: first!.openUs };
    const days = all(bars(record, "1 day", span));
    expect(all(bars(record, "1W", span))).toEqual(days);
    expect(all(bars(record, "1M", span))).toEqual(days);
    expect(all(bars(record, "1 min", span))).toEqual(days);
  });

  it("for quotes as well", () => {
    const span = { fromUs: first!.openUs, toUs: first!.openUs + HOUR };
    for (const kind of ["BID", "ASK", "MIDPOINT"] as const) {
      const of = (name: string) => historyBars(record, { symbol: "AAPL", size: size(name), kind, useRth: true, span });
      expect(summary([all(of("5 secs"))])).toEqual(summary([all(of("1 hour"))]));
      expect(summary([all(of("1 min"))])).toEqual(summary([all(of("1 hour"))]));
    }
  });
});

describe("the record of a market", () => {
  it("is what was played", () => {
    const span = { fromUs: first!.openUs, toUs: first!.openUs + 10_000_000 };
    expect(record.steps("AAPL", span).map(({ step }) => step)).toEqual([market.step(0, 0)[0], market.step(0, 1)[0]]);
  });

  it("tells of a session that is over what it told when that played", () => {
    const span = { fromUs: first!.openUs + 60_000_000, toUs: first!.openUs + 120_000_000 };
    expect(aRecord(aMarket(), 1).steps("AAPL", span)).toEqual(record.steps("AAPL", span));
    expect(aRecord(aMarket(), 1).ticks("MSFT", span)).toEqual(record.ticks("MSFT", span));
  });

  it("knows the rest of a session that was cut short from its minutes", () => {
    const later = aRecord(aMarket(), 1);
    const cut = first!.openUs + 90 * 60_000_000;
    const span = { fromUs: cut - 60_000_000, toUs: cut + 120_000_000 };
    const steps = later.steps("AAPL", span);
    expect(steps.length).toBe(36);
    expect(steps.map(({ startUs }) => (startUs - span.fromUs) / 5_000_000)).toEqual(
      Array.from({ length: 36 }, (_, i) => i),
    );
    expect(second!.openUs).toBeGreaterThan(cut);
  });

  it("does not look ahead: a span ends where it ends", () => {
    const toUs = first!.openUs + 7 * 60_000_000 + 25_000_000;
    const rows = bars(record, "1 min", { fromUs: first!.openUs, toUs });
    expect(rows.length).toBe(8);
    expect(summary([rows.at(-1)!])).toEqual(
      summary([all(bars(record, "5 secs", { fromUs: toUs - 25_000_000, toUs }))]),
    );
    expect(bars(record, "1 day", { fromUs: first!.openUs, toUs })[0]!.volume).toBe(all(rows).volume);
  });

  it("takes a step apart into ticks that do not depend on the question", () => {
    const fromUs = first!.openUs + 60_000_000;
    const wide = record.ticks("AAPL", { fromUs, toUs: fromUs + 20_000_000 });
    const narrow = record.ticks("AAPL", { fromUs: fromUs + 6_000_000, toUs: fromUs + 8_000_000 });
    expect(wide.length).toBe(40);
    expect(narrow).toEqual(wide.slice(12, 16));
  });

  it("goes back the years it is given, seeded by symbol, and joins the market's first price", () => {
    const head = record.headUs("AAPL")!;
    expect(head).toBeLessThan(first!.openUs - 364 * DAY);
    expect(record.headUs("NONE")).toBeUndefined();
    expect(aRecord(market, 0, 0).headUs("AAPL")).toBeLessThan(first!.openUs);
    const span = { fromUs: head, toUs: first!.openUs };
    const days = bars(record, "1 day", span);
    expect(days.length).toBeGreaterThan(250);
    for (const { lowPx, openPx, closePx, highPx, volume } of days) {
      expect(lowPx).toBeLessThanOrEqual(Math.min(openPx, closePx));
      expect(highPx).toBeGreaterThanOrEqual(Math.max(openPx, closePx));
      expect(volume).toBeGreaterThan(0);
    }
    const [before, own] = days.slice(-2);
    expect(Math.abs(before!.closePx / own!.openPx - 1)).toBeLessThan(0.05);
    expect(bars(aRecord(aMarket()), "1 day", span)).toEqual(days);
  });
});

describe("recorded minutes outside regular hours", () => {
  const rowAt = (iso: string, price: number) => ({
    startUs: us(Temporal.Instant.from(iso).epochMilliseconds * 1000),
    openPx: px(price),
    highPx: px(price + 20_000),
    lowPx: px(price - 10_000),
    closePx: px(price + 10_000),
    volume: qty(300_000_000),
  });
  const trades = [
    rowAt("2024-03-04T13:00:00Z", 10_000_000),
    rowAt("2024-03-04T14:30:00Z", 11_000_000),
    rowAt("2024-03-04T22:00:00Z", 12_000_000),
    rowAt("2024-03-05T14:30:00Z", 13_000_000),
  ];
  const replay = makeReplayMarket([{ symbol: "AAPL", trades, quotes: [] }]);
  const replayed = makeMarketRecord({
    market: replay,
    spareMarket: () => replay,
    sessionIndex: () => 1,
    seed: "1",
    years: 0,
    ticksPerStep: 10,
  });
  const [monday] = replay.sessions();
  const span = { fromUs: monday!.openUs - 6 * HOUR, toUs: monday!.openUs + 14 * HOUR };

  it("are left out of regular bars and are in the others, at every grain", () => {
    expect(bars(replayed, "1 min", span).length).toBe(1);
    expect(bars(replayed, "1 min", span, false).length).toBe(3);
    const seconds = bars(replayed, "5 secs", span, false);
    expect(summary([all(seconds)])).toEqual(summary(bars(replayed, "1 day", span, false)));
    expect(replayed.headUs("AAPL")).toBe(monday!.openUs - 1.5 * HOUR);
  });
});
