import { expect, test } from "vitest";
import { aBarOf, expectNear, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { vwap } from "./vwap.ts";

test("equals the plain definition, each session by itself", () => {
  const expected = goldenBars.map(({ day }, index) => {
    const session = goldenBars.slice(0, index + 1).filter((bar) => bar.day === day);
    const shares = session.reduce((sum, { volume }) => sum + volume, 0);
    return session.reduce((sum, bar) => sum + ((bar.highPx + bar.lowPx + bar.closePx) / 3) * (bar.volume / shares), 0);
  });
  expectNear(runGolden(vwap).value!, expected);
});

test("has no value before the first share of a session", () => {
  const empty = aBarOf(5, 5, 5, 5, { volume: 0, day: 20_240_103 });
  expect(runBars(vwap, {}, [aBarOf(5, 5, 5, 5), empty]).value).toEqual([5_000_000, undefined]);
});
