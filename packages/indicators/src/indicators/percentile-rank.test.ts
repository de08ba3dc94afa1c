import { expect, test } from "vitest";
import { goldenCloses, runGolden, runNumbers } from "../testing/golden.ts";
import { percentileRank } from "./percentile-rank.ts";

test("equals the plain definition", () => {
  const expected = goldenCloses.map((x, index) =>
    index < 50 ? undefined : 2 * goldenCloses.slice(index - 50, index).filter((before) => before <= x).length,
  );
  expect(runGolden(percentileRank, { period: 50 }).value).toEqual(expected);
});

test("by hand: equal ones count", () => {
  expect(runNumbers(percentileRank, { period: 2 }, [5, 7, 5, 9, 1])).toEqual([undefined, undefined, 50, 100, 0]);
});
