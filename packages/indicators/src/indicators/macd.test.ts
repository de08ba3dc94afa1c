import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden } from "../testing/golden.ts";
import { macd } from "./macd.ts";

const SIGNAL_AFTER = 33;

test("equals TA-Lib from its first value", () => {
  const values = runGolden(macd, { fast: 12, slow: 26, signal: 9 });
  // TA-Lib holds the first values back until the signal has one too.
  expect(values.macd!.findIndex((value) => value !== undefined)).toBe(25);
  expectTalib(
    values.macd!.map((value, index) => (index < SIGNAL_AFTER ? undefined : value)),
    "macd",
    DOLLARS,
    0,
  );
  expectTalib(values.signal!, "macd", DOLLARS, 1);
  expectTalib(values.histogram!, "macd", DOLLARS, 2);
});

test("a fast average that is not faster is no MACD", () => {
  expect(macd.conflict?.({ fast: 26, slow: 26, signal: 9 })).toContain("less than");
  expect(macd.conflict?.({ fast: 25, slow: 26, signal: 9 })).toBeUndefined();
});
