import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Event } from "@bowline/contracts";
import { expect, it } from "vitest";
import { makeHome, startDemo } from "./demo-process.ts";

it("delayed data that is asked for is shown as such, and nothing is entered on it", async () => {
  const home = makeHome();
  const switches = join(home, "switches.yaml");
  writeFileSync(switches, "marketDataPermission: delayed\ndelayMinutes: 1\n");
  const record = join(home, "record");
  // A market in which live data is traded on.
  const demo = startDemo(["--minutes", "20", "--seed", "1", "--record", record], {
    BOWLINE_SIM_SWITCHES: switches,
    BOWLINE_MARKET_DATA_TYPE: "delayed",
  });
  const summary = await demo.summary();
  const lines = readFileSync(join(record, "export.jsonl"), "utf8").trim().split("\n");
  const events = lines.map((line) => (JSON.parse(line) as { event: Event }).event);
  const types = events.flatMap((event) => (event.kind === "md.quote" ? [event.dataType] : []));
  expect(new Set(types)).toEqual(new Set(["DELAYED"]));
  expect(events.filter(({ kind }) => kind === "signal.accepted").length).toBeGreaterThan(5);
  expect(summary).toMatchObject({ orders: 0, fills: 0, noData: 0 });
  const alerts = events.flatMap((event) => (event.kind === "control.alert" ? [`${event.code} ${event.subject}`] : []));
  expect(alerts).toContain("QUOTES_NOT_LIVE AAPL");
});
