import { describe, expect, it } from "vitest";
import { runCommand } from "../test-command.ts";

describe("the command calendar", () => {
  it("prints a session with its hours and why they are short", async () => {
    const { code, out } = await runCommand(["calendar", "2026-11-27"]);
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        "2026-11-27 Friday, NYSE: the day after Thanksgiving",
        "  regular 09:30 to 13:00 in New York (14:30 to 18:00 UTC)",
        "  before  04:00 to 09:30",
        "  after   13:00 to 17:00",
        "  next session 2026-11-30",
        "",
      ].join("\n"),
    });
  });

  it("prints why there is no session, as JSON too", async () => {
    const { out } = await runCommand(["calendar", "2025-01-09", "--json", "--exchange", "NASDAQ"]);
    expect(JSON.parse(out)).toEqual({
      date: "2025-01-09",
      weekday: "Thursday",
      exchange: "NASDAQ",
      kind: "SPECIAL_CLOSURE",
      reason: "day of mourning for President Carter",
      nextSession: "2025-01-10",
    });
  });

  it("prints a year's unusual days and the changes of the clocks", async () => {
    const { out } = await runCommand(["calendar", "2012"]);
    expect(out).toContain("2012, NYSE: 250 sessions; 09:30 to 16:00 in New York, but for\n");
    expect(out).toContain("  2012-10-29 Mon  closed          hurricane Sandy\n");
    expect(out).toContain("  2012-12-24 Mon  09:30 to 13:00  Christmas Eve\n");
    expect(out).toContain("  New York 2012-03-11 (UTC-4), 2012-11-04 (UTC-5)\n");
    expect(out).toContain("  Europe   2012-03-25 (UTC+2), 2012-10-28 (UTC+1)\n");
  });

  it.each(["2026-02-30", "1989", "2036-01-02", "tomorrow", "--exchange"])("refuses %s", async (argument) => {
    expect((await runCommand(["calendar", argument])).code).toBe(64);
  });
});
