import { px } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AtrSample, atr } from "./atr.ts";

const sample = (high: number, low: number, close: number): AtrSample => ({
  highPx: px(high),
  lowPx: px(low),
  closePx: px(close),
});
const run = (period: number, samples: readonly AtrSample[]): (number | undefined)[] => {
  const state = atr.init({ period });
  return samples.map((item) => {
    atr.update(state, item);
    return atr.value(state);
  });
};

/** All at once and without a state, after the definition in TA-Lib's ta_ATR.c: the oracle of the streaming one. */
function plainAtr(period: number, samples: readonly AtrSample[]): (number | undefined)[] {
  const ranges = samples.slice(1).map(({ highPx, lowPx }, index) => {
    const before = (samples[index] as AtrSample).closePx;
    return Math.max(highPx - lowPx, Math.abs(before - highPx), Math.abs(before - lowPx));
  });
  let average = 0;
  return samples.map((_, index) => {
    if (index < period) return undefined;
    if (index === period) average = ranges.slice(0, period).reduce((sum, range) => sum + range, 0) / period;
    else average = (average * (period - 1) + (ranges[index - 1] as number)) / period;
    return average;
  });
}

describe("warm-up", () => {
  test("the first value comes with the sample after the period", () => {
    const values = run(
      14,
      Array.from({ length: 16 }, () => sample(110, 90, 100)),
    );
    expect(values.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => undefined));
    expect(values.slice(14)).toEqual([20, 20]);
  });
});

test("by hand: period 3, with a gap up and a gap down", () => {
  // Ranges after the first close: 4 (own range), 10 (gap up to 30 from 20), 11 (down from 29 to 18), 2.
  const samples = [sample(22, 18, 20), sample(22, 18, 20), sample(30, 28, 29), sample(20, 18, 19), sample(20, 18, 19)];
  expect(run(3, samples)).toEqual([
    undefined,
    undefined,
    undefined,
    (4 + 10 + 11) / 3,
    (((4 + 10 + 11) / 3) * 2 + 2) / 3,
  ]);
});

test("a golden vector of twenty bars, period 14, from exact fractions", () => {
  const closes = [
    4834, 4886, 4901, 4879, 4875, 4899, 4913, 4876, 4869, 4885, 4887, 4915, 4934, 4953, 4979, 4950, 4975, 4967, 4994,
    4996,
  ];
  const samples = closes.map((close, index) =>
    sample(close + 10 + (index % 5) * 7, close - 15 - (index % 3) * 9, close),
  );
  const golden = [52.928571428571, 52.290816326531, 51.555758017493, 51.944632444815, 52.377158698756, 53.064504505988];
  const values = run(14, samples).slice(14);
  expect(values).toHaveLength(golden.length);
  values.forEach((value, index) => expect(value).toBeCloseTo(golden[index] as number, 9));
});

test("equals the plain definition to the bit, for any bars", () => {
  const anySample = fc
    .tuple(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 1e9 }))
    .map(([low, range]) => sample(low + range, low, low + Math.floor(range / 3)));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(anySample, { maxLength: 80 }), (period, samples) => {
      expect(run(period, samples)).toEqual(plainAtr(period, samples));
    }),
  );
});

test("a period that is no count of bars is a bug", () => {
  expect(() => atr.init({ period: 0 })).toThrow("period");
  expect(() => atr.init({ period: 1.5 })).toThrow("period");
});
