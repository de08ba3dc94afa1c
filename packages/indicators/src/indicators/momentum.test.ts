import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { momentum } from "./momentum.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(momentum, { period: 10 });
  expectTalib(values.value!, "momentum", DOLLARS);
});

test("by hand: the step over two bars", () => {
  expect(runNumbers(momentum, { period: 2 }, [50, 60, 75, 40])).toEqual([undefined, undefined, 25, -20]);
});
