import { createPublicKey, type KeyObject } from "node:crypto";
import { ConfigFailure, parseYaml, readTextFile, strict, z } from "@bowline/config";
import { SIGNERS, type Signer } from "@bowline/contracts";
import { keyIdOf } from "./signature.ts";

export type TrustedKey = {
  readonly signer: Signer;
  /** Whose it is: two signatures under one name are one person's. */
  readonly name: string;
  readonly key: KeyObject;
  /** Milliseconds of wall time from which on it counts no more; for ever where it is absent. */
  readonly untilMs: number | undefined;
};

export type TrustedKeys = {
  /** Milliseconds of wall time: what was stored before is believed without a signature, as it was when it was written. */
  readonly sinceMs: number;
  readonly byId: ReadonlyMap<string, TrustedKey>;
};

const moment = z
  .string({ error: 'a moment is needed, such as "2026-01-28T15:30:00Z"' })
  .transform((text, context): number => {
    try {
      return Temporal.Instant.from(text).epochMilliseconds;
    } catch {
      context.addIssue('a moment with its offset is needed, such as "2026-01-28T15:30:00Z"');
      return z.NEVER;
    }
  });

const schema = strict({
  since: moment,
  keys: z.array(
    strict({
      signer: z.enum(SIGNERS),
      name: z.string().min(1).max(60),
      key: z.string().regex(/^[\w-]{43}$/, "a public ed25519 key is needed: 32 bytes in base64url"),
      until: moment.optional(),
    }),
  ),
});

/** Reads the keys that a service believes; throws ConfigFailure with every finding. */
export function readTrustedKeys(file: string): TrustedKeys {
  const parsed = parseYaml(readTextFile(file, "the public keys that are trusted"), file, schema);
  if (!parsed.ok) throw new ConfigFailure(parsed.error);
  const { since, keys } = parsed.value.value;
  return {
    sinceMs: since,
    byId: new Map(
      keys.map(({ signer, name, key, until }) => [
        keyIdOf(key),
        { signer, name, key: publicKeyOf(key), untilMs: until },
      ]),
    ),
  };
}

const publicKeyOf = (x: string): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
