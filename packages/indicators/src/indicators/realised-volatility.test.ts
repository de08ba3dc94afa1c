import { expect, test } from "vitest";
import { expectNear, goldenCloses, runGolden, runNumbers } from "../testing/golden.ts";
import { realisedVolatility } from "./realised-volatility.ts";

test("equals the plain definition", () => {
  const returns = goldenCloses.map((x, index) => Math.log(x / (goldenCloses[index - 1] ?? x)));
  const expected = returns.map((_, index) => {
    const window = returns.slice(index - 19, index + 1);
    if (index < 20) return undefined;
    const mean = window.reduce((sum, each) => sum + each, 0) / 20;
    return Math.sqrt((window.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 19) * 252);
  });
  expectNear(runGolden(realisedVolatility, { period: 20, barsPerYear: 252 }).value!, expected);
});

test("a price of nothing is no price", () => {
  const values = runNumbers(realisedVolatility, { period: 2, barsPerYear: 1 }, [1, 2, 0, 4]);
  expect(values).toEqual([undefined, undefined, undefined, 0]);
});
