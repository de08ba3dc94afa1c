import { test } from "vitest";
import { expectNear, goldenCloses, runGolden, type Values } from "../testing/golden.ts";
import { hma } from "./hma.ts";

/** Straight from the definition, each window by itself. */
const weighted = (xs: readonly number[], length: number): Values =>
  xs.map((_, index) => {
    const window = xs.slice(index - length + 1, index + 1);
    if (index < length - 1 || window.includes(Number.NaN)) return undefined;
    return window.reduce((sum, x, age) => sum + x * (age + 1), 0) / ((length * (length + 1)) / 2);
  });

test("equals the plain definition", () => {
  const slow = weighted(goldenCloses, 16);
  const fast = weighted(goldenCloses, 8);
  const raw = slow.map((x, index) => (x === undefined ? Number.NaN : 2 * fast[index]! - x));
  expectNear(runGolden(hma, { period: 16 }).value!, weighted(raw, 4));
});
