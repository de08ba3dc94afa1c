import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { type Changes, aRule, someFacts } from "../testing/facts.ts";

const rule = aRule({
  act: "{ reverse: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: 50 } }, withinMinutes: 3 } }",
});
const held = (count: number, more: Changes = {}) =>
  someFacts({ position: { quantity: shares(count), enteredUs: at(1) }, ...more });
const next = rule.rule.actions[0]?.next;

describe("reverses", () => {
  test.each([
    [100, "SHORT"],
    [-100, "LONG"],
  ])("a position of %d to %s, without a quote too: it can always be left", (count, direction) => {
    expect(rule.evaluate(held(count, { quote: undefined, atr: undefined }))).toMatchObject({
      outcome: "FIRED",
      plans: [{ type: "reverse", direction, withinMinutes: 3, expiresMs: 2000 }],
    });
  });

  test("with an entry that is planned on the facts of then, and needs what every entry needs", () => {
    expect(next?.plan(someFacts(), "SHORT")).toMatchObject({ type: "enter", side: "SELL_SHORT", orderQty: shares(50) });
    const blockers = (more: Changes) =>
      next?.needs.filter((need) => need.test(someFacts(more)) !== "TRUE").map(({ name }) => name);
    expect(blockers({})).toEqual([]);
    expect(blockers({ quote: undefined })).toEqual(["enter.quote"]);
    expect(blockers({ position: { quantity: shares(1), enteredUs: at(1) } })).toEqual(["enter.position"]);
    expect(blockers({ pause: { untilUs: at(9000), by: "r" }, modelAlive: false })).toEqual(["pause", "predictions"]);
  });
});

test.each<[string, Changes, string]>([
  ["when flat", { position: { quantity: shares(0), enteredUs: undefined } }, "reverse.position"],
  ["with a position in doubt", { position: undefined }, "reverse.position"],
  ["beside an exit", { exiting: true }, "reverse.running"],
])("is blocked %s", (_, more, firstBlocker) =>
  expect(rule.evaluate(held(100, more))).toMatchObject({ outcome: "BLOCKED", firstBlocker }),
);
