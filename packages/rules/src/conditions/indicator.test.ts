import { expect, test } from "vitest";
import type { IndicatorFact } from "../facts.ts";
import { testCondition } from "../testing/condition-test.ts";
import { shown, someFacts, truthsOf } from "../testing/facts.ts";

/** `fast` and `slow` are prices, `rsi` is a percentage. */
const DECLARED = "{ fast: { ema: {} }, slow: { sma: {} }, rsi: { rsi: {} } }";

const price = (dollars: number | undefined): IndicatorFact => ({
  value: dollars === undefined ? undefined : dollars * 1e6,
  scale: 1e6,
});
const facts = (indicators: Readonly<Record<string, IndicatorFact>>) => someFacts({ indicators });
const truths = (condition: string, indicators: Readonly<Record<string, IndicatorFact>>) =>
  truthsOf(`indicator: ${condition}`, facts(indicators), DECLARED);

const fastAndSlow = (fast: number | undefined, slow: number | undefined) =>
  facts({ fast: price(fast), slow: price(slow) });

// UNKNOWN while either warms up, and where it is not there.
testCondition(
  "indicator",
  {
    holds: [
      ["{ value: ind.fast, above: ind.slow }", fastAndSlow(10.01, 10)],
      ["{ value: ind.fast, min: ind.slow }", fastAndSlow(10, 10)],
      ["{ value: ind.fast, below: ind.slow }", fastAndSlow(9.99, 10)],
      ["{ value: ind.fast, max: ind.slow }", fastAndSlow(10, 10)],
      ["{ value: ind.fast, min: 12.34 }", fastAndSlow(12.34, 10)],
    ],
    fails: [
      ["{ value: ind.fast, above: ind.slow }", fastAndSlow(10, 10)],
      ["{ value: ind.fast, below: ind.slow }", fastAndSlow(10, 10)],
      ["{ value: ind.fast, above: 12.34 }", fastAndSlow(12.34, 10)],
    ],
    unknown: [
      ["{ value: ind.fast, above: ind.slow }", fastAndSlow(undefined, 10)],
      ["{ value: ind.fast, above: ind.slow }", fastAndSlow(10, undefined)],
      ["{ value: ind.fast, above: ind.slow }", facts({})],
    ],
  },
  DECLARED,
);

test("a percentage is compared as it is, between bounds with both", () => {
  const rsi = (value: number) => ({ rsi: { value, scale: 1 } });
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(50))).toEqual(["TRUE", "TRUE"]);
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(75))).toEqual(["TRUE", "FALSE"]);
});

test("shows what was compared", () => {
  expect(
    shown("indicator: { value: ind.fast, above: ind.slow }", facts({ fast: price(10.5), slow: price(10) }), DECLARED),
  ).toBe("ind.fast: ind.fast=10.5, ind.slow=10 [> ind.slow] TRUE");
  expect(
    shown("indicator: { value: ind.rsi, max: 30 }", facts({ rsi: { value: 12.345678901234, scale: 1 } }), DECLARED),
  ).toBe("ind.rsi: 12.3456789 [≤ 30] TRUE");
});
