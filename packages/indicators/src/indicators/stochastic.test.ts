import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { stochastic } from "./stochastic.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(stochastic, { period: 14, smoothing: 3, signal: 3 });
  // TA-Lib holds k back until d has a value too.
  expectTalib(
    values.k!.map((value, index) => (index < 17 ? undefined : value)),
    "stochastic",
    1,
    0,
  );
  expectTalib(values.d!, "stochastic", 1, 1);
});

test("is 0 where highest and lowest are one", () => {
  const bars = [aBarOf(5, 5, 5, 5), aBarOf(5, 5, 5, 5)];
  expect(runBars(stochastic, { period: 2, smoothing: 1, signal: 1 }, bars).k).toEqual([undefined, 0]);
});
