import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { garmanKlassVolatility } from "./garman-klass-volatility.ts";

test("equals the plain definition", () => {
  const expected = goldenBars.map((_, index) => {
    const window = goldenBars.slice(index - 19, index + 1);
    if (index < 19) return undefined;
    const sum = window.reduce(
      (total, { openPx, highPx, lowPx, closePx }) =>
        total + 0.5 * Math.log(highPx / lowPx) ** 2 - (2 * Math.log(2) - 1) * Math.log(closePx / openPx) ** 2,
      0,
    );
    return Math.sqrt((sum / 20) * 252);
  });
  expectNear(runGolden(garmanKlassVolatility, { period: 20, barsPerYear: 252 }).value!, expected);
});

test("bars without a range have none", () => {
  expect(runBars(garmanKlassVolatility, { period: 1 }, [aBarOf(5, 5, 5, 5)]).value).toEqual([0]);
});
