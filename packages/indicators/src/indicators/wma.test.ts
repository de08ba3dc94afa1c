import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { wma } from "./wma.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(wma, { period: 20 });
  expectTalib(values.value!, "wma", DOLLARS);
});

test("by hand: the last of three counts three times", () => {
  expect(runNumbers(wma, { period: 3 }, [6, 12, 18, 0])).toEqual([undefined, undefined, 14, 8]);
});
