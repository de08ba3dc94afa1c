import type { HistoryBar } from "@bowline/contracts";
import { US_PER_MINUTE, addUs, makePrng, shares } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { T0, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { carryStudies } from "./carry-studies.ts";
import { minutesNeeded } from "./cold.ts";
import { type Studied, indicatorFacts, initialStudies, studyBar, studyHistory, studyOther } from "./studies.ts";

function strategyOf(indicators: string): CompiledStrategy {
  const checked = checkRules(
    `strategy: test\ndescription: For tests.\ngroups: all\nindicators: ${indicators}\nrules: [{ id: rule, on: bar, do: { exit: {} } }]\n`,
    "s.yaml",
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

const prng = makePrng("carry");
const PRICES = Array.from({ length: 2000 }, () => 50 + (prng.uint32() % 50));
const FIRST_PAST = -900;

/** The bar that closes so many minutes after the open; those of the past are of the day before. */
function bar(minute: number): PlainBar & HistoryBar {
  const px = dollars(String(PRICES[minute - FIRST_PAST]));
  const closeUs = addUs(T0, (minute > 0 ? minute : minute - 1300) * US_PER_MINUTE);
  return { closeUs, status: "TRADED", openPx: px, highPx: px, lowPx: px, closePx: px, volume: shares(100) };
}
const bars = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => bar(from + index));

function live(strategy: CompiledStrategy, studied: Studied, from: number, to: number): void {
  for (const each of bars(from, to)) studyBar(strategy, studied, each);
}
const valuesOf = (strategy: CompiledStrategy, studied: Studied): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(Object.entries(indicatorFacts(strategy, studied)).map(([name, { value }]) => [name, value]));

/** Warm from so many bars of the past, and twenty minutes of the session. */
function warmWith(strategy: CompiledStrategy, past: number): Studied {
  const studied = initialStudies(strategy);
  studyHistory(strategy, studied, bars(-past, 0));
  live(strategy, studied, 1, 20);
  return studied;
}

const BEFORE = strategyOf("{ fast: { ema: { period: 5 } }, five: { sma: { period: 2 }, timeframe: 5m } }");
const AFTER = strategyOf(
  "{ quick: { ema: { period: 5 } }, five: { sma: { period: 2 }, timeframe: 5m }, wide: { sma: { period: 60 } }, slow: { sma: { period: 3 }, timeframe: 15m }, near: { sma: { period: 4 } } }",
);

describe("studies carried to another version", () => {
  test("keep their values to the bit under whatever name, now and later", () => {
    const studied = warmWith(BEFORE, 60);
    const same = warmWith(BEFORE, 60);
    carryStudies(BEFORE, AFTER, studied);
    for (const to of [20, 40]) {
      live(AFTER, studied, 21, to);
      live(BEFORE, same, 21, to);
      const [carried, kept] = [valuesOf(AFTER, studied), valuesOf(BEFORE, same)];
      expect([carried["quick"], carried["five"]]).toEqual([kept["fast"], kept["five"]]);
    }
  });

  test("know a new one at once where the bars that are kept are enough, and no other", () => {
    const studied = warmWith(BEFORE, 10);
    carryStudies(BEFORE, AFTER, studied);
    const { near, wide, slow } = valuesOf(AFTER, studied);
    expect([near === undefined, wide, slow]).toEqual([false, undefined, undefined]);
    expect(Object.keys(studied.cold ?? {})).toEqual(["wide", "slow"]);
  });

  test("have of new ones what they had had from the start, once history came; the others do not change", () => {
    const studied = warmWith(BEFORE, 10);
    const fromTheStart = warmWith(AFTER, 880);
    carryStudies(BEFORE, AFTER, studied);
    const { quick, five } = valuesOf(AFTER, studied);
    studyHistory(AFTER, studied, bars(-880, 20));
    expect(studied.cold).toEqual({});
    const [now, wanted] = [valuesOf(AFTER, studied), valuesOf(AFTER, fromTheStart)];
    expect([now["quick"], now["five"]]).toEqual([quick, five]);
    expect([now["wide"], now["slow"]]).toEqual([wanted["wide"], wanted["slow"]]);
    expect(wanted["slow"]).toBeDefined();
  });

  test("wait for history that is long enough, and may be carried again meanwhile", () => {
    const studied = warmWith(BEFORE, 10);
    carryStudies(BEFORE, AFTER, studied);
    studyHistory(AFTER, studied, bars(-30, 20));
    expect(Object.keys(studied.cold ?? {})).toEqual(["wide", "slow"]);
    const last = strategyOf("{ broad: { sma: { period: 60 } } }");
    carryStudies(AFTER, last, studied);
    expect(Object.keys(studied.cold ?? {})).toEqual(["broad"]);
    live(last, studied, 21, 60);
    expect(valuesOf(last, studied)["broad"]).toBeDefined();
  });

  test("compare with another symbol from the bars on that both have", () => {
    const pair = strategyOf("{ fast: { ema: { period: 5 } }, pair: { beta: { period: 5, with: SPY } } }");
    const studied = warmWith(BEFORE, 10);
    carryStudies(BEFORE, pair, studied);
    expect(valuesOf(pair, studied)["pair"]).toBeUndefined();
    for (let minute = 21; minute <= 40; minute++) {
      live(pair, studied, minute, minute);
      studyOther(pair, studied, "SPY", bar(minute));
    }
    expect(valuesOf(pair, studied)["pair"]).toBeDefined();
    carryStudies(pair, BEFORE, studied);
    expect(studied.others).toEqual({});
  });
});

test("an indicator needs the minutes of its period, five times as many where it weighs the whole past, and days as sessions", () => {
  const needs = (indicator: string): number =>
    minutesNeeded(strategyOf(`{ it: ${indicator} }`).indicators["it"] as never);
  expect(needs("{ sma: { period: 60 } }")).toBe(60);
  expect(needs("{ ema: { period: 40 } }")).toBe(200);
  expect(needs("{ sma: { period: 3 }, timeframe: 1d }")).toBe(3 * 390);
});
