import { type JsonValue, canonicalJson } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INDICATORS, type Indicator, findingsOf, makeStudy, withDefaults } from "./index.ts";
import type { Study, StudyBar } from "./study.ts";
import type { StudySpec } from "./study-spec.ts";
import { anyBars, anyShapes, barOf } from "./testing/arbitraries.ts";
import { goldenBars, runBars, runGolden } from "./testing/golden.ts";

/** Short windows, so that sixty bars warm everything. */
const SHORT: Readonly<Record<string, number>> = {
  ...{ period: 5, atrPeriod: 4, fast: 3, slow: 6, signal: 3, smoothing: 2, window: 4 },
  ...{ conversion: 3, base: 4, span: 6, displacement: 4, minutes: 5 },
};
const RUNS = { numRuns: 25 };

function specOf(indicator: Indicator): StudySpec {
  const params = Object.fromEntries(
    Object.entries(indicator.params).map(([name, param]) => [name, SHORT[name] ?? param.default]),
  );
  return {
    indicator: indicator.name,
    params,
    ...(indicator.takes === "pair" ? { with: "hlc3" as const } : {}),
  };
}

/** Every output after each bar. */
function runStudy(study: Study, bars: readonly StudyBar[], state = study.init()) {
  return bars.map((bar) => {
    study.push(state, bar);
    return valuesOf(study, state);
  });
}

const valuesOf = (study: Study, state: ReturnType<Study["init"]>) =>
  Object.keys(INDICATORS.find(({ name }) => name === study.spec.indicator)!.outputs).map((output) =>
    study.value(state, output),
  );

test("there are at least forty, each with a name of its own", () => {
  expect(INDICATORS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(INDICATORS.map(({ name }) => name)).size).toBe(INDICATORS.length);
});

describe.each(INDICATORS)("$name", (indicator) => {
  const spec = specOf(indicator);

  test("runs with its defaults", () => {
    const withNothing = { indicator: indicator.name, ...(indicator.takes === "pair" ? { with: "open" as const } : {}) };
    expect(findingsOf(withNothing)).toEqual([]);
  });

  test("is the same to the bit after snapshot and restore, wherever the cut is", () => {
    fc.assert(
      fc.property(anyBars(60), fc.nat(60), (bars, cut) => {
        const study = makeStudy(spec);
        const whole = study.init();
        const expected = runStudy(study, bars, whole);
        const first = study.init();
        const before = runStudy(study, bars.slice(0, cut), first);
        const again = study.restore(JSON.parse(canonicalJson(study.snapshot(first))) as JsonValue);
        expect([...before, ...runStudy(study, bars.slice(cut), again)]).toEqual(expected);
        expect(study.snapshot(again)).toEqual(study.snapshot(whole));
      }),
      RUNS,
    );
  });

  test("gives after repeated and revised bars what the final bars alone give [pitfall 14]", () => {
    fc.assert(
      fc.property(anyShapes, anyShapes, (finals, others) => {
        const study = makeStudy(spec);
        const state = study.init();
        const plain = study.init();
        finals.forEach((shape, index) => {
          const bar = barOf(shape, index);
          const other = others[index];
          if (other !== undefined) {
            study.push(state, barOf(other, index));
            study.push(state, barOf(other, index));
          }
          study.push(state, bar);
          study.push(plain, bar);
          expect(valuesOf(study, state)).toEqual(valuesOf(study, plain));
        });
        expect(study.snapshot(state)).toEqual(study.snapshot(plain));
      }),
      RUNS,
    );
  });

  test("has a finite value or none", () => {
    fc.assert(
      fc.property(anyBars(60), (bars) => {
        const values = runStudy(makeStudy(spec), bars).flat();
        expect(values.filter((value) => value !== undefined && !Number.isFinite(value))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("needs as many bars as it says", () => {
    // One needs a whole session of 391 minutes, the other something that happened.
    if (indicator.name === "pivotPoints" || indicator.name === "barsSince") return;
    const needed = indicator.barsNeeded(withDefaults(indicator.params, spec.params));
    const outputs = Object.values(runGolden(indicator, spec.params));
    const first = Math.max(...outputs.map((values) => values.findIndex((value) => value !== undefined)));
    expect(first).toBe(needed - 1);
  });

  test.runIf(indicator.memory === "window")("forgets what is older than the bars it needs [pitfall 14]", () => {
    const needed = indicator.barsNeeded(withDefaults(indicator.params, spec.params));
    const long = runBars(indicator, spec.params!, goldenBars);
    const short = runBars(indicator, spec.params!, goldenBars.slice(150));
    for (const [output, values] of Object.entries(long)) {
      const late = short[output]!.slice(needed);
      const differing = values.slice(150 + needed).filter((value, index) => {
        const other = late[index];
        if (value === undefined || other === undefined) return value !== other;
        return Math.abs(other - value) > 1e-13 * Math.abs(value);
      });
      expect(differing).toEqual([]);
    }
  });

  test.runIf(indicator.memory === "recursive")(
    "comes to the values of a longer run, however it began [pitfall 14]",
    () => {
      const long = runBars(indicator, spec.params!, goldenBars);
      const short = runBars(indicator, spec.params!, goldenBars.slice(100));
      for (const [output, values] of Object.entries(long)) {
        const [last, lastOfShort] = [values.slice(-20), short[output]!.slice(-20)];
        expect(last.filter((value) => value === undefined)).toEqual([]);
        const differing = last.filter(
          (value, index) => !(Math.abs(lastOfShort[index]! - value!) <= 1e-9 * Math.abs(value!)),
        );
        expect(differing).toEqual([]);
      }
    },
  );
});
