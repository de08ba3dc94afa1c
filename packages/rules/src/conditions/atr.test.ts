import { expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, shown, someFacts } from "../testing/facts.ts";

// 0.20 dollars at a mid of 100: 0.002 of the price.
testCondition("atr", {
  holds: [
    ["{ minFraction: 0.002 }", someFacts()],
    ["{ maxFraction: 0.002 }", someFacts()],
    ["{ minFraction: 0.001, maxFraction: 0.003 }", someFacts()],
  ],
  fails: [
    ["{ minFraction: 0.002001 }", someFacts()],
    ["{ maxFraction: 0.001999 }", someFacts()],
  ],
  unknown: [
    ["{ minFraction: 0 }", someFacts({ atr: undefined })],
    ["{ minFraction: 0 }", someFacts({ quote: undefined })],
  ],
});

test("names what is unknown", () => {
  expect(shown("atr: { minFraction: 0 }", NOTHING_KNOWN)).toBe(
    "atr: UNKNOWN: market.atr_fraction [≥ 0 of price] UNKNOWN",
  );
});

test("shows the fraction that was compared", () => {
  expect(shown("atr: { maxFraction: 0.001 }", someFacts())).toBe("atr: 0.002 [≤ 0.001 of price] FALSE");
});
