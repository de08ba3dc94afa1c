import { expect, test } from "vitest";
import { expectNear, goldenBars, runGolden } from "../testing/golden.ts";
import { supertrend } from "./supertrend.ts";

import { atr } from "./atr.ts";

/** As Pine Script has it, on arrays. */
test("equals the plain definition", () => {
  const range = runGolden(atr, { period: 10 }).value!;
  let upper = Number.NaN;
  let lower = Number.NaN;
  let direction = 1;
  const expected = goldenBars.map(({ highPx, lowPx, closePx }, index) => {
    const reach = range[index];
    if (reach === undefined) return undefined;
    const close = goldenBars[index - 1]!.closePx;
    const [lastUpper, lastLower] = [upper, lower];
    const rawLower = (highPx + lowPx) / 2 - 3 * reach;
    const rawUpper = (highPx + lowPx) / 2 + 3 * reach;
    const isFirst = Number.isNaN(lastLower);
    lower = isFirst || rawLower > lastLower || close < lastLower ? rawLower : lastLower;
    upper = isFirst || rawUpper < lastUpper || close > lastUpper ? rawUpper : lastUpper;
    if (!isFirst && direction === 1) direction = closePx > upper ? -1 : 1;
    else if (!isFirst) direction = closePx < lower ? 1 : -1;
    return direction === -1 ? lower : upper;
  });
  const { value, side } = runGolden(supertrend, { period: 10, multiple: 3 });
  expectNear(value!, expected);
  expect(new Set(side)).toEqual(new Set([undefined, -1, 1]));
});
