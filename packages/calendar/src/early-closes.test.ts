import { describe, expect, it } from "vitest";
import { FIRST_YEAR, LAST_YEAR, sessionOf, wallTimeOf } from "./index.ts";

/**
 * Every session of NYSE since 1990 that ended before 16:00, by year, written out and not derived from any rule: to 2011 from
 * NYSE's list of special closings and pandas_market_calendars' reading of it, from 2012 from the yearly notices "NYSE Group
 * Announces … Holiday and Early Closings Calendar" (the last one of 23 December 2025 tells 2026 to 2028). 1999-12-31: NYSE's
 * press release of 4 June 1999, which that list lacks. At 13:00 where no other time stands.
 */
const EARLY_CLOSES: Readonly<Record<number, string>> = {
  1990: "12-24 14:00",
  1991: "12-24 14:00",
  1992: "11-27 14:00, 12-24 14:00",
  1993: "11-26",
  1994: "02-11 14:30, 11-25",
  1995: "07-03, 11-24",
  1996: "01-08 14:00, 07-05, 11-29, 12-24",
  1997: "07-03, 10-27 15:30, 11-28, 12-24, 12-26",
  1998: "11-27, 12-24",
  1999: "11-26, 12-31",
  2000: "07-03, 11-24",
  2001: "07-03, 11-23, 12-24",
  2002: "07-05, 11-29, 12-24",
  2003: "07-03, 11-28, 12-24, 12-26",
  2004: "11-26",
  2005: "06-01 15:56, 11-25",
  2006: "07-03, 11-24",
  2007: "07-03, 11-23, 12-24",
  2008: "07-03, 11-28, 12-24",
  2009: "11-27, 12-24",
  2010: "11-26",
  2011: "11-25",
  2012: "07-03, 11-23, 12-24",
  2013: "07-03, 11-29, 12-24",
  2014: "07-03, 11-28, 12-24",
  2015: "11-27, 12-24",
  2016: "11-25",
  2017: "07-03, 11-24",
  2018: "07-03, 11-23, 12-24",
  2019: "07-03, 11-29, 12-24",
  2020: "11-27, 12-24",
  2021: "11-26",
  2022: "11-25",
  2023: "07-03, 11-24",
  2024: "07-03, 11-29, 12-24",
  2025: "07-03, 11-28, 12-24",
  2026: "11-27, 12-24",
  2027: "11-26",
  2028: "07-03, 11-24",
};

/** Every session that opened after 09:30, from the same list. */
const LATE_OPENS =
  "1990-12-27 09:31, 1991-01-17 09:31, 1991-02-25 09:31, 1995-12-18 10:30, 1996-01-08 11:00, 2001-09-17 09:33, " +
  "2001-10-08 09:31, 2002-09-11 12:00, 2003-03-20 09:32, 2004-06-07 09:32, 2006-12-27 09:32";

function sessionsOf(year: number): { date: string; open: string; close: string }[] {
  const days = Array.from({ length: 366 }, (_, day) =>
    Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }),
  );
  return days
    .filter((day) => day.year === year)
    .flatMap((day) => sessionOf(day.toString()) ?? [])
    .map(({ date, openUs, closeUs }) => ({ date, open: wallTimeOf(openUs), close: wallTimeOf(closeUs) }));
}

describe("regular hours", () => {
  it.each(Object.entries(EARLY_CLOSES))("of %s end early on %s only", (year, expected) => {
    const early = sessionsOf(Number(year))
      .filter(({ close }) => close !== "16:00")
      .map(({ date, close }) => (close === "13:00" ? date.slice(5) : `${date.slice(5)} ${close}`));
    expect(early.join(", ")).toBe(expected);
  });

  it("begin late on the days of NYSE's list, and on no other", () => {
    const late = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => sessionsOf(FIRST_YEAR + index))
      .flat()
      .filter(({ open }) => open !== "09:30")
      .map(({ date, open }) => `${date} ${open}`);
    expect(late.join(", ")).toBe(LATE_OPENS);
  });
});
