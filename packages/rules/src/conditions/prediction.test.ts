import { micros, shares } from "@bowline/kernel";
import { aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

const of = (direction: "LONG" | "SHORT" | "FLAT") => someFacts({ prediction: aSignal({ direction }) });
const held = (quantity: number, direction: "LONG" | "SHORT" | "FLAT") =>
  someFacts({ prediction: aSignal({ direction }), position: { quantity: shares(quantity), enteredUs: at(1) } });

describe("direction", () => {
  test("holds for one of those wanted", () => {
    expect(truthsOf("prediction: { direction: LONG }", of("LONG"))).toEqual(["TRUE"]);
    expect(truthsOf("prediction: { direction: [SHORT, FLAT] }", of("LONG"))).toEqual(["FALSE"]);
    expect(truthsOf("prediction: { direction: [SHORT, FLAT] }", of("FLAT"))).toEqual(["TRUE"]);
  });

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
  const at70 = someFacts({ prediction: aSignal({ confidence: micros("0.7") }) });
  test.each([
    ["{ minConfidence: 0.7 }", "TRUE"],
    ["{ minConfidence: 0.700001 }", "FALSE"],
    ["{ maxConfidence: 0.7 }", "TRUE"],
    ["{ maxConfidence: 0.699999 }", "FALSE"],
    ["{ minConfidence: 0.6, maxConfidence: 0.8 }", "TRUE"],
  ])("0.7 against %s is %s", (params, truth) => {
    expect(truthsOf(`prediction: ${params}`, at70)).toEqual([truth]);
  });

  test("is shown with its threshold", () => {
    expect(shown("prediction: { minConfidence: 0.6 }", at70)).toBe("prediction.confidence: 0.7 [≥ 0.6] TRUE");
    expect(shown("prediction: { minConfidence: 0.6, maxConfidence: 0.65 }", at70)).toBe(
      "prediction.confidence: 0.7 [0.6 … 0.65] FALSE",
    );
  });
});

test("model holds for one of those named", () => {
  expect(truthsOf("prediction: { model: demo }", someFacts())).toEqual(["TRUE"]);
  expect(truthsOf("prediction: { model: [a, b] }", someFacts())).toEqual(["FALSE"]);
  expect(shown("prediction: { model: [a, b] }", someFacts())).toBe("prediction.model: demo [a or b] FALSE");
});

test("everything is UNKNOWN without a prediction", () => {
  const all = "prediction: { direction: [LONG, opposite], minConfidence: 0, model: demo }";
  expect(truthsOf(all, NOTHING_KNOWN)).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
  expect(shown(all, NOTHING_KNOWN)).toBe(
    "prediction.direction: UNKNOWN: prediction.direction, prediction.opposes_position [LONG or opposite] UNKNOWN",
  );
});
