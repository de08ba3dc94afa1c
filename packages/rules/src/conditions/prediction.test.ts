import { micros, shares } from "@bowline/kernel";
import { aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

const of = (direction: "LONG" | "SHORT" | "FLAT") => someFacts({ prediction: aSignal({ direction }) });
const held = (quantity: number, direction: "LONG" | "SHORT" | "FLAT") =>
  someFacts({ prediction: aSignal({ direction }), position: { quantity: shares(quantity), enteredUs: at(1) } });

const at70 = someFacts({ prediction: aSignal({ confidence: micros("0.7") }) });

testCondition("prediction", {
  holds: [
    ["{ direction: LONG }", of("LONG")],
    ["{ direction: [SHORT, FLAT] }", of("FLAT")],
    ["{ minConfidence: 0.7 }", at70],
    ["{ maxConfidence: 0.7 }", at70],
    ["{ minConfidence: 0.6, maxConfidence: 0.8 }", at70],
    ["{ model: demo }", at70],
  ],
  fails: [
    ["{ direction: [SHORT, FLAT] }", of("LONG")],
    ["{ minConfidence: 0.700001 }", at70],
    ["{ maxConfidence: 0.699999 }", at70],
    ["{ model: [a, b] }", at70],
  ],
  unknown: [
    ["{ direction: LONG }", NOTHING_KNOWN],
    ["{ minConfidence: 0 }", NOTHING_KNOWN],
    ["{ model: demo }", NOTHING_KNOWN],
  ],
});

describe("direction", () => {
  test.each([
    [100, "LONG", "FALSE"],
    [100, "SHORT", "TRUE"],
    [100, "FLAT", "FALSE"],
    [-100, "LONG", "TRUE"],
    [-100, "SHORT", "FALSE"],
    [-100, "FLAT", "FALSE"],
    [0, "LONG", "FALSE"],
    [0, "SHORT", "FALSE"],
  ] as const)("`opposite` with %i shares and a %s prediction is %s", (quantity, direction, truth) => {
    expect(truthsOf("prediction: { direction: opposite }", held(quantity, direction))).toEqual([truth]);
  });

  test("`opposite` is UNKNOWN while the position is in doubt; a plain direction is not", () => {
    expect(truthsOf("prediction: { direction: opposite }", someFacts({ position: undefined }))).toEqual(["UNKNOWN"]);
    expect(truthsOf("prediction: { direction: LONG }", someFacts({ position: undefined }))).toEqual(["TRUE"]);
  });

  test("`opposite` may stand beside a direction", () => {
    expect(truthsOf("prediction: { direction: [FLAT, opposite] }", held(100, "FLAT"))).toEqual(["TRUE"]);
  });
});

describe("confidence", () => {
  test("is shown with its threshold", () => {
    expect(shown("prediction: { minConfidence: 0.6 }", at70)).toBe("prediction.confidence: 0.7 [≥ 0.6] TRUE");
    expect(shown("prediction: { minConfidence: 0.6, maxConfidence: 0.65 }", at70)).toBe(
      "prediction.confidence: 0.7 [0.6 … 0.65] FALSE",
    );
  });
});

test("the model is shown beside those named", () => {
  expect(shown("prediction: { model: [a, b] }", someFacts())).toBe("prediction.model: demo [a or b] FALSE");
});

test("everything is UNKNOWN without a prediction", () => {
  const all = "prediction: { direction: [LONG, opposite], minConfidence: 0, model: demo }";
  expect(truthsOf(all, NOTHING_KNOWN)).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
  expect(shown(all, NOTHING_KNOWN)).toBe(
    "prediction.direction: UNKNOWN: prediction.direction, prediction.opposes_position [LONG or opposite] UNKNOWN",
  );
});
