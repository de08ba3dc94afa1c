import { px } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { hoursAlerts } from "./hours-alerts.ts";
import { instrumentEntry } from "./market-entries.ts";

const instrument = (liquidHours: string, timeZoneId = "US/Eastern") => ({
  symbol: "AAPL",
  conId: 1,
  minTick: px(10_000),
  currency: "USD",
  primaryExchange: "NASDAQ",
  longName: "APPLE INC",
  liquidHours,
  timeZoneId,
});
const AS_EVER = "20241127:0930-20241127:1600;20241128:CLOSED;20241129:0930-20241129:1300";
const MOURNING = "20241127:CLOSED;20241128:CLOSED";

const tech = { instrument: { group: "tech", symbol: "AAPL" } };

describe("the broker's hours of an instrument", () => {
  it("are no news where they are the calendar's, or not told", () => {
    expect(hoursAlerts(instrument(AS_EVER))).toEqual([]);
    expect(hoursAlerts(instrument(""))).toEqual([]);
  });
  it("are told to a person where they differ, and hold", () => {
    expect(hoursAlerts(instrument(MOURNING))).toEqual([
      {
        severity: "WARNING",
        code: "HOURS_DIFFER",
        subject: "AAPL",
        detail: "2024-11-27: broker closed, calendar 09:30-16:00: the broker's hours hold",
      },
    ]);
    expect(instrumentEntry(tech, instrument(MOURNING)).liquidHours).toBe(MOURNING);
  });
  it("are told to a person where they are not understood, and do not hold", () => {
    expect(hoursAlerts(instrument(AS_EVER, "Japan"))).toMatchObject([
      { code: "HOURS_NOT_UNDERSTOOD", detail: 'time zone "Japan" not understood: the calendar\'s hours hold' },
    ]);
    expect(instrumentEntry(tech, instrument(AS_EVER, "Japan"))).not.toHaveProperty("liquidHours");
    expect(instrumentEntry(tech, instrument(""))).not.toHaveProperty("liquidHours");
  });
});
