import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../test-command.ts";

const STRATEGY = `strategy: test
description: For tests.
groups: all
indicators:
  fast: { ema: { period: 12 } }
  swing: { rsi: { period: 14, of: { ema: { period: 9 } } } }
  band: { bollinger: { output: upper }, timeframe: 15m }
rules: [{ id: rule, on: bar, when: [{ indicator: { value: ind.fast, above: ind.band } }], do: { exit: {} } }]
`;

test("list names every indicator, check what those of a file need", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bowline-indicators-"));
  const file = join(folder, "s.yaml");
  writeFileSync(file, STRATEGY);
  const [list, check] = await Promise.all([
    runCommand(["indicators", "list"]),
    runCommand(["indicators", "check", file]),
  ]);
  rmSync(folder, { recursive: true });
  expect(list.out).toContain("macd { fast: 12, slow: 26, signal: 9 }");
  expect(check.out.split("\n")).toEqual([
    expect.stringMatching(/^ind\.fast \(ema, 1m\): 12 bars, 1 day; error left .* %; 0\.0001 % after \d+ bars$/),
    expect.stringMatching(/^ind\.swing \(rsi, 1m\): 23 bars, 1 day; error left 100 %; 0\.0001 % after \d+ bars$/),
    "ind.band (bollinger, 15m): 20 bars, 1 day; no error left",
    "",
  ]);
});
