import type { HistoryBar } from "@bowline/contracts";
import { type Us, US_PER_MINUTE, addUs, px, qty, us } from "@bowline/kernel";
import { type PlainBar, spanOf } from "@bowline/market";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Studied,
  correctBar,
  indicatorFacts,
  initialStudies,
  studyBar,
  studyDays,
  studyHistory,
} from "./studies.ts";

const checked = checkRules(
  `strategy: test
description: For tests.
groups: all
indicators:
  minute: { sma: { period: 3 } }
  quarter: { sma: { period: 4 }, timeframe: 15m }
  day: { sma: { period: 3 }, timeframe: 1d }
  range: { atr: { period: 2 }, timeframe: 1d }
  week: { sma: { period: 1 }, timeframe: 1w }
rules: [{ id: rule, on: bar, do: { exit: {} } }]
`,
  "s.yaml",
);
if (!checked.ok) throw new Error("the strategy of this test is wrong");
const strategy: CompiledStrategy = checked.value;

/** Three weeks with Thanksgiving and half a day in them. */
const sessions = Array.from({ length: 21 }, (_, day) => us(Date.UTC(2024, 10, 10 + day, 17) * 1000)).flatMap((noon) => {
  const span = spanOf("1d", noon);
  return span === undefined ? [] : [{ openUs: addUs(span.closeUs, -span.minutes * US_PER_MINUTE), ...span }];
});
/** Every thirtieth minute of each session, the last one among them, at a price of its own. */
const minutesOf = (day: number): readonly (PlainBar & HistoryBar)[] => {
  const session = sessions[day]!;
  return Array.from({ length: session.minutes / 30 }, (_, index) =>
    bar(addUs(session.openUs, (index + 1) * 30 * US_PER_MINUTE), day * 7 + index),
  );
};
function bar(closeUs: Us, step: number): PlainBar & HistoryBar {
  const price = 1_000_000 * (100 + ((step * 37) % 23));
  const prices = {
    openPx: px(price),
    highPx: px(price + 900_000),
    lowPx: px(price - 700_000),
    closePx: px(price + 100_000),
  };
  return { closeUs, status: "TRADED", ...prices, volume: qty(5_000_000) };
}
const dayOf = (day: number): HistoryBar => {
  const bars = minutesOf(day);
  return {
    closeUs: sessions[day]!.closeUs,
    openPx: bars[0]!.openPx!,
    highPx: px(Math.max(...bars.map(({ highPx }) => highPx!))),
    lowPx: px(Math.min(...bars.map(({ lowPx }) => lowPx!))),
    closePx: bars.at(-1)!.closePx!,
    volume: qty(5_000_000 * bars.length),
  };
};
const daysBefore = (day: number): readonly HistoryBar[] => sessions.slice(0, day).map((_, index) => dayOf(index));
const minutesBefore = (day: number): readonly HistoryBar[] =>
  sessions.slice(0, day).flatMap((_, index) => minutesOf(index));
const readings = (studied: Studied) => indicatorFacts(strategy, studied);

/** A machine that runs from the first session on, and asks for daily bars at each start. */
function longRun(through: number): Studied {
  const studied = initialStudies(strategy);
  for (let day = 0; day <= through; day++) {
    studyDays(strategy, studied, daysBefore(day));
    for (const each of minutesOf(day)) studyBar(strategy, studied, each);
  }
  return studied;
}

describe("bars of days", () => {
  it("give rules their indicators on days and weeks at once, and the session under way counts when it is over", () => {
    const studied = initialStudies(strategy);
    studyDays(strategy, studied, daysBefore(5));
    const mean = ([2, 3, 4].reduce((sum, day) => sum + dayOf(day).closePx!, 0) / 3) | 0;
    expect(Math.floor(readings(studied)["day"]!.value!)).toBe(mean);
    // The last session of the week before.
    expect(readings(studied)["week"]!.value).toBe(dayOf(4).closePx);
    const bars = minutesOf(5);
    for (const each of bars.slice(0, -1)) studyBar(strategy, studied, each);
    expect(Math.floor(readings(studied)["day"]!.value!)).toBe(mean);
    studyBar(strategy, studied, bars.at(-1)!);
    expect(Math.floor(readings(studied)["day"]!.value!)).toBe(
      ([3, 4, 5].reduce((sum, day) => sum + dayOf(day).closePx!, 0) / 3) | 0,
    );
  });

  it("are counted once, in whatever order they, minutes of the past and live minutes come, cut anywhere", () => {
    const day = fc.integer({ min: 4, max: sessions.length - 1 });
    fc.assert(
      fc.property(
        day,
        fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)),
        fc.boolean(),
        (today, [at, minutesAt, cutAt], again) => {
          const live = minutesOf(today);
          let studied = initialStudies(strategy);
          live.forEach((each, index) => {
            if (index === at % live.length) studyDays(strategy, studied, daysBefore(today));
            if (index === minutesAt % live.length) studyHistory(strategy, studied, minutesBefore(today));
            if (index === cutAt) studied = JSON.parse(JSON.stringify(studied)) as Studied;
            studyBar(strategy, studied, each);
          });
          if (again) studyDays(strategy, studied, daysBefore(today));
          expect(readings(studied)).toEqual(readings(longRun(today)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("stay what they are where a minute of the session is put right", () => {
    const [right, corrected] = [initialStudies(strategy), initialStudies(strategy)];
    for (const studied of [right, corrected]) studyDays(strategy, studied, daysBefore(6));
    const bars = minutesOf(6);
    for (const each of bars) studyBar(strategy, right, each);
    for (const [index, each] of bars.entries())
      studyBar(strategy, corrected, index === 3 ? bar(each.closeUs, 99) : each);
    correctBar(strategy, corrected, bars[3]!);
    expect(readings(corrected)).toEqual(readings(right));
  });

  it("that come a session late change nothing", () => {
    const studied = longRun(7);
    for (const each of minutesOf(8).slice(0, 3)) studyBar(strategy, studied, each);
    const before = readings(studied);
    studyDays(strategy, studied, daysBefore(6));
    expect(readings(studied)).toEqual(before);
  });
});
