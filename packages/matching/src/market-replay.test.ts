import { sessionOf } from "@bowline/calendar";
import { MICROS, px, qty, US_PER_MINUTE, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReplayMarket, type QuoteRow, STEPS_PER_MINUTE, type SymbolStep, type TradeRow } from "./index.ts";

const session = sessionOf("2024-03-04")!;
const minuteUs = (minute: number) => us(session.openUs + minute * US_PER_MINUTE);
const cents = (value: number) => px(value * 10_000);

const aRow = (minute: number, [o, h, l, c]: readonly [number, number, number, number], shares: number): TradeRow => ({
  startUs: minuteUs(minute),
  openPx: cents(o),
  highPx: cents(h),
  lowPx: cents(l),
  closePx: cents(c),
  volume: qty(shares * MICROS),
});

const aQuote = (
  minute: number,
  bid: readonly [number, number, number, number],
  ask: readonly [number, number, number, number],
): QuoteRow => ({
  startUs: minuteUs(minute),
  bid: { ...aRow(minute, bid, 1), size: qty(300 * MICROS) },
  ask: { ...aRow(minute, ask, 1), size: qty(500 * MICROS) },
});

const stepsOfMinute = (market: ReturnType<typeof makeReplayMarket>, minute: number): SymbolStep[] =>
  Array.from({ length: STEPS_PER_MINUTE }, (_, step) => market.step(0, minute * STEPS_PER_MINUTE + step)[0]!);

/** The minute's bar, from its 5-second bars that traded. */
function barOf(steps: readonly SymbolStep[]) {
  const traded = steps.filter(({ volume }) => volume > 0);
  return {
    openPx: traded[0]?.openPx,
    highPx: Math.max(...traded.map(({ highPx }) => highPx)),
    lowPx: Math.min(...traded.map(({ lowPx }) => lowPx)),
    closePx: traded.at(-1)?.closePx,
    volume: traded.reduce((sum, { volume }) => sum + volume, 0),
  };
}

const anyRow = fc
  .tuple(
    fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.nat(300), fc.nat(300), fc.nat(300)),
    fc.integer({ min: 1, max: 100_000 }),
    fc.boolean(),
  )
  .map(([[low, a, b, c], shares, tiny]) => {
    const high = low + Math.max(a, b, c);
    return aRow(1, [low + a, high, low, low + b], tiny ? (shares % 30) + 1 : shares);
  });

