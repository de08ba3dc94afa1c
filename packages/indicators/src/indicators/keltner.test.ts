import { expect, test } from "vitest";
import { expectNear, runGolden, type Values } from "../testing/golden.ts";
import { keltner } from "./keltner.ts";

import { atr } from "./atr.ts";
import { ema } from "./ema.ts";

test("is an EMA with ATRs on either side", () => {
  const { upper, middle, lower } = runGolden(keltner, { period: 20, atrPeriod: 10, multiple: 2 });
  const center = runGolden(ema, { period: 20 }).value!;
  const range = runGolden(atr, { period: 10 }).value!;
  const side = (sign: number): Values =>
    center.map((x, index) => (x === undefined ? undefined : x + sign * 2 * range[index]!));
  expect(middle).toEqual(center);
  expectNear(upper!, side(1));
  expectNear(lower!, side(-1));
});
