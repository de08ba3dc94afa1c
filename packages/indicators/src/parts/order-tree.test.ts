import fc from "fast-check";
import { expect, test } from "vitest";
import { atMost, below } from "./order-tree.ts";
import { makeOrderWindow, pushOrder } from "./order-window.ts";

test("knows how many and how much lies below any bound, as counting says", () => {
  const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 120 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -22, max: 22 }), (xs, length, bound) => {
      const state = makeOrderWindow(length);
      xs.forEach((x, index) => {
        pushOrder(state, x);
        const window = xs.slice(Math.max(0, index + 1 - length), index + 1);
        const lower = window.filter((each) => each < bound);
        expect(below(state.tree, bound)).toEqual({
          count: lower.length,
          sum: lower.reduce((sum, each) => sum + each, 0),
        });
        expect(atMost(state.tree, bound)).toBe(window.filter((each) => each <= bound).length);
      });
    }),
  );
});

test("stays shallow when numbers rise, fall, and are equal", () => {
  const depthOf = (xs: readonly number[]): number => {
    const state = makeOrderWindow(1000);
    for (const x of xs) pushOrder(state, x);
    const depth = (node: number): number =>
      node < 0 ? 0 : 1 + Math.max(depth(state.tree.left[node]!), depth(state.tree.right[node]!));
    return depth(state.tree.root);
  };
  const rising = Array.from({ length: 3000 }, (_, index) => index);
  for (const xs of [rising, rising.toReversed(), rising.map(() => 1)]) expect(depthOf(xs)).toBeLessThan(40);
});
