import { usOfExchangeTime } from "@bowline/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAR_SIZES, parseBarSize } from "./bar-sizes.ts";
import { isLongEnough, isShortEnough, parseDuration, startOf } from "./durations.ts";

const MINUTE = 60_000_000;
const at = (date: string, hour: number, minute = 0): number => usOfExchangeTime(date, hour, minute);
const from = (text: string, endUs: number): number => startOf(parseDuration(text)!, endUs);

describe("a duration", () => {
  it("is a count and a unit, and nothing else", () => {
    expect(parseDuration("1800 S")).toEqual({ count: 1800, unit: "S" });
    expect(parseDuration("6M")).toEqual({ count: 6, unit: "M" });
    for (const text of ["", "0 D", "1 day", "-1 D", "D", "1.5 D", "1 H"]) expect(parseDuration(text)).toBeUndefined();
  });

  it("of seconds counts regular hours, over nights, weekends and early closes", () => {
    const monday = at("2024-03-04", 9, 30);
    expect(from("60 S", monday)).toBe(at("2024-03-01", 15, 59));
    expect(from("120 S", monday + MINUTE)).toBe(at("2024-03-01", 15, 59));
    expect(from("60 S", at("2024-03-03", 12))).toBe(at("2024-03-01", 15, 59));
    // The Friday after Thanksgiving ends at 13:00.
    expect(from("60 S", at("2024-12-02", 9))).toBe(at("2024-11-29", 12, 59));
    expect(from(`${6.5 * 3600} S`, at("2024-03-04", 16))).toBe(monday);
  });

  it("of days counts trading days, the one that runs among them", () => {
    expect(from("1 D", at("2024-03-04", 10))).toBe(at("2024-03-04", 0));
    expect(from("1 D", at("2024-03-04", 9, 30))).toBe(at("2024-03-01", 0));
    expect(from("3 D", at("2024-12-02", 10))).toBe(at("2024-11-27", 0));
  });

  it("of weeks, months and years is the calendar's, back from the last trading day", () => {
    // Labor Day: the last session was on Friday.
    expect(from("1 M", at("2023-09-04", 16))).toBe(at("2023-08-02", 0));
    expect(from("1 W", at("2024-03-04", 10))).toBe(at("2024-02-27", 0));
    expect(from("1 M", at("2024-03-28", 10))).toBe(at("2024-02-29", 0));
    expect(from("1 Y", at("2024-03-04", 10))).toBe(at("2023-03-05", 0));
  });

  it("that is longer never begins later", () => {
    const durations = fc.record({ count: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom("S", "D", "W", "M") });
    fc.assert(
      fc.property(durations, fc.integer({ min: 0, max: 100_000 }), ({ count, unit }, minutes) => {
        const endUs = at("2024-01-02", 10) + minutes * MINUTE;
        const [shorter, longer] = [from(`${count} ${unit}`, endUs), from(`${count + 1} ${unit}`, endUs)];
        expect(longer).toBeLessThanOrEqual(shorter);
        expect(shorter).toBeLessThan(endUs);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the table of step sizes", () => {
  const legal = (text: string): string[] =>
    BAR_SIZES.filter(
      (size) => isLongEnough(size, parseDuration(text)!) && isShortEnough(size, parseDuration(text)!),
    ).map(({ name }) => name);

  it("is IB's", () => {
    const ends = (text: string) => [legal(text)[0], legal(text).at(-1)];
    expect(ends("60 S")).toEqual(["1 secs", "1 min"]);
    expect(ends("61 S")).toEqual(["1 secs", "2 mins"]);
    expect(ends("1800 S")).toEqual(["1 secs", "30 mins"]);
    expect(ends("3600 S")).toEqual(["5 secs", "1 hour"]);
    expect(ends("14400 S")).toEqual(["10 secs", "3 hours"]);
    expect(ends("28800 S")).toEqual(["30 secs", "8 hours"]);
    expect(ends("1 D")).toEqual(["1 min", "1 day"]);
    expect(ends("2 D")).toEqual(["2 mins", "1 day"]);
    expect(ends("1 W")).toEqual(["3 mins", "1W"]);
    expect(ends("1 M")).toEqual(["30 mins", "1M"]);
    expect(ends("5 Y")).toEqual(["1 day", "1M"]);
  });

  it("knows bar sizes by every name that clients write", () => {
    const names = ["1 sec", "1 mins", "1 hours", "1D", "1 week", "1 month", "1m"].map(
      (text) => parseBarSize(text)?.name,
    );
    expect(names).toEqual(["1 secs", "1 min", "1 hour", "1 day", "1W", "1M", "1M"]);
    expect(parseBarSize("2 secs")).toBeUndefined();
  });
});
