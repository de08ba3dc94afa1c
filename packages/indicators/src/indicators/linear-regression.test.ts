import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { linearRegression } from "./linear-regression.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(linearRegression, { period: 14 });
  expectTalib(values.value!, "linearRegression", DOLLARS);
  expectTalib(values.slope!, "linearRegressionSlope", DOLLARS);
  expectTalib(
    values.r2!.map((r2, index) => (r2 === undefined ? undefined : Math.sqrt(r2) * Math.sign(values.slope![index]!))),
    "regressionCorrelation",
  );
});

test("a straight line is its own regression", () => {
  const bars = [10, 12, 14, 16].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  const { value, slope, r2 } = runBars(linearRegression, { period: 3 }, bars);
  expect([value!.at(-1), slope!.at(-1), r2!.at(-1)]).toEqual([16_000_000, 2_000_000, 1]);
});

test("a level line fits nothing better than another", () => {
  const bars = [10, 10, 10].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  expect(runBars(linearRegression, { period: 3 }, bars).r2!.at(-1)).toBeUndefined();
});
