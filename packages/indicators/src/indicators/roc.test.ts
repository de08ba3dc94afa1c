import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { roc } from "./roc.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(roc, { period: 10 });
  expectTalib(values.value!, "roc");
});

test("by hand: from 50 to 75 is a half more", () => {
  expect(runNumbers(roc, { period: 2 }, [50, 60, 75])).toEqual([undefined, undefined, 50]);
  expect(runNumbers(roc, { period: 1 }, [0, 60]).at(-1)).toBe(0);
});
