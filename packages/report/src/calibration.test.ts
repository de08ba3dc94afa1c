import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { addSeconds, px, type Us } from "@bowline/kernel";
import { aBar, aJournal, anEntry, aSignal, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calibration, makeCalibration } from "./calibration.ts";

const bar = (second: number, price: number, symbol = "AAPL"): Event =>
  aBar({ symbol, timeframe: "1m", closeUs: at(second), closePx: px(price * 1_000_000) });
const signal = (id: string, changes: Partial<EventByKind<"signal.accepted">> = {}): Event =>
  aSignal({ predictionId: id, horizonMs: 120_000, producedUs: at(60), validUntilUs: at(900), ...changes });
const show = (...events: readonly Event[]): readonly Calibration[] => {
  const calibration = makeCalibration();
  for (const entry of aJournal(events)) calibration.add(entry);
  return calibration.show();
};

describe("the calibration of a model", () => {
  it("holds confidence to what became of the price", () => {
    const [model] = show(
      bar(60, 100),
      signal("a", { confidence: 800_000 }),
      signal("b", { confidence: 600_000, direction: "SHORT" }),
      signal("c", { confidence: 1_000_000 }),
      bar(120, 90),
      bar(180, 101),
      signal("d", { producedUs: at(180) }),
    );
    expect(model).toMatchObject({ model: "demo", version: undefined, predictions: 4, judged: 3, open: 1, unjudged: 0 });
    expect(model?.brier).toBeCloseTo((0.2 ** 2 + 0.6 ** 2 + 0) / 3, 12);
    expect(model?.hitRate).toBeCloseTo(2 / 3, 12);
    expect(model?.meanConfidence).toBeCloseTo(0.8, 12);
    expect(model?.buckets).toEqual([
      { from: 0.6, to: 0.7, count: 1, meanConfidence: 0.6, hitRate: 0 },
      { from: 0.8, to: 0.9, count: 1, meanConfidence: 0.8, hitRate: 1 },
      { from: 0.9, to: 1, count: 1, meanConfidence: 1, hitRate: 1 },
    ]);
  });
  it.each<[string, readonly Event[]]>([
    ["without a price before", [signal("a"), bar(60, 100), bar(180, 101)]],
    ["with an old price before", [bar(60, 100), signal("a", { producedUs: at(361) }), bar(600, 101)]],
    ["that say stay out", [bar(60, 100), signal("a", { direction: "FLAT" }), bar(180, 101)]],
    ["whose end nobody saw", [bar(60, 100), signal("a"), bar(481, 101)]],
    [
      "that were taken back",
      [
        bar(60, 100),
        signal("a"),
        {
          kind: "signal.refused",
          group: "tech",
          symbol: "AAPL",
          predictionId: "a",
          reasons: [],
          raw: "",
          withdraws: true,
        },
        bar(180, 101),
      ],
    ],
  ])("judges none %s", (_, events) => {
    expect(show(...events)).toMatchObject([{ predictions: 1, judged: 0, open: 0, unjudged: 1, buckets: [] }]);
    expect(show(...events)[0]?.brier).toBeUndefined();
  });
  it("judges the last revision, under its own version, and keeps symbols, models and versions apart", () => {
    const shown = show(
      bar(60, 100),
      bar(60, 50, "IBM"),
      signal("a", { modelVersion: "1" }),
      signal("a", { revision: 1, direction: "SHORT", modelVersion: "2" }),
      signal("a", { symbol: "IBM", model: "other" }),
      bar(180, 99),
      bar(180, 51, "IBM"),
    );
    expect(shown.map(({ model, version, predictions, hitRate }) => [model, version, predictions, hitRate])).toEqual([
      ["demo", "1", 0, undefined],
      ["demo", "2", 1, 1],
      ["other", undefined, 1, 1],
    ]);
  });
  it("counts an unchanged price as a miss for both sides", () => {
    const [model] = show(bar(60, 100), signal("a"), signal("b", { direction: "SHORT" }), bar(180, 100));
    expect(model).toMatchObject({ judged: 2, hitRate: 0 });
  });
  it("equals what is worked out afterwards from the whole log", () => {
    const anySignal = fc.record({
      direction: fc.constantFrom("LONG" as const, "SHORT" as const),
      confidence: fc.integer({ min: 0, max: 1_000_000 }),
      minute: fc.integer({ min: 1, max: 30 }),
      horizon: fc.integer({ min: 1, max: 20 }),
    });
    const prices = fc.array(fc.integer({ min: 90, max: 110 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(prices, fc.array(anySignal, { minLength: 1, maxLength: 40 }), (closes, signals) => {
        const priceAt = (minute: number): number => closes[minute] ?? 0;
        const log: Entry[] = closes.flatMap((price, minute) => [
          anEntry(bar(minute * 60, price), { id: `bar-${minute}` }),
          ...signals.flatMap((wish, index) =>
            wish.minute === minute
              ? [anEntry(asSignal(wish, index, addSeconds(at(0), minute * 60)), { id: `s-${index}` })]
              : [],
          ),
        ]);
        const calibration = makeCalibration();
        for (const entry of log) calibration.add(entry);
        const squares = signals.map(({ direction, confidence, minute, horizon }) => {
          const change = priceAt(minute + horizon) - priceAt(minute);
          const hit = (direction === "LONG" ? change > 0 : change < 0) ? 1 : 0;
          return (confidence / 1_000_000 - hit) ** 2;
        });
        const [model] = calibration.show();
        expect(model?.judged).toBe(signals.length);
        const brier = squares.reduce((sum, square) => sum + square, 0) / squares.length;
        expect(Math.abs((model?.brier ?? 1) - brier)).toBeLessThan(1e-9);
      }),
      { numRuns: 100 },
    );
  });
});

type Wish = { direction: "LONG" | "SHORT"; confidence: number; horizon: number };

const asSignal = ({ direction, confidence, horizon }: Wish, index: number, producedUs: Us): Event =>
  signal(`s-${index}`, { direction, confidence, horizonMs: horizon * 60_000, producedUs });
