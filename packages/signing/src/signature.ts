import { createHash, createPublicKey, type KeyObject, randomBytes, sign, verify } from "node:crypto";

/** What stands in the header of a message: who signed it, until when that counts, what makes it unique, and the signature. */
export type Signature = {
  readonly keyId: string;
  /** Milliseconds of wall time. */
  readonly expiresMs: number;
  readonly nonce: string;
  readonly bytes: Buffer;
};

/** The text of a signature, for a message. */
export type SignMessage = (subject: string, payload: Uint8Array) => string;

/** How long a message may be on its way to the journal. */
export const MESSAGE_VALID_MS = 60_000;

const VERSION = "ed25519.1";
const NONCE_BYTES = 16;

/** A public key as it is pinned: its 32 bytes in base64url. */
export function publicKeyText(key: KeyObject): string {
  const { x } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  if (x === undefined) throw new Error("no ed25519 key");
  return x;
}

/** The short name of a key. */
export const keyIdOf = (publicKey: string): string =>
  createHash("sha256").update(publicKey).digest("base64url").slice(0, 16);

/** Signs with a private ed25519 key; every call has a nonce of its own. `nowMs` is wall time. */
export function makeSign(
  key: KeyObject,
  { nowMs = wallMs, validMs = MESSAGE_VALID_MS }: { nowMs?: () => number; validMs?: number } = {},
): SignMessage {
  const keyId = keyIdOf(publicKeyText(key));
  return (subject, payload) => {
    const terms = { keyId, expiresMs: nowMs() + validMs, nonce: randomBytes(NONCE_BYTES).toString("base64url") };
    const bytes = sign(null, signedBytes(subject, payload, terms), key);
    return [VERSION, keyId, terms.expiresMs, terms.nonce, bytes.toString("base64url")].join(";");
  };
}

/** Reads a signature's text; `undefined` where it is none. */
export function parseSignature(text: string): Signature | undefined {
  const [version, keyId = "", expires = "", nonce = "", bytes = "", ...rest] = text.split(";");
  const expiresMs = Number(expires);
  if (version !== VERSION || rest.length > 0 || !Number.isSafeInteger(expiresMs)) return undefined;
  if (!/^[\w-]{16}$/.test(keyId) || !/^[\w-]{22}$/.test(nonce) || !/^[\w-]{86}$/.test(bytes)) return undefined;
  return { keyId, expiresMs, nonce, bytes: Buffer.from(bytes, "base64url") };
}

/** Whether a key made a signature of exactly this message and these terms. */
export const isSignedBy = (key: KeyObject, subject: string, payload: Uint8Array, signature: Signature): boolean =>
  verify(null, signedBytes(subject, payload, signature), key, signature.bytes);

/** Nothing in front of the payload can hold a line feed, so no two messages come to the same bytes. */
const signedBytes = (
  subject: string,
  payload: Uint8Array,
  { keyId, expiresMs, nonce }: Pick<Signature, "keyId" | "expiresMs" | "nonce">,
): Buffer => Buffer.concat([Buffer.from(`${VERSION}\n${keyId}\n${expiresMs}\n${nonce}\n${subject}\n`), payload]);

const wallMs = (): number => Temporal.Now.instant().epochMilliseconds;
