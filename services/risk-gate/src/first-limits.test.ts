import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256Hex } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import type { LimitsVersion } from "@bowline/service-kit";
import { afterAll, describe, expect, it } from "vitest";
import { firstLimits } from "./first-limits.ts";
import { cash } from "./test-gate.ts";

const home = mkdtempSync(join(tmpdir(), "bowline-first-limits-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const CAREFUL = renderLimits({ equity: cash("100000"), profile: "careful" });
const NORMAL = renderLimits({ equity: cash("100000"), profile: "normal" });
const version = (yaml: string): LimitsVersion => ({
  kind: "control.limits",
  hash: sha256Hex(yaml),
  replaces: "",
  yaml,
  reason: "",
  by: "loop",
});

/** What a gate begins with where the file and the journal have these, and what a person is told. */
async function begin(inFile: string, inJournal?: { readonly first: string; readonly inForce: string }) {
  const file = join(home, "limits.yaml");
  writeFileSync(file, inFile);
  const told: string[] = [];
  const { limitsHash } = await firstLimits(file, {
    alerts: { raise: ({ code, detail }) => void told.push(`${code}: ${detail}`), settled: async () => undefined },
    limitsVersions: async (started) =>
      inJournal === undefined
        ? started && { first: started, inForce: started.hash }
        : { first: version(inJournal.first), inForce: sha256Hex(inJournal.inForce) },
  });
  return { limitsHash, told };
}

describe("the limits that a gate begins with", () => {
  it("are the file's in a new journal, and the journal's ever after", async () => {
    expect(await begin(CAREFUL)).toEqual({ limitsHash: sha256Hex(CAREFUL), told: [] });
    const after = await begin(NORMAL, { first: CAREFUL, inForce: NORMAL });
    expect(after).toEqual({ limitsHash: sha256Hex(CAREFUL), told: [] });
  });

  it("are not changed by an edit of the file, which is told", async () => {
    const { limitsHash, told } = await begin(NORMAL, { first: CAREFUL, inForce: CAREFUL });
    expect(limitsHash).toBe(sha256Hex(CAREFUL));
    expect(told).toEqual([expect.stringMatching(/^LIMITS_FILE_DIFFERS: other limits hold/)]);
  });

  it("do not need a file that can be read, where the journal has them", async () => {
    const { limitsHash, told } = await begin("limits: [", { first: CAREFUL, inForce: CAREFUL });
    expect(limitsHash).toBe(sha256Hex(CAREFUL));
    expect(told.join()).toContain("it cannot be read: ");
    await expect(begin("limits: [")).rejects.toThrow("limits.yaml:1");
  });
});
