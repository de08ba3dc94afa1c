import { describe, expect, it } from "vitest";
import { clockChangesOf, sessionOf } from "./index.ts";

const utcOf = (date: string): string => {
  const { openUs, closeUs } = sessionOf(date)!;
  return [openUs, closeUs]
    .map((time) =>
      Temporal.Instant.fromEpochMilliseconds(time / 1000)
        .toString()
        .slice(11, 16),
    )
    .join("-");
};
/** How far the open lies from 00:00 of the same date in another city. */
const openIn = (date: string, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(sessionOf(date)!.openUs / 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

describe("[fault 45] the clock's changes", () => {
  it.each([
    // The Uniform Time Act as amended in 1986, and from 2007 by the Energy Policy Act of 2005.
    [1990, ["1990-04-01", "1990-10-28"]],
    [2006, ["2006-04-02", "2006-10-29"]],
    [2007, ["2007-03-11", "2007-11-04"]],
    [2026, ["2026-03-08", "2026-11-01"]],
  ])("of New York in %i are known", (year, dates) => {
    expect(clockChangesOf(year).map(({ date }) => date)).toEqual(dates);
  });

  it("of Europe are those of directive 2000/84/EC", () => {
    expect(clockChangesOf(2026, "Europe/Brussels")).toEqual([
      { date: "2026-03-29", utc: "2026-03-29T01:00:00Z", offsetHours: 2 },
      { date: "2026-10-25", utc: "2026-10-25T01:00:00Z", offsetHours: 1 },
    ]);
  });

  it("move the session in UTC and never on the wall [pitfall 22]", () => {
    // The Friday before and the Monday after each change of 2026, New York's and Europe's.
    const weeks = ["2026-03-06", "2026-03-09", "2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26", "2026-10-30"];
    expect([...weeks, "2026-11-02"].map((date) => [date, utcOf(date), openIn(date, "Europe/Berlin")])).toEqual([
      ["2026-03-06", "14:30-21:00", "15:30"],
      ["2026-03-09", "13:30-20:00", "14:30"],
      ["2026-03-27", "13:30-20:00", "14:30"],
      ["2026-03-30", "13:30-20:00", "15:30"],
      ["2026-10-23", "13:30-20:00", "15:30"],
      ["2026-10-26", "13:30-20:00", "14:30"],
      ["2026-10-30", "13:30-20:00", "14:30"],
      ["2026-11-02", "14:30-21:00", "15:30"],
    ]);
    // Before 2007 New York changed three weeks later in spring.
    expect([utcOf("2006-03-31"), utcOf("2006-04-03")]).toEqual(["14:30-21:00", "13:30-20:00"]);
  });

  it("leave every session between a Friday and a Monday as long as it is", () => {
    for (const year of [1990, 2000, 2013, 2026, 2035])
      for (const { date } of clockChangesOf(year)) {
        const monday = sessionOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString())!;
        expect(monday.closeUs - monday.openUs).toBe(6.5 * 3_600_000_000);
      }
  });
});
