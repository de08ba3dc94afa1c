import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { trix } from "./trix.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(trix, { period: 15 });
  expectTalib(values.value!, "trix");
});

test("what stands still does not change", () => {
  expect(runNumbers(trix, { period: 2 }, [5, 5, 5, 5, 5, 5]).at(-1)).toBe(0);
});
