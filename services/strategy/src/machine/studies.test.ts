import type { HistoryBar } from "@bowline/contracts";
import { US_PER_MINUTE, addUs, shares } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { T0, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Studied,
  atrNow,
  correctBar,
  indicatorFacts,
  initialStudies,
  studyBar,
  studyHistory,
  studyOther,
  studyOtherHistory,
} from "./studies.ts";

const checked = checkRules(
  `strategy: test
description: For tests.
groups: all
indicators: { mean: { sma: { period: 3 } }, slow: { sma: { period: 2 }, timeframe: 2m } }
rules: [{ id: rule, on: bar, do: { exit: {} } }]
`,
  "s.yaml",
);
if (!checked.ok) throw new Error("the strategy of this test is wrong");
const strategy: CompiledStrategy = checked.value;

const bar = (minute: number, price: number): PlainBar & HistoryBar => {
  const px = dollars(String(price));
  const closeUs = addUs(T0, minute * US_PER_MINUTE);
  return { closeUs, status: "TRADED", openPx: px, highPx: px, lowPx: px, closePx: px, volume: shares(100) };
};
const values = (studied: Studied) =>
  Object.values(indicatorFacts(strategy, studied)).map(({ value, scale }) =>
    value === undefined ? value : value / scale,
  );
const live = (studied: Studied, ...bars: readonly PlainBar[]) => {
  for (const each of bars) studyBar(strategy, studied, each);
};

test("runs over one-minute bars, and over longer ones once they are closed", () => {
  const studied = initialStudies(strategy);
  live(studied, bar(1, 10), bar(2, 20), bar(3, 30));
  expect(values(studied)).toEqual([20, undefined]);
  live(studied, bar(4, 40));
  expect(values(studied)).toEqual([30, 30]);
});

test("a revised minute replaces the last one in both", () => {
  const studied = initialStudies(strategy);
  live(studied, bar(1, 10), bar(2, 20), bar(3, 30), bar(4, 40), bar(4, 70));
  expect(values(studied)).toEqual([40, 45]);
});

test("history that comes late is put before the bars that came live", () => {
  const studied = initialStudies(strategy);
  live(studied, bar(3, 30), bar(4, 40));
  studyHistory(strategy, studied, [bar(2, 20), bar(1, 10), bar(3, 99)]);
  const plain = initialStudies(strategy);
  live(plain, bar(1, 10), bar(2, 20), bar(3, 30), bar(4, 40));
  expect(values(studied)).toEqual(values(plain));
  studyHistory(strategy, studied, [bar(1, 99), bar(5, 50)]);
  expect(values(studied)).toEqual([40, 30]);
});

test("is plain JSON: what is restored goes on to the bit", () => {
  const studied = initialStudies(strategy);
  live(studied, bar(1, 10), bar(2, 20), bar(3, 30));
  const again = JSON.parse(JSON.stringify(studied)) as Studied;
  for (const each of [studied, again]) live(each, bar(4, 41), bar(4, 40));
  expect([values(again), values(studied)]).toEqual([
    [30, 30],
    [30, 30],
  ]);
  expect(JSON.stringify(again)).toBe(JSON.stringify(studied));
});

describe("a corrected bar", () => {
  const many = checkRules(
    `strategy: test
description: For tests.
groups: all
indicators:
  mean: { sma: { period: 3 } }
  fading: { ema: { period: 5 } }
  day: { vwap: {} }
  strength: { rsi: { period: 4 } }
  slow: { ema: { period: 3 }, timeframe: 5m }
rules: [{ id: rule, on: bar, do: { exit: {} } }]
`,
    "s.yaml",
  );
  if (!many.ok) throw new Error("the strategy of this test is wrong");
  const all: CompiledStrategy = many.value;
  const readings = (studied: Studied) => [atrNow(all, studied), indicatorFacts(all, studied)];
  const dead = (minute: number): PlainBar => ({
    closeUs: addUs(T0, minute * US_PER_MINUTE),
    status: "NO_DATA",
    volume: shares(0),
  });

  test("puts all values right that came of it, as the final bars alone give them", () => {
    const minutes = fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 99 }),
        /** What was told first: the bar, another one, none, or nothing at all. */
        first: fc.constantFrom("same", "same", "same", "other", "dead", "absent"),
        /** After how many more bars it is put right. */
        after: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(minutes, fc.nat(60), fc.boolean(), (told, cut, hasHistory) => {
        const final = initialStudies(all);
        let corrected = initialStudies(all);
        const history = [bar(-2000, 50), bar(-1999, 51)];
        for (const studied of [final, corrected]) if (hasHistory) studyHistory(all, studied, history);
        for (let index = 0; index < told.length + 31; index++) {
          const one = told[index];
          if (one !== undefined && one.first !== "absent") {
            const wrong = one.first === "other" ? bar(index + 1, one.price + 7) : dead(index + 1);
            studyBar(all, corrected, one.first === "same" ? bar(index + 1, one.price) : wrong);
          }
          if (index === cut) corrected = JSON.parse(JSON.stringify(corrected)) as Studied;
          told.forEach(({ price, first, after }, at) => {
            if (first !== "same" && at + after === index) correctBar(all, corrected, bar(at + 1, price));
          });
          if (index % 7 === 0) readings(corrected);
        }
        told.forEach(({ price }, at) => studyBar(all, final, bar(at + 1, price)));
        expect(readings(corrected)).toEqual(readings(final));
      }),
      { numRuns: 60 },
    );
  });

  test("of the session before this one changes nothing", () => {
    const [plain, corrected] = [initialStudies(all), initialStudies(all)];
    const day = 24 * 60;
    for (const studied of [plain, corrected]) {
      studyHistory(all, studied, [bar(-day, 50)]);
      for (const each of [bar(1, 10), bar(2, 11), bar(day + 1, 12), bar(day + 2, 13)]) studyBar(all, studied, each);
    }
    correctBar(all, corrected, bar(2, 99));
    expect(readings(corrected)).toEqual(readings(plain));
    correctBar(all, corrected, bar(day + 1, 99));
    expect(readings(corrected)).not.toEqual(readings(plain));
  });
});

