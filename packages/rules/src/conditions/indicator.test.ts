import { expect, test } from "vitest";
import type { IndicatorFact } from "../facts.ts";
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

test.each([
  ["{ value: ind.fast, above: ind.slow }", 10.01, 10, "TRUE"],
  ["{ value: ind.fast, above: ind.slow }", 10, 10, "FALSE"],
  ["{ value: ind.fast, min: ind.slow }", 10, 10, "TRUE"],
  ["{ value: ind.fast, below: ind.slow }", 9.99, 10, "TRUE"],
  ["{ value: ind.fast, below: ind.slow }", 10, 10, "FALSE"],
  ["{ value: ind.fast, max: ind.slow }", 10, 10, "TRUE"],
  ["{ value: ind.fast, min: 12.34 }", 12.34, 10, "TRUE"],
  ["{ value: ind.fast, above: 12.34 }", 12.34, 10, "FALSE"],
])("%s with %d and %d is %s", (condition, fast, slow, truth) => {
  expect(truths(condition, { fast: price(fast), slow: price(slow) })).toEqual([truth]);
});

test("a percentage is compared as it is, between bounds with both", () => {
  const rsi = (value: number) => ({ rsi: { value, scale: 1 } });
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(50))).toEqual(["TRUE", "TRUE"]);
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(75))).toEqual(["TRUE", "FALSE"]);
});

test("is UNKNOWN while either warms up, and where it is not there", () => {
  const condition = "{ value: ind.fast, above: ind.slow }";
  expect(truths(condition, { fast: price(undefined), slow: price(10) })).toEqual(["UNKNOWN"]);
  expect(truths(condition, { fast: price(10), slow: price(undefined) })).toEqual(["UNKNOWN"]);
  expect(truths(condition, {})).toEqual(["UNKNOWN"]);
});

test("shows what was compared", () => {
  expect(
    shown("indicator: { value: ind.fast, above: ind.slow }", facts({ fast: price(10.5), slow: price(10) }), DECLARED),
  ).toBe("ind.fast: ind.fast=10.5, ind.slow=10 [> ind.slow] TRUE");
  expect(
    shown("indicator: { value: ind.rsi, max: 30 }", facts({ rsi: { value: 12.345678901234, scale: 1 } }), DECLARED),
  ).toBe("ind.rsi: 12.3456789 [≤ 30] TRUE");
});
