import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { aroon } from "./aroon.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(aroon, { period: 14 });
  expectTalib(values.down!, "aroon", 1, 0);
  expectTalib(values.up!, "aroon", 1, 1);
  expectTalib(values.oscillator!, "aroonOscillator");
});

test("by hand: high four bars ago, low now", () => {
  const bars = [9, 8, 7, 6, 5].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  const { up, down, oscillator } = runBars(aroon, { period: 4 }, bars);
  expect([up!.at(-1), down!.at(-1), oscillator!.at(-1)]).toEqual([0, 100, -100]);
});
