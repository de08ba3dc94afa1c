import { expect, test } from "vitest";
import { expectNear, goldenCloses, runGolden, runNumbers } from "../testing/golden.ts";
import { zScore } from "./z-score.ts";

test("equals the plain definition", () => {
  const expected = goldenCloses.map((x, index) => {
    const window = goldenCloses.slice(index - 19, index + 1);
    if (index < 19) return undefined;
    const mean = window.reduce((sum, each) => sum + each, 0) / 20;
    return (x - mean) / Math.sqrt(window.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 20);
  });
  expectNear(runGolden(zScore, { period: 20 }).value!, expected);
});

test("has no value where nothing scatters", () => {
  expect(runNumbers(zScore, { period: 2 }, [7, 7])).toEqual([undefined, undefined]);
});