describe("an indicator with another symbol", () => {
  const compared = checkRules(
    `strategy: test
description: For tests.
groups: all
indicators:
  near: { correlation: { period: 3, with: SPY } }
  wide: { beta: { period: 2, with: SPY }, timeframe: 2m }
rules: [{ id: rule, on: bar, do: { exit: {} } }]
`,
    "s.yaml",
  );
  if (!compared.ok) throw new Error("the strategy of this test is wrong");
  const strategyOfTwo = compared.value;
  const valuesOf = (studied: Studied) =>
    Object.values(indicatorFacts(strategyOfTwo, studied)).map(({ value }) => value);
  const OWN = [10, 11, 13, 12, 14, 17, 15, 16, 18, 17];
  const SPY = [50, 51, 50, 53, 52, 55, 56, 54, 57, 58];

  /** Minute by minute: those of `lead` first. */
  function run(own: readonly number[], spy: readonly number[], lead: "own" | "spy" = "own"): Studied {
    const studied = initialStudies(strategyOfTwo);
    own.forEach((price, index) => {
      if (lead === "own") studyBar(strategyOfTwo, studied, bar(index + 1, price));
      studyOther(strategyOfTwo, studied, "SPY", bar(index + 1, spy[index]!));
      if (lead === "spy") studyBar(strategyOfTwo, studied, bar(index + 1, price));
    });
    return studied;
  }

  test("has a value, the same whichever symbol's bars come first", () => {
    const [near, wide] = valuesOf(run(OWN, SPY));
    // Of 16, 18, 17 and 54, 57, 58.
    expect(near).toBeCloseTo(0.7206, 4);
    expect(wide).toBeDefined();
    expect(valuesOf(run(OWN, SPY, "spy"))).toEqual([near, wide]);
  });

  test("of no symbol that went silent", () => {
    const studied = run(OWN, SPY);
    for (const minute of [11, 12]) studyBar(strategyOfTwo, studied, bar(minute, 20));
    expect(valuesOf(studied)[0]).toBeUndefined();
  });

  test("a bar of either symbol that is put right gives what the right bars alone would have given", () => {
    const studied = run(
      OWN.map((price, index) => (index === 8 ? 99 : price)),
      SPY.map((price, index) => (index === 7 ? 99 : price)),
    );
    correctBar(strategyOfTwo, studied, bar(9, OWN[8]!));
    studyOther(strategyOfTwo, studied, "SPY", bar(8, SPY[7]!));
    expect(valuesOf(studied)).toEqual(valuesOf(run(OWN, SPY)));
  });

  test("warms up by history, whichever symbol's comes first, and after live bars", () => {
    const past = (prices: readonly number[]) => prices.slice(0, 7).map((price, index) => bar(index + 1, price));
    for (const ownFirst of [true, false]) {
      const studied = initialStudies(strategyOfTwo);
      studyBar(strategyOfTwo, studied, bar(8, OWN[7]!));
      studyOther(strategyOfTwo, studied, "SPY", bar(8, SPY[7]!));
      if (ownFirst) studyHistory(strategyOfTwo, studied, past(OWN));
      studyOtherHistory(strategyOfTwo, studied, "SPY", past(SPY));
      if (!ownFirst) studyHistory(strategyOfTwo, studied, past(OWN));
      expect(valuesOf(studied)).toEqual(valuesOf(run(OWN.slice(0, 8), SPY.slice(0, 8))));
    }
  });

  test("the next session's first bar of the other symbol may be put right as well", () => {
    const day = (index: number) => index + 24 * 60;
    const start = (first: number) => {
      const studied = run(OWN, SPY);
      studyHistory(strategyOfTwo, studied, [bar(0, 9)]);
      studyOther(strategyOfTwo, studied, "SPY", bar(day(1), first));
      for (const [index, price] of OWN.slice(0, 4).entries()) {
        studyBar(strategyOfTwo, studied, bar(day(index + 1), price));
        studyOther(strategyOfTwo, studied, "SPY", bar(day(index + 2), SPY[index]!));
      }
      return studied;
    };
    const corrected = start(99);
    studyOther(strategyOfTwo, corrected, "SPY", bar(day(1), 60));
    expect(valuesOf(corrected)).toEqual(valuesOf(start(60)));
    expect(valuesOf(corrected)[1]).toBeDefined();
  });
});
