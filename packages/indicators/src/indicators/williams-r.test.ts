import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { williamsR } from "./williams-r.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(williamsR, { period: 14 });
  expectTalib(values.value!, "williamsR");
});

test("is 0 at the top, −100 at the bottom, and 0 without a range", () => {
  const range = aBarOf(5, 9, 1, 5);
  const values = [9, 1].map((close) =>
    runBars(williamsR, { period: 2 }, [range, aBarOf(5, 9, 1, close)]).value!.at(-1),
  );
  expect(values).toEqual([0, -100]);
  expect(runBars(williamsR, { period: 2 }, [aBarOf(5, 5, 5, 5), aBarOf(5, 5, 5, 5)]).value!.at(-1)).toBe(0);
});
