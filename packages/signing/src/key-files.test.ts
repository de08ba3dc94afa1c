import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureKey, makeKeyFiles, readSigningKey } from "./key-files.ts";
import { keyIdOf, publicKeyText } from "./signature.ts";
import { readTrustedKeys } from "./trusted-keys.ts";

const home = mkdtempSync(join(tmpdir(), "bowline-keys-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the keys of a system", () => {
  it("are one for each signer, read by its owner alone, and all of them trusted", () => {
    const files = makeKeyFiles(join(home, "keys"));
    const { byId } = readTrustedKeys(files.trusted);
    expect([...byId.values()].map(({ signer }) => signer)).toEqual(["risk-gate", "execution", "monitor", "operator"]);
    for (const [signer, file] of Object.entries(files.signing)) {
      expect(statSync(file).mode & 0o777).toBe(0o400);
      expect(byId.get(keyIdOf(publicKeyText(readSigningKey(file))))?.signer).toBe(signer);
    }
  });

  it("stay as they are", () => {
    const files = makeKeyFiles(join(home, "again"));
    const texts = (): readonly string[] =>
      [files.trusted, files.signing.operator].map((file) => readFileSync(file, "utf8"));
    const before = texts();
    makeKeyFiles(join(home, "again"));
    expect(texts()).toEqual(before);
  });

  it("are made one by one, too", () => {
    const file = join(home, "second.key");
    expect(ensureKey(file)).toBe(ensureKey(file));
  });

  it("are ed25519 and nothing else", () => {
    const file = join(home, "none.key");
    writeFileSync(file, "no key");
    expect(() => readSigningKey(file)).toThrow(/key|unsupported/i);
  });
});
