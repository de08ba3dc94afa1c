import { expect, test } from "vitest";
import { aBarOf, runBars, runGolden } from "../testing/golden.ts";
import { pivotPoints } from "./pivot-points.ts";

test("by hand: high 12, low 9, close 9 of the session before", () => {
  const next = aBarOf(20, 20, 20, 20, { day: 20_240_103 });
  const values = runBars(pivotPoints, {}, [aBarOf(10, 12, 10, 11), aBarOf(11, 11, 9, 9), next]);
  const dollars = Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all[2]! / 1e6]));
  expect(dollars).toEqual({ pivot: 10, r1: 11, s1: 8, r2: 13, s2: 7, r3: 14, s3: 5 });
  expect(values.pivot!.slice(0, 2)).toEqual([undefined, undefined]);
});

test("levels stay for a session", () => {
  const { pivot } = runGolden(pivotPoints);
  expect(new Set(pivot!.slice(0, 100))).toEqual(new Set([undefined]));
  expect(new Set(pivot!.slice(100, 200)).size).toBe(1);
  expect(pivot![200]).not.toBe(pivot![199]);
});
