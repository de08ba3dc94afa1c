import fc from "fast-check";
import { canonicalJson, px } from "@bowline/kernel";
import { expect, test } from "vitest";
import { type AtrSample, INDICATORS, atr } from "./index.ts";

const anySample: fc.Arbitrary<AtrSample> = fc
  .tuple(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 100 }))
  .map(([low, range, where]) => ({
    lowPx: px(low),
    highPx: px(low + range),
    closePx: px(low + Math.floor((range * where) / 100)),
  }));
const anySamples = fc.array(anySample, { maxLength: 60 });

test("every indicator has a name of its own", () => {
  expect(new Set(INDICATORS.map(({ name }) => name)).size).toBe(INDICATORS.length);
});

test.each(INDICATORS)("$name: a snapshot in the middle changes no bit", (indicator) => {
  fc.assert(
    fc.property(anySamples, fc.nat(60), (samples, cut) => {
      const whole = indicator.init({ period: 14 });
      for (const sample of samples) indicator.update(whole, sample);
      let state = indicator.init({ period: 14 });
      samples.forEach((sample, index) => {
        if (index === cut) state = JSON.parse(canonicalJson(state)) as typeof state;
        indicator.update(state, sample);
      });
      expect(state).toEqual(whole);
      expect(Object.is(indicator.value(state), indicator.value(whole))).toBe(true);
    }),
  );
});

test("the list holds them all", () => {
  expect(INDICATORS).toContain(atr);
});
