import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { cmf } from "./cmf.ts";

test("equals the plain definition", () => {
  const expected = goldenBars.map((_, index) => {
    const window = goldenBars.slice(index - 19, index + 1);
    if (index < 19) return undefined;
    const flows = window.map(({ highPx, lowPx, closePx, volume }) =>
      highPx === lowPx ? 0 : ((2 * closePx - lowPx - highPx) / (highPx - lowPx)) * volume,
    );
    return flows.reduce((sum, flow) => sum + flow, 0) / window.reduce((sum, { volume }) => sum + volume, 0);
  });
  expectNear(runGolden(cmf, { period: 20 }).value!, expected);
});

test("is 1 when all close at the high, and nothing without volume", () => {
  expect(runBars(cmf, { period: 2 }, [aBarOf(5, 6, 4, 6), aBarOf(5, 6, 4, 6)]).value!.at(-1)).toBe(1);
  expect(runBars(cmf, { period: 1 }, [aBarOf(5, 6, 4, 6, { volume: 0 })]).value).toEqual([undefined]);
});
