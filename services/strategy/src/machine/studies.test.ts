import type { HistoryBar } from "@bowline/contracts";
import { US_PER_MINUTE, addUs, shares } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { T0, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { type Studied, indicatorFacts, initialStudies, studyBar, studyHistory } from "./studies.ts";

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
  expect(values(again)).toEqual([30, 30]);
  expect(JSON.stringify(again)).toBe(JSON.stringify(studied));
});
