import { expect, test } from "vitest";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

// 0.20 dollars at a mid of 100: 0.002 of the price.
test.each([
  ["{ minFraction: 0.002 }", "TRUE"],
  ["{ minFraction: 0.002001 }", "FALSE"],
  ["{ maxFraction: 0.002 }", "TRUE"],
  ["{ maxFraction: 0.001999 }", "FALSE"],
  ["{ minFraction: 0.001, maxFraction: 0.003 }", "TRUE"],
])("0.002 against %s is %s", (params, truth) => {
  expect(truthsOf(`atr: ${params}`, someFacts())).toEqual([truth]);
});

test("is UNKNOWN while it warms up, and without a quote to hold it against", () => {
  expect(truthsOf("atr: { minFraction: 0 }", someFacts({ atr: undefined }))).toEqual(["UNKNOWN"]);
  expect(truthsOf("atr: { minFraction: 0 }", someFacts({ quote: undefined }))).toEqual(["UNKNOWN"]);
  expect(shown("atr: { minFraction: 0 }", NOTHING_KNOWN)).toBe(
    "atr: UNKNOWN: market.atr_fraction [≥ 0 of price] UNKNOWN",
  );
});

test("shows the fraction that was compared", () => {
  expect(shown("atr: { maxFraction: 0.001 }", someFacts())).toBe("atr: 0.002 [≤ 0.001 of price] FALSE");
});
