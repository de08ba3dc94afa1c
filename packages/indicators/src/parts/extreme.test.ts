import fc from "fast-check";
import { expect, test } from "vitest";
import { extremeAge, extremeOf, makeExtreme, pushExtreme } from "./extreme.ts";

test("is the extreme of the window and the latest of equal ones, as searching says", () => {
  const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 100 });
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(1 as const, -1 as const),
      (xs, length, sign) => {
        const state = makeExtreme(length, sign);
        xs.forEach((x, index) => {
          pushExtreme(state, x);
          expect(extremeOf(state) === undefined).toBe(index < length - 1);
          if (index < length - 1) return;
          const window = xs.slice(index + 1 - length, index + 1);
          const best = sign === 1 ? Math.max(...window) : Math.min(...window);
          expect(extremeOf(state)).toBe(best);
          expect(extremeAge(state)).toBe(length - 1 - window.lastIndexOf(best));
        });
      },
    ),
  );
});
