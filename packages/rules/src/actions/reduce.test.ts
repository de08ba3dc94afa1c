import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule, aStrategy, someFacts } from "../testing/facts.ts";

const held = (count: number, more = {}): Facts =>
  someFacts({ position: { quantity: shares(count), enteredUs: at(1) }, ...more });
const asked = (params: string, facts: Facts) => aRule({ act: `{ reduce: { ${params} } }` }).evaluate(facts);

describe("reduces", () => {
  test.each([
    ["percent: 50", 101, 51],
    ["percent: 50", -101, 51],
    ["percent: 99.99", 10, 1],
    ["shares: 30", 100, 70],
    ["shares: 30", -100, 70],
  ])("by %s a position of %d: %d are left", (params, count, left) => {
    expect(asked(params, held(count))).toMatchObject({
      outcome: "FIRED",
      plans: [{ type: "reduce", keepQty: shares(left), expiresMs: 2000 }],
    });
  });

  test.each(["percent: 100", "shares: 100", "shares: 500"])("by all of it with %s: that is an exit", (params) =>
    expect(asked(params, held(100))).toMatchObject({ outcome: "FIRED", plans: [{ type: "exit" }] }),
  );

  test("whatever the position and the part, whole shares, and never more than there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 10_000 }), (count, hundredths) => {
        const evaluation = asked(`percent: ${hundredths / 100}`, held(count));
        const [plan] = evaluation.outcome === "FIRED" ? evaluation.plans : [];
        if (plan?.type !== "reduce") return;
        const sold = count - plan.keepQty / 1_000_000;
        expect(Number.isInteger(sold) && sold >= 1 && sold < count).toBe(true);
        expect(sold * 10_000).toBeLessThanOrEqual(count * hundredths);
      }),
    );
  });
});

describe("is blocked", () => {
  test.each<[string, Facts, string]>([
    ["when flat", someFacts(), "reduce.position"],
    ["with a position in doubt", someFacts({ position: undefined }), "reduce.position"],
    ["beside an exit", held(100, { exiting: true }), "reduce.running"],
    ["beside another reduction", held(100, { reducing: true }), "reduce.reducing"],
    ["while an entry works", held(100, { liveEntries: 1 }), "reduce.entries"],
    ["where the part is no whole share", held(1), "reduce.shares"],
  ])("%s", (_, facts, firstBlocker) =>
    expect(asked("percent: 50", facts)).toMatchObject({ outcome: "BLOCKED", firstBlocker }),
  );
});

test("says by how much in exactly one way, and stands beside no exit in a rule", () => {
  expect(() => aRule({ act: "{ reduce: {} }" })).toThrow("exactly one of `percent`, `shares`");
  expect(() => aRule({ act: "{ reduce: { percent: 50, shares: 1 } }" })).toThrow("exactly one");
  expect(() => aStrategy("  - { id: r, on: clock, do: [{ exit: {} }, { reduce: { percent: 50 } }] }")).toThrow(
    "act on the same",
  );
});
