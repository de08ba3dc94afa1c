import { expect, test } from "vitest";
import { expectNear, goldenBars, runGolden, type Values } from "../testing/golden.ts";
import { ichimoku } from "./ichimoku.ts";

const middle = (length: number): Values =>
  goldenBars.map((_, index) => {
    const window = goldenBars.slice(index - length + 1, index + 1);
    if (index < length - 1) return undefined;
    return (Math.max(...window.map(({ highPx }) => highPx)) + Math.min(...window.map(({ lowPx }) => lowPx))) / 2;
  });
const later = (values: Values): Values => values.map((_, index) => values[index - 26]);

test("equals the plain definition", () => {
  const values = runGolden(ichimoku);
  expectNear(values.conversion!, middle(9));
  expectNear(values.base!, middle(26));
  const fast = middle(9);
  expectNear(
    values.spanA!,
    later(middle(26).map((x, index) => (x === undefined ? undefined : (x + fast[index]!) / 2))),
  );
  expectNear(values.spanB!, later(middle(52)));
  expect(values.spanB!.findIndex((value) => value !== undefined)).toBe(77);
});
