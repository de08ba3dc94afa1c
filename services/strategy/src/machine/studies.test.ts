import type { HistoryBar } from "@bowline/contracts";
import { US_PER_MINUTE, addUs, shares } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { T0, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Studied, atrNow, correctBar, indicatorFacts, initialStudies, studyBar, studyHistory } from "./studies.ts";

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