describe("replay of recorded minutes", () => {
  it("reproduces open, high, low, close and volume of any minute exactly", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const market = makeReplayMarket([{ symbol: "A", trades: [row], quotes: [] }]);
        const steps = stepsOfMinute(market, 1);
        const { startUs: _startUs, ...bar } = row;
        expect(barOf(steps)).toEqual(bar);
        let last = steps[0]!;
        for (const step of steps) {
          expect(step.volume % MICROS).toBe(0);
          expect(step.lowPx).toBeLessThanOrEqual(Math.min(step.openPx, step.closePx, step.wapPx));
          expect(step.highPx).toBeGreaterThanOrEqual(Math.max(step.openPx, step.closePx, step.wapPx));
          expect(step.openPx % 10_000).toBe(0);
          const isFlat = [step.openPx, step.highPx, step.lowPx, step.closePx].every((price) => price === last.closePx);
          expect(step.volume > 0 || isFlat).toBe(true);
          expect(step.bidPx).toBeLessThan(step.askPx);
          last = step;
        }
      }),
    );
  });

  it("puts a single share into one bar whole", () => {
    const market = makeReplayMarket([{ symbol: "A", trades: [aRow(0, [100, 104, 97, 101], 1)], quotes: [] }]);
    const [first, ...rest] = stepsOfMinute(market, 0);
    expect(first).toMatchObject({
      openPx: cents(100),
      highPx: cents(104),
      lowPx: cents(97),
      closePx: cents(101),
      volume: 1_000_000,
      tradeCount: 1,
    });
    expect(rest.every(({ volume, openPx }) => volume === 0 && openPx === cents(101))).toBe(true);
  });

  it("visits the nearer extreme first, in trades and quotes alike", () => {
    const market = makeReplayMarket([
      {
        symbol: "A",
        trades: [aRow(0, [100, 112, 94, 106], 1200)],
        quotes: [aQuote(0, [99, 111, 93, 105], [101, 113, 95, 107])],
      },
    ]);
    const steps = stepsOfMinute(market, 0);
    expect(steps.map(({ closePx }) => closePx / 10_000)).toEqual([
      99, 97, 96, 94, 99, 103, 108, 112, 111, 109, 108, 106,
    ]);
    expect(steps.map(({ bidPx }) => bidPx / 10_000)).toEqual([98, 96, 95, 93, 98, 102, 107, 111, 110, 108, 107, 105]);
    expect(steps[0]).toMatchObject({ bidQty: 300_000_000, askQty: 500_000_000, volume: 100_000_000 });
  });

  it("keeps the last quote over a minute without one, and the last price over a minute without trades", () => {
    const market = makeReplayMarket([
      {
        symbol: "A",
        trades: [aRow(0, [100, 100, 100, 100], 10), aRow(2, [103, 103, 103, 103], 10)],
        quotes: [aQuote(0, [99, 99, 98, 98], [101, 101, 101, 101])],
      },
    ]);
    for (const step of stepsOfMinute(market, 1)) {
      expect(step).toMatchObject({
        bidPx: cents(98),
        askPx: cents(101),
        openPx: cents(100),
        closePx: cents(100),
        volume: 0,
        tradeCount: 0,
      });
    }
  });

  it("uncrosses a crossed quote by moving the ask", () => {
    const market = makeReplayMarket([
      {
        symbol: "A",
        trades: [aRow(0, [100, 100, 100, 100], 10)],
        quotes: [aQuote(0, [100, 105, 100, 105], [101, 101, 101, 101])],
      },
    ]);
    const steps = stepsOfMinute(market, 0);
    expect(steps.at(-1)).toMatchObject({ bidPx: cents(105), askPx: cents(106) });
    expect(steps.every(({ bidPx, askPx }) => bidPx < askPx)).toBe(true);
  });

  it("plays regular hours only and keeps earlier rows as history", () => {
    const trades = [
      aRow(-30, [90, 91, 89, 90], 100),
      aRow(0, [100, 101, 99, 100], 100),
      aRow(1, [101, 101, 101, 101], 100),
      aRow(390, [110, 110, 110, 110], 5),
    ];
    const market = makeReplayMarket([{ symbol: "A", trades, quotes: [] }], { minutes: 2 });
    expect(market.sessions()).toEqual([{ ...session, steps: 24 }]);
    expect(market.history("A", session.openUs, 10).map(({ closePx }) => closePx / 10_000)).toEqual([90]);
    expect(market.history("A", minuteUs(1), 10)).toHaveLength(2);
    expect(market.history("A", us(minuteUs(2) - 1), 10)).toHaveLength(2);
    expect(market.history("A", minuteUs(2), 1)).toEqual([{ closeUs: minuteUs(2), ...barOf(stepsOfMinute(market, 1)) }]);
    expect(market.history("ZZ", minuteUs(2), 1)).toEqual([]);
    expect(() => market.step(0, 24)).toThrow("no step 24");
    expect(() => market.step(1, 0)).toThrow("no session 1");
  });

  it("orders symbols by the alphabet", () => {
    const rows = ["IBM", "AIG", "SPY"].map((symbol) => ({ symbol, trades: [aRow(0, [1, 1, 1, 1], 1)], quotes: [] }));
    const market = makeReplayMarket(rows);
    expect(market.step(0, 0).map(({ symbol }) => symbol)).toEqual(["AIG", "IBM", "SPY"]);
  });
});
