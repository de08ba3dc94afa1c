import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNERS, type Signer } from "@bowline/contracts";
import { publicKeyText } from "./signature.ts";

const TRUSTED_FILE = "trusted-keys.yaml";

/** Where the keys of a system are: what each signs with, and what is trusted. */
export type KeyFiles = { readonly trusted: string; readonly signing: Readonly<Record<Signer, string>> };

/** A private key of its own for each signer, and the file that trusts all of them. What is there stays: a restart changes nothing. */
export function makeKeyFiles(folder: string): KeyFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = keyFilesIn(folder);
  const keys = SIGNERS.map((signer) => ({ signer, name: signer, key: ensureKey(files.signing[signer]) }));
  if (!existsSync(files.trusted)) writeFileSync(files.trusted, renderTrustedKeys(keys), { mode: 0o444 });
  return files;
}

/** Where `makeKeyFiles` puts them. */
export const keyFilesIn = (folder: string): KeyFiles => ({
  trusted: join(folder, TRUSTED_FILE),
  signing: {
    "risk-gate": join(folder, "risk-gate.key"),
    execution: join(folder, "execution.key"),
    monitor: join(folder, "monitor.key"),
    operator: join(folder, "operator.key"),
  },
});

/** The private key in a file, which is made where there is none: only its owner reads it. Returns the public one. */
export function ensureKey(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o400 });
  }
  return publicKeyText(readSigningKey(file));
}

/** Throws where the file cannot be read or holds no private ed25519 key. */
export function readSigningKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`${file}: no ed25519 key`);
  return key;
}

/** The file of trusted keys: what was stored before this moment is believed without a signature. */
export function renderTrustedKeys(
  keys: readonly { readonly signer: Signer; readonly name: string; readonly key: string }[],
  since = Temporal.Now.instant().toString({ smallestUnit: "millisecond" }),
): string {
  const lines = keys.map(({ signer, name, key }) => `  - { signer: ${signer}, name: ${name}, key: ${key} }`);
  return [
    "# The public keys that execution and the risk gate believe. A key that is not used any more stays, with `until:`, as",
    "# what it signed is read again; an operator more is a line more.",
    "# What the journal stored before `since` is believed without a signature.",
    `since: "${since}"`,
    "keys:",
    ...lines,
    "",
  ].join("\n");
}
