import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { relativeVolume } from "./relative-volume.ts";

test("equals the plain definition", () => {
  const expected = goldenBars.map(({ volume }, index) => {
    const window = goldenBars.slice(index - 20, index);
    return index < 20 ? undefined : volume / (window.reduce((sum, bar) => sum + bar.volume, 0) / 20);
  });
  expectNear(runGolden(relativeVolume, { period: 20 }).value!, expected);
});

test("has no value where nothing was traded before", () => {
  const bars = [0, 5, 10].map((volume) => aBarOf(5, 5, 5, 5, { volume }));
  expect(runBars(relativeVolume, { period: 1 }, bars).value).toEqual([undefined, undefined, 2]);
});
