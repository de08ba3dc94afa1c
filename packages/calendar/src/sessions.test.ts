import { US_PER_DAY, US_PER_MINUTE, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import {
  exchangeTimeAt,
  extendedHoursOf,
  nextSession,
  phaseAt,
  sessionAt,
  sessionOf,
  SPECIAL_DAYS,
  tradingDayOf,
  usOfExchangeTime,
} from "./index.ts";

const at = (text: string) => us(Temporal.Instant.from(text).epochMilliseconds * 1000);

/** Days without a session on weekdays, and early closes, of one year. */
function irregularDays(year: number): { closed: string[]; early: string[] } {
  const closed: string[] = [];
  const early: string[] = [];
  for (let day = Temporal.PlainDate.from(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
    const session = sessionOf(day.toString());
    if (day.dayOfWeek < 6 && session === undefined) closed.push(day.toString().slice(5));
    if (session !== undefined && exchangeTimeAt(session.closeUs).timeOfDayUs < 960 * US_PER_MINUTE)
      early.push(session.date.slice(5));
  }
  return { closed, early };
}

describe("sessions of US equities", () => {
  // As published by the exchange.
  it.each([
    [
      2002,
      ["01-01", "01-21", "02-18", "03-29", "05-27", "07-04", "09-02", "11-28", "12-25"],
      ["07-05", "11-29", "12-24"],
    ],
    [
      2012,
      ["01-02", "01-16", "02-20", "04-06", "05-28", "07-04", "09-03", "10-29", "10-30", "11-22", "12-25"],
      ["07-03", "11-23", "12-24"],
    ],
    [
      2013,
      ["01-01", "01-21", "02-18", "03-29", "05-27", "07-04", "09-02", "11-28", "12-25"],
      ["07-03", "11-29", "12-24"],
    ],
    [2021, ["01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"], ["11-26"]],
    [2022, ["01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26"], ["11-25"]],
    [
      2024,
      ["01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"],
      ["07-03", "11-29", "12-24"],
    ],
    [
      2025,
      ["01-01", "01-09", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01", "11-27", "12-25"],
      ["07-03", "11-28", "12-24"],
    ],
    [
      2026,
      ["01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26", "12-25"],
      ["11-27", "12-24"],
    ],
    [1994, ["02-21", "04-01", "04-27", "05-30", "07-04", "09-05", "11-24", "12-26"], ["02-11", "11-25"]],
    [
      1997,
      ["01-01", "02-17", "03-28", "05-26", "07-04", "09-01", "11-27", "12-25"],
      ["07-03", "10-27", "11-28", "12-24", "12-26"],
    ],
    [2027, ["01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25", "12-24"], ["11-26"]],
    [2028, ["01-17", "02-21", "04-14", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"], ["07-03", "11-24"]],
  ])("knows the closed days and early closes of %i", (year, closed, early) => {
    expect(irregularDays(year)).toEqual({ closed, early });
  });

  it("opens at 09:30 of New York in winter and in summer", () => {
    expect(sessionOf("2024-03-08")?.openUs).toBe(at("2024-03-08T14:30:00Z"));
    expect(sessionOf("2024-03-11")?.openUs).toBe(at("2024-03-11T13:30:00Z"));
    expect(sessionOf("2024-11-29")?.closeUs).toBe(at("2024-11-29T18:00:00Z"));
  });

  it("refuses a date outside the years it knows", () => {
    expect(() => sessionOf("1989-12-29")).toThrow("1990 to 2035");
    expect(() => sessionOf("2036-01-02")).toThrow("1990 to 2035");
  });

  it("follows Nasdaq where NYSE alone changed its hours", () => {
    expect(sessionOf("1995-12-18")?.openUs).toBe(at("1995-12-18T15:30:00Z"));
    expect(sessionOf("1995-12-18", "NASDAQ")?.openUs).toBe(at("1995-12-18T14:30:00Z"));
    for (const { date } of SPECIAL_DAYS.filter(({ exchanges }) => exchanges.length === 2))
      expect(sessionOf(date, "NASDAQ"), date).toEqual(sessionOf(date));
  });

  it("says why a day is not as usual", () => {
    const day = (date: string) => tradingDayOf(Temporal.PlainDate.from(date), "NYSE");
    expect(day("2018-12-05")).toEqual({
      kind: "SPECIAL_CLOSURE",
      reason: "day of mourning for President G. H. W. Bush",
    });
    expect(day("2027-12-24")).toEqual({ kind: "HOLIDAY", reason: "Christmas" });
    expect(day("2026-11-27")).toMatchObject({ close: "13:00", reason: "the day after Thanksgiving" });
    expect(day("2026-11-28")).toEqual({ kind: "WEEKEND" });
    expect(day("2026-11-30")).toEqual({ kind: "SESSION", open: "09:30", close: "16:00" });
  });

  it("trades from 04:00 to four hours after the close around a session", () => {
    expect(extendedHoursOf("2024-07-03")).toEqual({
      fromUs: at("2024-07-03T08:00:00Z"),
      toUs: at("2024-07-03T21:00:00Z"),
    });
    expect(extendedHoursOf("2024-07-04")).toBeUndefined();
  });

  it("holds its open and not its close", () => {
    const session = sessionOf("2024-03-11")!;
    expect(sessionAt(session.openUs)).toEqual(session);
    expect(sessionAt(us(session.openUs - 1))).toBeUndefined();
    expect(sessionAt(us(session.closeUs - 1))).toEqual(session);
    expect(sessionAt(session.closeUs)).toBeUndefined();
  });

  it("finds the next session over a weekend and a holiday", () => {
    expect(nextSession(at("2024-03-28T20:00:00Z")).date).toBe("2024-04-01");
    expect(nextSession(at("2024-04-01T13:29:59Z")).date).toBe("2024-04-01");
    expect(nextSession(at("2024-04-01T13:30:00Z")).date).toBe("2024-04-02");
  });

  it("names the phase of the day", () => {
    const phases = ["03:59", "04:00", "09:29", "09:30", "15:59", "16:00", "19:59", "20:00"].map((time) => {
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      return phaseAt(usOfExchangeTime("2024-03-11", hour, minute));
    });
    expect(phases).toEqual(["CLOSED", "PRE", "PRE", "REGULAR", "REGULAR", "POST", "POST", "CLOSED"]);
    expect(phaseAt(usOfExchangeTime("2024-03-10", 12, 0))).toBe("CLOSED");
    expect(phaseAt(usOfExchangeTime("2024-07-03", 14, 0))).toBe("POST");
    expect(phaseAt(usOfExchangeTime("2024-07-03", 17, 0))).toBe("CLOSED");
  });

  it("shows the exchange's wall clock across the change to summer time", () => {
    expect(exchangeTimeAt(at("2024-03-10T06:59:59Z"))).toEqual({
      date: "2024-03-10",
      timeOfDayUs: 119 * US_PER_MINUTE + 59_000_000,
    });
    expect(exchangeTimeAt(at("2024-03-10T07:00:00Z"))).toEqual({
      date: "2024-03-10",
      timeOfDayUs: 180 * US_PER_MINUTE,
    });
    expect(exchangeTimeAt(us(at("2024-03-11T04:00:00Z") - 1))).toEqual({
      date: "2024-03-10",
      timeOfDayUs: US_PER_DAY - 1,
    });
  });
});
