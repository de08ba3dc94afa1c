import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFailure, makeGroups } from "@bowline/config";
import { sha256Hex } from "@bowline/kernel";
import type { JournalAtStart, StrategyVersion } from "@bowline/service-kit";
import { afterAll, expect, test } from "vitest";
import { firstVersion } from "./first-version.ts";
import { aVersion, STRATEGY_YAML } from "./testing/scenario.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-first-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "strategy.yaml");
const groups = makeGroups([["tech", ["AAPL"]]]);
const OTHER = STRATEGY_YAML.replace("minConfidence: 0.6", "minConfidence: 0.7");

/** A journal with these versions; the one that starts becomes the first of an empty one. */
async function startOn(...versions: readonly StrategyVersion[]) {
  const alerts: string[] = [];
  const journal: JournalAtStart = {
    alerts: { raise: ({ code, detail }) => void alerts.push(`${code}: ${detail}`), settled: async () => undefined },
    limitsVersions: async () => undefined,
    knownVersions: async () => undefined,
    versionsOf: async (started) => ({ first: versions[0] ?? started, newest: versions.at(-1) ?? started }),
  };
  return { hash: (await firstVersion(file, groups, journal)).hash, alerts };
}

test("a journal begins with the file, and goes on with the first of its versions whatever the file says now", async () => {
  writeFileSync(file, STRATEGY_YAML);
  expect(await startOn()).toEqual({ hash: sha256Hex(STRATEGY_YAML), alerts: [] });
  const { hash, alerts } = await startOn(aVersion(OTHER));
  expect(hash).toBe(sha256Hex(OTHER));
  expect(alerts).toEqual([expect.stringMatching(/^STRATEGY_FILE_DIFFERS: .*rules reload/)]);
  expect(await startOn(aVersion(OTHER), aVersion(STRATEGY_YAML))).toEqual({ hash: sha256Hex(OTHER), alerts: [] });
});

test("a file that does not hold ends the start", async () => {
  writeFileSync(file, STRATEGY_YAML.replace("groups: [tech]", "groups: [teck]"));
  await expect(startOn()).rejects.toThrow(ConfigFailure);
});
