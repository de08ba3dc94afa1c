import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeExport } from "@bowline/report";
import { aBar, aJournal, at } from "@bowline/testkit";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-chart-"));
afterAll(() => rmSync(folder, { recursive: true }));
const minutes = Array.from({ length: 30 }, (_, index) => aBar({ timeframe: "1m", closeUs: at(60 * (index + 1)) }));
writeExport(join(folder, "export.jsonl"), aJournal(minutes));

test("draws a recorded session, as JSON and as a page, and says what is not there", async () => {
  const page = join(folder, "aapl.html");
  const [text, json, html, unknown, date] = await Promise.all([
    runCommand(["chart", "AAPL", "--record", folder, "--width", "60"]),
    runCommand(["chart", "AAPL", "--record", folder, "--json"]),
    runCommand(["chart", "AAPL", "--record", folder, "--html", page]),
    runCommand(["chart", "APL", "--record", folder]),
    runCommand(["chart", "AAPL", "--record", folder, "--date", "1999-01-04"]),
  ]);
  expect(text.out).toMatch(/^AAPL \d{4}-\d\d-\d\d {2}100\.00 → 100\.10/);
  const { bars, lines } = JSON.parse(json.out) as { bars: unknown[]; lines: { name: string }[] };
  expect([bars.length, lines.map(({ name }) => name)]).toEqual([30, ["ema", "vwap"]]);
  expect([html.code, readFileSync(page, "utf8").includes("lightweight")]).toEqual([0, true]);
  expect([unknown.code, unknown.errors]).toEqual([64, expect.stringContaining("did you mean `AAPL`?")]);
  expect([date.code, date.errors]).toEqual([64, expect.stringContaining("no bars of AAPL on 1999-01-04")]);
});
