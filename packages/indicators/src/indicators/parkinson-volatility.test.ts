import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { parkinsonVolatility } from "./parkinson-volatility.ts";

test("equals the plain definition", () => {
  const expected = goldenBars.map((_, index) => {
    const window = goldenBars.slice(index - 19, index + 1);
    if (index < 19) return undefined;
    const sum = window.reduce((total, { highPx, lowPx }) => total + Math.log(highPx / lowPx) ** 2, 0);
    return Math.sqrt((sum / (4 * Math.log(2) * 20)) * 252);
  });
  expectNear(runGolden(parkinsonVolatility, { period: 20, barsPerYear: 252 }).value!, expected);
});

test("bars without a range have none", () => {
  const bars = [aBarOf(6, 9, 5, 6), aBarOf(5, 5, 5, 5), aBarOf(5, 5, 5, 5)];
  expect(runBars(parkinsonVolatility, { period: 2 }, bars).value!.at(-1)).toBe(0);
});
