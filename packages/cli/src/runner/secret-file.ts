import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";

const SECRET_BYTES = 24;

/** Makes sure of a file with a random secret that only its owner reads; returns its path. */
export function secretFile(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(SECRET_BYTES).toString("base64url")}\n`, { mode: 0o600 });
  return file;
}
