import { type Event, signersOf, type Signer } from "@bowline/contracts";
import { isSignedBy, MESSAGE_VALID_MS, parseSignature, type Signature } from "./signature.ts";
import type { TrustedKey, TrustedKeys } from "./trusted-keys.ts";

/** A stored message as the guard looks at it. */
export type SignedMessage = {
  readonly seq: number;
  readonly subject: string;
  readonly bytes: Uint8Array;
  readonly signature: string | undefined;
  /** When the server stored it: milliseconds of wall time. The same at every reading. */
  readonly storedMs: number;
};

/** Why an entry is not believed. WRONG_SIGNER: a trusted key of somebody who has no say in this. */
export type RefusalCode =
  | "MISSING"
  | "MALFORMED"
  | "FOREIGN_KEY"
  | "WRONG_SIGNER"
  | "TAMPERED"
  | "EXPIRED"
  | "REPLAYED"
  | "SAME_SIGNER";
export type Refusal = { readonly code: RefusalCode; readonly detail: string };

/** Judges the entries of a journal, each once and in order. */
export type Guard = {
  /** Why an entry is not believed; `undefined` where it is, or needs no signature. The same verdict at every reading. */
  judge(message: SignedMessage, event: Event): Refusal | undefined;
  /** A message that this process signed itself: read back as it was, it is believed without another look. */
  knowOwn(message: Pick<SignedMessage, "subject" | "bytes"> & { readonly signature: string }): void;
};

/** The second signature under a change of limits is given by hand, before the first. */
export const SECOND_VALID_MS = 24 * 3600_000;
/** How far a signer's clock may be ahead of the server's. */
const SKEW_MS = 60_000;
const OWN_AT_MOST = 10_000;

const refuse = (code: RefusalCode, detail: string): Refusal => ({ code, detail });

export function makeGuard(trusted: TrustedKeys): Guard {
  /** When each nonce can be forgotten: its signature has expired by then. */
  const used = new Map<string, number>();
  const own = new Map<string, Pick<SignedMessage, "subject" | "bytes">>();
  let pruneAt = 1000;

  const remember = ({ keyId, nonce, expiresMs }: Signature, nowMs: number): Refusal | undefined => {
    const key = `${keyId} ${nonce}`;
    if (used.has(key)) return refuse("REPLAYED", `its nonce ${nonce} was used`);
    used.set(key, expiresMs);
    if (used.size < pruneAt) return undefined;
    for (const [other, untilMs] of used) if (untilMs < nowMs) used.delete(other);
    pruneAt = Math.max(1000, used.size * 2);
    return undefined;
  };
  const check = (text: string | undefined, of: Claim): Refusal | Checked => {
    if (text === undefined) return refuse("MISSING", "it has no signature");
    const signature = parseSignature(text);
    if (signature === undefined) return refuse("MALFORMED", "its signature cannot be read");
    const { keyId, expiresMs } = signature;
    const by = trusted.byId.get(keyId);
    if (by === undefined) return refuse("FOREIGN_KEY", `nobody trusts key ${keyId}`);
    if (!of.signers.includes(by.signer)) return refuse("WRONG_SIGNER", `${by.name} has no say in this`);
    if (by.untilMs !== undefined && of.storedMs >= by.untilMs)
      return refuse("EXPIRED", `${by.name}'s key counts no more`);
    if (expiresMs < of.storedMs) return refuse("EXPIRED", `it was stored ${of.storedMs - expiresMs} ms too late`);
    if (expiresMs > of.storedMs + of.validMs + SKEW_MS) return refuse("EXPIRED", "it would count for too long");
    if (!of.isOwn && !isSignedBy(by.key, of.subject, of.bytes, signature))
      return refuse("TAMPERED", `it is not what ${by.name} signed`);
    return remember(signature, of.storedMs) ?? { by };
  };
  const isOwn = (message: SignedMessage): boolean => {
    const known = message.signature === undefined ? undefined : own.get(message.signature);
    return known !== undefined && known.subject === message.subject && Buffer.compare(known.bytes, message.bytes) === 0;
  };

  return {
    knowOwn({ signature, subject, bytes }) {
      own.set(signature, { subject, bytes });
      const [oldest] = own.keys();
      if (own.size > OWN_AT_MOST && oldest !== undefined) own.delete(oldest);
    },
    judge(message, event) {
      const signers = signersOf(event.kind);
      if (signers === undefined || message.storedMs < trusted.sinceMs) return undefined;
      const first = check(message.signature, {
        ...message,
        signers,
        validMs: MESSAGE_VALID_MS,
        isOwn: isOwn(message),
      });
      if (message.signature !== undefined) own.delete(message.signature);
      if ("code" in first) return first;
      if (event.kind !== "control.limits" || event.secondSignature === undefined) return undefined;
      const second = check(event.secondSignature, {
        ...limitsChange(event),
        signers: ["operator"],
        storedMs: message.storedMs,
        validMs: SECOND_VALID_MS,
        isOwn: false,
      });
      if ("code" in second) return refuse(second.code, `second signature: ${second.detail}`);
      return second.by.name === first.by.name
        ? refuse("SAME_SIGNER", `both signatures are ${first.by.name}'s`)
        : undefined;
    },
  };
}

type Checked = { readonly by: TrustedKey };
type Claim = Pick<SignedMessage, "subject" | "bytes" | "storedMs"> & {
  readonly signers: readonly Signer[];
  readonly validMs: number;
  readonly isOwn: boolean;
};

/** What the second signature under a change of limits is made of: both versions, whoever brings it. */
export const limitsChange = ({ hash, replaces }: { readonly hash: string; readonly replaces: string }) => ({
  subject: "limits-change",
  bytes: Buffer.from(`${replaces}\n${hash}`),
});
