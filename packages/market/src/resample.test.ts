import { sessionOf } from "@bowline/calendar";
import { BAR_LENGTHS, type BarLength, US_PER_MINUTE, type Us, shares, us } from "@bowline/kernel";
import fc from "fast-check";
import { dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { type LongBar, type PlainBar, type ResampleState, initialResample, resample } from "./resample.ts";

/** A bar that closes so many minutes after the open of a date, at a whole price in dollars. */
function minuteOf(date: string, minute: number, price: number, status: PlainBar["status"] = "TRADED"): PlainBar {
  const closeUs = us((sessionOf(date)?.openUs ?? 0) + minute * US_PER_MINUTE);
  if (status !== "TRADED") return { closeUs, status, volume: shares(0) };
  const px = dollars(String(price));
  return { closeUs, status, openPx: px, highPx: px, lowPx: px, closePx: px, volume: shares(100) };
}

const DAY = "2024-01-03";

const minutesOf = (date: string): readonly PlainBar[] => {
  const session = sessionOf(date);
  const count = session === undefined ? 0 : (session.closeUs - session.openUs) / US_PER_MINUTE;
  return Array.from({ length: count }, (_, index) => minuteOf(date, index + 1, 100 + (index % 7)));
};

function run(timeframe: BarLength, bars: readonly PlainBar[], state = initialResample()): readonly LongBar[] {
  return bars.flatMap((bar) => resample(timeframe, state, bar));
}

const ends = (bars: readonly LongBar[], date = DAY): number[] =>
  bars.map(({ closeUs }) => (closeUs - (sessionOf(date)?.openUs ?? 0)) / US_PER_MINUTE);

describe("a session", () => {
  test.each<[BarLength, number]>([
    ["1m", 390],
    ["2m", 195],
    ["5m", 78],
    ["15m", 26],
    ["30m", 13],
    ["1h", 7],
    ["1d", 1],
  ])("in bars of %s has %i of them, none with a minute missing", (timeframe, count) => {
    const bars = run(timeframe, minutesOf(DAY));
    expect(bars).toHaveLength(count);
    expect(bars.filter(({ missing }) => missing !== 0)).toEqual([]);
    expect(bars.reduce((sum, { volume }) => sum + volume, 0)).toBe(390 * shares(100));
  });

  test("has hours from 09:30, the last of which is half as long", () => {
    expect(ends(run("1h", minutesOf(DAY)))).toEqual([60, 120, 180, 240, 300, 360, 390]);
  });

  test("ends early where the exchange does", () => {
    const early = "2024-07-03";
    expect(ends(run("1h", minutesOf(early)), early)).toEqual([60, 120, 180, 210]);
    expect(run("1d", minutesOf(early))[0]?.missing).toBe(0);
  });

  test("begins at the open on both sides of a clock change", () => {
    for (const date of ["2024-03-08", "2024-03-11", "2024-11-01", "2024-11-04"])
      expect(ends(run("30m", minutesOf(date)), date)[0]).toBe(30);
  });
});

test("a bar opens with its first trade, closes with its last, and reaches as far as any", () => {
  const bars = [
    minuteOf(DAY, 1, 10),
    minuteOf(DAY, 2, 14),
    minuteOf(DAY, 3, 8, "NO_TRADE"),
    minuteOf(DAY, 4, 9),
    minuteOf(DAY, 5, 11),
  ];
  expect(run("5m", bars)).toEqual([
    {
      closeUs: bars[4]?.closeUs,
      status: "TRADED",
      openPx: dollars("10"),
      highPx: dollars("14"),
      lowPx: dollars("9"),
      closePx: dollars("11"),
      volume: shares(400),
      missing: 0,
    },
  ]);
});

test("a week ends with its last session, whatever day that is", () => {
  // The Friday of that week is a holiday.
  const days = ["2024-03-25", "2024-03-26", "2024-03-27", "2024-03-28"];
  const bars = run("1w", days.flatMap(minutesOf));
  expect(bars.map(({ closeUs, missing }) => ({ closeUs, missing }))).toEqual([
    { closeUs: sessionOf("2024-03-28")?.closeUs, missing: 0 },
  ]);
});

describe("a week", () => {
  const week = (...days: readonly string[]) => run("1w", days.flatMap(minutesOf));

  test.each([
    ["whose clocks go forward in New York", ["2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14", "2024-03-15"]],
    ["between New York's change and Europe's", ["2024-03-25", "2024-03-26", "2024-03-27", "2024-03-28"]],
    ["whose clocks go back in New York", ["2024-11-04", "2024-11-05", "2024-11-06", "2024-11-07", "2024-11-08"]],
    ["with a holiday and an early close", ["2024-11-25", "2024-11-26", "2024-11-27", "2024-11-29"]],
    ["over the end of a year", ["2024-12-30", "2024-12-31", "2025-01-02", "2025-01-03"]],
  ])("%s is one bar of all its minutes, at its last close", (_, days) => {
    const minutes = days.flatMap(minutesOf).length;
    expect(week(...days)).toMatchObject([
      { closeUs: sessionOf(days.at(-1) ?? "")?.closeUs, missing: 0, volume: minutes * shares(100) },
    ]);
    for (const timeframe of ["1d", "1h", "5m"] as const)
      expect(run(timeframe, days.flatMap(minutesOf)).filter(({ missing }) => missing !== 0)).toEqual([]);
    expect(run("1d", days.flatMap(minutesOf)).map(({ closeUs }) => closeUs)).toEqual(
      days.map((day) => sessionOf(day)?.closeUs),
    );
  });

  test("that lost a whole day says how many minutes are missing", () => {
    expect(week("2024-11-04", "2024-11-05", "2024-11-07", "2024-11-08")).toMatchObject([
      { status: "TRADED", missing: 390 },
    ]);
  });
});

test.each(BAR_LENGTHS)("bars of extended hours change no bar of %s", (timeframe) => {
  const around = [-30, -1, 0].map((minute) => minuteOf(DAY, minute, 1));
  const after = [391, 392, 600].map((minute) => minuteOf(DAY, minute, 999));
  expect(run(timeframe, [...around, ...minutesOf(DAY), ...after])).toEqual(run(timeframe, minutesOf(DAY)));
});

test.each(BAR_LENGTHS)("a corrected minute that is folded again corrects its bar of %s and no other", (timeframe) => {
  const week = ["2024-01-02", DAY, "2024-01-04", "2024-01-05"].flatMap(minutesOf);
  const wrong = minuteOf(DAY, 101, 0, "NO_DATA");
  const told = week.map((bar) => (bar.closeUs === wrong.closeUs ? wrong : bar));
  const corrected = week.map((bar) => (bar.closeUs === wrong.closeUs ? minuteOf(DAY, 101, 500) : bar));
  const [before, now] = [run(timeframe, told), run(timeframe, corrected)];
  const changed = now.filter((bar, index) => JSON.stringify(bar) !== JSON.stringify(before[index]));
  expect(now).toHaveLength(before.length);
  expect(changed).toMatchObject([{ highPx: dollars("500"), missing: 0 }]);
});

test("what is missing is counted; where nothing traded and a minute is missing nobody knows", () => {
  const [traded, unknown, quiet] = run("2m", [
    minuteOf(DAY, 1, 10),
    minuteOf(DAY, 2, 0, "NO_DATA"),
    minuteOf(DAY, 3, 0, "NO_TRADE"),
    minuteOf(DAY, 4, 0, "NO_DATA"),
    minuteOf(DAY, 5, 0, "NO_TRADE"),
    minuteOf(DAY, 6, 0, "NO_TRADE"),
  ]);
  expect([traded?.status, traded?.missing]).toEqual(["TRADED", 1]);
  expect([unknown?.status, unknown?.missing]).toEqual(["NO_DATA", 1]);
  expect([quiet?.status, quiet?.missing]).toEqual(["NO_TRADE", 0]);
});

test("a bar whose last minute never came is closed by the next one", () => {
  const bars = run("5m", [minuteOf(DAY, 4, 10), minuteOf(DAY, 6, 11)]);
  expect(ends(bars)).toEqual([5]);
  expect(bars[0]?.missing).toBe(4);
});

test("a revised minute brings its bar again; an older one changes nothing", () => {
  const state = initialResample();
  const push = (bar: PlainBar) => resample("2m", state, bar);
  push(minuteOf(DAY, 1, 10));
  expect(push(minuteOf(DAY, 2, 11))[0]?.closePx).toBe(dollars("11"));
  const [again] = push(minuteOf(DAY, 2, 12));
  expect([again?.openPx, again?.closePx, again?.volume]).toEqual([dollars("10"), dollars("12"), shares(200)]);
  expect(push(minuteOf(DAY, 1, 99))).toEqual([]);
});

test("the pre-market and the evening are left out", () => {
  expect(run("1m", [minuteOf(DAY, 0, 10), minuteOf(DAY, 391, 10)])).toEqual([]);
});

test("the same minutes give the same bars after snapshot and restore", () => {
  const days = [...minutesOf(DAY), ...minutesOf("2024-01-04")];
  fc.assert(
    fc.property(fc.constantFrom(...BAR_LENGTHS), fc.nat(days.length), (timeframe, cut) => {
      const state = initialResample();
      const before = run(timeframe, days.slice(0, cut), state);
      const again = JSON.parse(JSON.stringify(state)) as ResampleState;
      expect([...before, ...run(timeframe, days.slice(cut), again)]).toEqual(run(timeframe, days));
    }),
    { numRuns: 10 },
  );
});

test("nothing comes before it is closed", () => {
  const closes: Us[] = [];
  const state = initialResample();
  for (const bar of minutesOf(DAY)) {
    for (const long of resample("15m", state, bar)) {
      expect(long.closeUs).toBeLessThanOrEqual(bar.closeUs);
      closes.push(long.closeUs);
    }
  }
  expect(new Set(closes).size).toBe(26);
});
