import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keyIdOf } from "./signature.ts";
import { readTrustedKeys } from "./trusted-keys.ts";

const home = mkdtempSync(join(tmpdir(), "bowline-trusted-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const KEY = "A".repeat(43);
const since = 'since: "2026-01-01T00:00:00Z"';

function read(text: string) {
  const file = join(home, "trusted-keys.yaml");
  writeFileSync(file, text);
  return readTrustedKeys(file);
}

describe("trusted keys", () => {
  it("are found by their short names, each with its end", () => {
    const line = `{ signer: operator, name: ada, key: ${KEY}, until: "2026-02-01T00:00:00Z" }`;
    const { sinceMs, byId } = read(`${since}\nkeys:\n  - ${line}\n`);
    expect(sinceMs).toBe(Date.UTC(2026, 0, 1));
    expect(byId.get(keyIdOf(KEY))).toMatchObject({ signer: "operator", name: "ada", untilMs: Date.UTC(2026, 1, 1) });
  });

  it.each([
    ["keys: []", "since"],
    [`${since}\nkeys:\n  - { signer: friend, name: ada, key: ${KEY} }`, "signer"],
    [`${since}\nkeys:\n  - { signer: operator, name: ada, key: short }`, "32 bytes"],
    [`${since}\nkeys: []\nother: 1`, "other"],
    ['since: "soon"\nkeys: []', "a moment"],
  ])("%j is refused, with what is wrong", (text, found) => {
    expect(() => read(text)).toThrow(found);
  });
});
