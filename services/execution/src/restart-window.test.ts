import { type Us, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { NO_RESTART_WINDOW, parseRestartWindow } from "./restart-window.ts";

const at = (text: string): Us => us(Temporal.Instant.from(text).epochMilliseconds * 1000);
const NEW_YORK = parseRestartWindow("23:45-00:45 America/New_York");

describe("the nightly restart", () => {
  it.each([
    ["2024-01-03T04:44:59Z", false],
    ["2024-01-03T04:45:00Z", true],
    ["2024-01-03T05:00:00Z", true],
    ["2024-01-03T05:45:00Z", true],
    ["2024-01-03T05:45:01Z", false],
    ["2024-01-03T14:30:00Z", false],
    // The same hours by the clock on the wall, in summer time.
    ["2024-07-03T03:44:59Z", false],
    ["2024-07-03T03:45:00Z", true],
    // The night in which the clock goes forward, and the one in which it goes back.
    ["2024-03-10T05:30:00Z", true],
    ["2024-11-03T04:30:00Z", true],
  ])("at %s: %j", (time, inside) => {
    expect(NEW_YORK?.covers(at(time))).toBe(inside);
  });

  it.each([
    ["2024-01-03T04:43:59Z", false],
    ["2024-01-03T04:44:00Z", true],
    ["2024-01-03T05:46:00Z", true],
    ["2024-01-03T05:46:01Z", false],
  ])("with a minute before and after it, at %s: %j [fault 34]", (time, inside) => {
    expect(NEW_YORK?.covers(at(time), 60_000)).toBe(inside);
  });

  it("may be at noon, or never", () => {
    const noon = parseRestartWindow("12:00-12:05 Europe/Berlin");
    expect(noon?.covers(at("2024-01-03T11:02:00Z"))).toBe(true);
    expect(noon?.covers(at("2024-01-03T23:02:00Z"))).toBe(false);
    expect(NO_RESTART_WINDOW.covers(at("2024-01-03T05:00:00Z"))).toBe(false);
  });

  it.each(["", "23:45", "23:45-24:00 UTC", "23:45-00:45", "23:45-00:45 Nowhere/Land", "10:00-10:00 UTC"])(
    "is not %j",
    (text) => expect(parseRestartWindow(text)).toBeUndefined(),
  );
});
