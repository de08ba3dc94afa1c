import type { HistoryBar } from "@bowline/contracts";
import { US_PER_DAY, addUs, shares } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { type Days, countBar, countHistory, dayAt, recountDay } from "./day.ts";

const bar = (minute: number, close: string, days = 0): HistoryBar => ({
  closeUs: addUs(at(minute * 60), days * US_PER_DAY),
  openPx: dollars("100"),
  highPx: dollars("101"),
  lowPx: dollars(close),
  closePx: dollars(close),
  volume: shares(10),
});

test("a session is what its bars add up to; the day after knows its close", () => {
  const days: Days = {};
  for (const one of [bar(1, "99"), bar(2, "98"), bar(2, "50")]) countBar(days, one);
  expect(dayAt(days, at(180))).toMatchObject({
    day: { volume: shares(20), openPx: dollars("100"), lowPx: dollars("98"), closePx: dollars("98") },
    previousClosePx: undefined,
  });
  const tomorrow = addUs(at(60), US_PER_DAY);
  expect(dayAt(days, tomorrow)).toEqual({ day: undefined, previousClosePx: dollars("98") });
  countBar(days, bar(1, "97", 1));
  expect(dayAt(days, tomorrow)).toMatchObject({ day: { volume: shares(10) }, previousClosePx: dollars("98") });
});

test("history that comes late is put before what came live, whatever its order, and once", () => {
  const days: Days = {};
  countBar(days, bar(3, "99"));
  const past = [bar(380, "95", -1), bar(1, "97"), bar(2, "96"), bar(3, "10"), bar(379, "94", -1)];
  countHistory(days, past);
  countHistory(days, past);
  expect(dayAt(days, at(200))).toMatchObject({
    day: { volume: shares(30), lowPx: dollars("96"), closePx: dollars("99") },
    previousClosePx: dollars("95"),
  });
});

test("a bar that turned out otherwise gives the session that the final bars alone would have given", () => {
  const traded = (one: HistoryBar) => ({ ...one, status: "TRADED" as const });
  const days: Days = {};
  for (const one of [bar(380, "95", -1), bar(1, "90"), bar(2, "98")]) countBar(days, one);
  const right = [bar(1, "97"), bar(2, "98")].map(traded);
  recountDay(days, right, at(60));
  expect(dayAt(days, at(200))).toMatchObject({
    day: { volume: shares(20), lowPx: dollars("97"), closePx: dollars("98") },
    previousClosePx: dollars("95"),
  });
  const [, second] = right as [HistoryBar, ReturnType<typeof traded>];
  recountDay(days, [{ ...second, status: "NO_TRADE" }], at(120));
  expect(dayAt(days, at(200))).toEqual({ day: undefined, previousClosePx: dollars("95") });
  recountDay(days, [traded(bar(1, "97", 1))], addUs(at(60), US_PER_DAY));
  recountDay(days, right, at(60));
  expect(dayAt(days, addUs(at(200), US_PER_DAY)).day).toMatchObject({ volume: shares(10), lowPx: dollars("97") });
});

test("nothing traded, nothing known", () => {
  const days: Days = {};
  countBar(days, { closeUs: at(60), volume: shares(0) });
  expect(dayAt(days, at(60))).toEqual({ day: undefined, previousClosePx: undefined });
});
