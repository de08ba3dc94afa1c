import { formatMicros, shares } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Changes, aRule, someFacts } from "../testing/facts.ts";

const held = (count: number, more: Changes = {}) =>
  someFacts({ position: { quantity: shares(count), enteredUs: at(1) }, liveOrders: 2, ...more });
const asked = (most: string, facts = held(100), size = 50) =>
  aRule({
    act: `{ scaleIn: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: ${size} } }, maxCount: 2, ${most} } }`,
  }).evaluate(facts);

describe("adds", () => {
  test.each([
    [100, "BUY"],
    [-100, "SELL_SHORT"],
  ])("to a position of %d: %s", (count, side) => {
    expect(asked("maxShares: 1000", held(count))).toMatchObject({
      outcome: "FIRED",
      plans: [{ type: "enter", adds: true, side, orderQty: shares(50), ordType: "MKT" }],
    });
  });

  test.each([
    ["maxShares: 120", 20],
    ["maxNotional: 13000", 29],
    ["maxShares: 120, maxNotional: 13000", 20],
    ["maxShares: 1000, maxNotional: 1000000000", 50],
  ])("no more than fits under %s", (most, count) =>
    expect(asked(most)).toMatchObject({ outcome: "FIRED", plans: [{ orderQty: shares(count) }] }),
  );

  test("never beyond what the file allows, whatever position, price and size", () => {
    const some = fc.record({
      count: fc.integer({ min: 1, max: 5000 }),
      size: fc.integer({ min: 1, max: 5000 }),
      mostShares: fc.integer({ min: 1, max: 8000 }),
      mostDollars: fc.integer({ min: 1, max: 1_000_000 }),
      cents: fc.integer({ min: 100, max: 50_000 }),
    });
    fc.assert(
      fc.property(some, ({ count, size, mostShares, mostDollars, cents }) => {
        const quote = { bidPx: dollars(`${cents / 100}`), askPx: dollars(`${(cents + 1) / 100}`), halted: false };
        const result = asked(`maxShares: ${mostShares}, maxNotional: ${mostDollars}`, held(count, { quote }), size);
        const [plan] = result.outcome === "FIRED" ? result.plans : [];
        if (plan?.type !== "enter") return;
        const after = count + Number(formatMicros(plan.orderQty));
        expect(after).toBeLessThanOrEqual(mostShares);
        expect(after * (cents + 1)).toBeLessThanOrEqual(mostDollars * 100);
      }),
      { numRuns: 300 },
    );
  });
});

describe("is blocked", () => {
  test.each<[string, Changes, string]>([
    ["when flat", { position: { quantity: shares(0), enteredUs: undefined } }, "scaleIn.position"],
    ["with a position in doubt", { position: undefined }, "scaleIn.position"],
    ["beside an exit", { exiting: true }, "scaleIn.running"],
    ["beside a reduction", { reducing: true }, "scaleIn.reducing"],
    ["while an entry works", { liveEntries: 1 }, "scaleIn.entries"],
    ["after so many times", { scaledIn: 2 }, "scaleIn.count"],
    ["without a quote", { quote: undefined }, "enter.quote"],
    ["on a cold ATR", { atr: undefined }, "enter.atr"],
    ["without an equity", { equity: undefined }, "enter.equity"],
    ["on a dead feed", { feedAlive: false }, "enter.feed"],
  ])("%s", (_, more, firstBlocker) =>
    expect(asked("maxShares: 1000", held(100, more))).toMatchObject({ outcome: "BLOCKED", firstBlocker }),
  );

  test.each(["maxShares: 100", "maxNotional: 100"])("where nothing fits under %s", (most) =>
    expect(asked(most)).toMatchObject({ outcome: "BLOCKED", firstBlocker: "scaleIn.room" }),
  );
});

test("says how large the position may become", () => {
  expect(() => asked("cancelAfterMinutes: 1")).toThrow("needs `maxShares`, `maxNotional` or both");
});
