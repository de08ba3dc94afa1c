import { describe, expect, it } from "vitest";
import { describeDifference, hoursDifferences, parseLiquidHours, sessionOf } from "./index.ts";

const THANKSGIVING =
  "20241127:0930-20241127:1600;20241128:CLOSED;20241129:0930-20241129:1300;20241130:CLOSED;20241201:CLOSED;20241202:0930-20241202:1600";
const daysOf = (text: string) => {
  const days = parseLiquidHours(text, "US/Eastern");
  if (!days.ok) throw new Error(days.error);
  return days.value;
};
const differences = (text: string): string[] => hoursDifferences(daysOf(text), "NYSE").map(describeDifference);

describe("the broker's liquid hours", () => {
  it("are read as sessions of exchange time", () => {
    const days = daysOf(THANKSGIVING);
    expect(days.map(({ date, session }) => [date, session !== undefined])).toEqual([
      ["2024-11-27", true],
      ["2024-11-28", false],
      ["2024-11-29", true],
      ["2024-11-30", false],
      ["2024-12-01", false],
      ["2024-12-02", true],
    ]);
    expect(days[2]?.session).toEqual(sessionOf("2024-11-29"));
  });

  it("agree with the calendar over an early close, a holiday and a weekend", () => {
    expect(differences(THANKSGIVING)).toEqual([]);
  });

  it("differ where a session begins, ends or is missing otherwise", () => {
    expect(differences("20241127:1000-20241127:1600")).toEqual([
      "2024-11-27: broker 10:00-16:00, calendar 09:30-16:00",
    ]);
    expect(differences("20241129:0930-20241129:1600;20241202:CLOSED;20241128:0930-20241128:1600")).toEqual([
      "2024-11-29: broker 09:30-16:00, calendar 09:30-13:00",
      "2024-12-02: broker closed, calendar 09:30-16:00",
      "2024-11-28: broker 09:30-16:00, calendar closed",
    ]);
  });

  it.each([
    ["", "US/Eastern", "no liquid hours"],
    ["20241127:0930-20241127:1600", "Europe/London", 'time zone "Europe/London"'],
    ["20241127:0930-20241128:1600", "US/Eastern", 'liquid hours "20241127:0930-20241128:1600"'],
    ["20241127:1600-20241127:0930", "US/Eastern", 'liquid hours "20241127:1600-20241127:0930"'],
    ["20240230:CLOSED", "US/Eastern", 'liquid hours "20240230:CLOSED"'],
    ["20241127:0930-20241127:2500", "US/Eastern", 'liquid hours "20241127:0930-20241127:2500"'],
    [
      "20241127:CLOSED;20241127:0930-20241127:1600",
      "EST (Eastern Standard Time)",
      "liquid hours tell 2024-11-27 twice",
    ],
  ])("that are not understood are refused: %s of %s", (text, timeZone, error) => {
    expect(parseLiquidHours(text, timeZone)).toEqual({ ok: false, error });
  });
});
