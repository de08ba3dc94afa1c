import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { vwma } from "./vwma.ts";

test("equals the plain definition", () => {
  const expected = goldenBars.map((_, index) => {
    const window = goldenBars.slice(index - 19, index + 1);
    if (index < 19) return undefined;
    const shares = window.reduce((sum, { volume }) => sum + volume, 0);
    return window.reduce((sum, { closePx, volume }) => sum + closePx * (volume / shares), 0);
  });
  expectNear(runGolden(vwma, { period: 20 }).value!, expected);
});

test("has no value where nothing was traded", () => {
  expect(runBars(vwma, { period: 1 }, [aBarOf(5, 5, 5, 5, { volume: 0 })]).value).toEqual([undefined]);
});
