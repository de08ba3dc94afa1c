import { aSignal, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import type { Facts } from "./facts.ts";
import { aRule, someFacts } from "./testing/facts.ts";

const SIZE = "size: { quantity: { shares: 10 } }";
const enter = (bracket: string, facts: Facts): unknown => {
  const evaluation = aRule({ act: `{ enter: { order: market, bracket: ${bracket}, ${SIZE} } }` }).evaluate(facts);
  if (evaluation.outcome !== "FIRED") return evaluation.firstBlocker;
  const [plan] = evaluation.plans;
  return plan?.type === "enter" ? [plan.stopPx, plan.targetLmtPx] : plan;
};
const at = (stop: string, target: string): readonly unknown[] => [dollars(stop), dollars(target)];
const short = (changes: object = {}) => someFacts({ prediction: aSignal({ direction: "SHORT", ...changes }) });

// Bought at 100.01, sold short at 99.99; ATR 0.20.
describe("stop and target stand", () => {
  test.each([
    ["at multiples of the ATR", "{ stopAtr: 2, targetAtr: 3 }", someFacts(), at("99.61", "100.61")],
    ["at percentages of the price", "{ stopPercent: 1, targetPercent: 2 }", someFacts(), at("99", "102.02")],
    ["on the other sides when short", "{ stopPercent: 1, targetPercent: 2 }", short(), at("100.99", "97.99")],
    ["at multiples of the stop's distance", "{ stopAtr: 2, targetR: 1.5 }", someFacts(), at("99.61", "100.61")],
    [
      "where the model says",
      "{ stop: prediction, target: prediction }",
      someFacts({ prediction: aSignal({ stopPx: dollars("98.5"), targetPx: dollars("103") }) }),
      at("98.5", "103"),
    ],
    [
      "where the model says when short",
      "{ stop: prediction, targetR: 2 }",
      short({ stopPx: dollars("100.99") }),
      at("100.99", "97.99"),
    ],
    [
      "without an ATR where nothing rests on it",
      "{ stopPercent: 1, targetPercent: 2 }",
      someFacts({ atr: undefined }),
      at("99", "102.02"),
    ],
  ])("%s", (_, bracket, facts, prices) => {
    expect(enter(bracket, facts)).toEqual(prices);
  });
});

describe("no entry", () => {
  const model = (changes: object) => someFacts({ prediction: aSignal(changes) });
  test.each([
    ["without the model's stop", "{ stop: prediction, targetR: 2 }", someFacts(), "bracket.stop"],
    [
      "with it on the wrong side",
      "{ stop: prediction, targetR: 2 }",
      model({ stopPx: dollars("100.01") }),
      "bracket.stop",
    ],
    ["without the model's target", "{ stopPercent: 1, target: prediction }", someFacts(), "bracket.target"],
    [
      "with it on the wrong side",
      "{ stopPercent: 1, target: prediction }",
      model({ targetPx: dollars("100") }),
      "bracket.target",
    ],
    ["on a cold ATR", "{ stopPercent: 1, targetAtr: 2 }", someFacts({ atr: undefined }), "enter.atr"],
  ])("%s", (_, bracket, facts, blocker) => {
    expect(enter(bracket, facts)).toBe(blocker);
  });

  test.each([
    ["{ stopAtr: 1 }", "exactly one of targetAtr, targetPercent, targetR, target is needed"],
    ["{ stopAtr: 1, stopPercent: 1, targetR: 1 }", "exactly one of stopAtr, stopPercent, stop is needed"],
    ["{ stop: model, targetR: 1 }", "`prediction` is what may stand here"],
  ])("of a file that says %s", (bracket, message) => {
    expect(() => enter(bracket, someFacts())).toThrow(message);
  });
});
