import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { beta } from "./beta.ts";

test("equals TA-Lib from its first value", () => {
  expectTalib(runGolden(beta, { period: 60 }).value!, "beta");
});

test("by hand: twice the market's returns", () => {
  const market = [100, 110, 99];
  const twice = [100, 120, 96];
  expect(runNumbers(beta, { period: 2 }, twice, market).at(-1)).toBeCloseTo(2, 12);
  expect(runNumbers(beta, { period: 2 }, twice, [1, 1, 1]).at(-1)).toBeUndefined();
});
