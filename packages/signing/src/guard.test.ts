import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Event } from "@bowline/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Guard, limitsChange, makeGuard, SECOND_VALID_MS } from "./guard.ts";
import { keyIdOf, makeSign, publicKeyText } from "./signature.ts";
import type { TrustedKey } from "./trusted-keys.ts";

const NOW_MS = 1_000_000;
const gate = generateKeyPairSync("ed25519");
const ada = generateKeyPairSync("ed25519");
const bob = generateKeyPairSync("ed25519");
const gone = generateKeyPairSync("ed25519");
const foreign = generateKeyPairSync("ed25519");

const trusts = (key: KeyObject, signer: TrustedKey["signer"], name: string, untilMs?: number): [string, TrustedKey] => [
  keyIdOf(publicKeyText(key)),
  { signer, name, key, untilMs },
];
const resume: Event = { kind: "control.resume", scope: "global", reason: "r", by: "ada" };
const payload = Buffer.from("payload");
const subject = "bw.control.resume";
const signedBy = (key: KeyObject, nowMs = NOW_MS): string => makeSign(key, { nowMs: () => nowMs })(subject, payload);

let guard: Guard;
beforeEach(() => {
  guard = makeGuard({
    sinceMs: 500,
    byId: new Map([
      trusts(gate.publicKey, "risk-gate", "risk-gate"),
      trusts(ada.publicKey, "operator", "ada"),
      trusts(bob.publicKey, "operator", "bob"),
      trusts(gone.publicKey, "operator", "gone", NOW_MS),
    ]),
  });
});

function judge(signature: string | undefined, changes: { bytes?: Uint8Array; storedMs?: number; event?: Event } = {}) {
  const { event = resume, ...rest } = changes;
  return guard.judge({ seq: 1, subject, bytes: payload, signature, storedMs: NOW_MS, ...rest }, event)?.code;
}

describe("a guard", () => {
  it("believes what somebody signed who has a say in it", () => {
    expect(judge(signedBy(ada.privateKey))).toBeUndefined();
  });

  it("asks nothing of what nobody signs", () => {
    expect(judge(undefined, { event: { kind: "control.generation", generation: "g" } })).toBeUndefined();
  });

  it.each([
    ["MISSING", () => judge(undefined)],
    ["MALFORMED", () => judge("no signature")],
    ["FOREIGN_KEY", () => judge(signedBy(foreign.privateKey))],
    ["WRONG_SIGNER", () => judge(signedBy(gate.privateKey))],
    ["TAMPERED", () => judge(signedBy(ada.privateKey), { bytes: Buffer.from("another") })],
    ["EXPIRED", () => judge(signedBy(ada.privateKey, NOW_MS - 60_001))],
    ["EXPIRED", () => judge(signedBy(ada.privateKey, NOW_MS + 60_001))],
    ["EXPIRED", () => judge(signedBy(gone.privateKey))],
  ])("refuses: %s", (code, tried) => {
    expect(tried()).toBe(code);
  });

  it("believes to the last moment of a signature, and what a clock that is ahead signed", () => {
    expect(judge(signedBy(ada.privateKey, NOW_MS - 60_000))).toBeUndefined();
    expect(judge(signedBy(ada.privateKey, NOW_MS + 60_000))).toBeUndefined();
    expect(judge(signedBy(gone.privateKey), { storedMs: NOW_MS - 1 })).toBeUndefined();
  });

  it("believes a message once, and forgets none that still counts", () => {
    const signature = signedBy(ada.privateKey);
    expect(judge(signature)).toBeUndefined();
    const sign = makeSign(ada.privateKey, { nowMs: () => NOW_MS });
    for (let times = 0; times < 1100; times++) {
      const other = sign(subject, payload);
      guard.knowOwn({ subject, bytes: payload, signature: other });
      judge(other);
    }
    expect(judge(signature)).toBe("REPLAYED");
    expect(judge(signature, { storedMs: NOW_MS + 60_001 })).toBe("EXPIRED");
  });

  it("believes what was stored before anybody signed", () => {
    expect(judge(undefined, { storedMs: 499 })).toBeUndefined();
    expect(judge(undefined, { storedMs: 500 })).toBe("MISSING");
  });

  it("knows its own messages, as they were and once", () => {
    const signature = signedBy(ada.privateKey);
    guard.knowOwn({ subject, bytes: payload, signature });
    expect(judge(signature, { bytes: Buffer.from("another") })).toBe("TAMPERED");
    const next = signedBy(ada.privateKey);
    guard.knowOwn({ subject, bytes: payload, signature: next });
    expect(judge(next)).toBeUndefined();
    expect(judge(next)).toBe("REPLAYED");
  });
});

describe("the second signature under a change of limits", () => {
  const change = { hash: "new", replaces: "old" };
  const second = (key: KeyObject, of = change, nowMs = NOW_MS): string => {
    const { subject: about, bytes } = limitsChange(of);
    return makeSign(key, { nowMs: () => nowMs, validMs: SECOND_VALID_MS })(about, bytes);
  };
  const limits = (secondSignature?: string): Event => ({
    kind: "control.limits",
    ...change,
    yaml: "y",
    reason: "r",
    by: "ada",
    ...(secondSignature === undefined ? {} : { secondSignature }),
  });
  const judgeLimits = (secondSignature?: string) => judge(signedBy(ada.privateKey), { event: limits(secondSignature) });

  it("is another operator's, of this change, and not older than a day", () => {
    expect(judgeLimits()).toBeUndefined();
    expect(judgeLimits(second(bob.privateKey, change, NOW_MS - SECOND_VALID_MS))).toBeUndefined();
  });

  it.each([
    ["SAME_SIGNER", () => judgeLimits(second(ada.privateKey))],
    ["WRONG_SIGNER", () => judgeLimits(second(gate.privateKey))],
    ["FOREIGN_KEY", () => judgeLimits(second(foreign.privateKey))],
    ["TAMPERED", () => judgeLimits(second(bob.privateKey, { hash: "new", replaces: "older" }))],
    ["EXPIRED", () => judgeLimits(second(bob.privateKey, change, NOW_MS - SECOND_VALID_MS - 1))],
    ["MALFORMED", () => judgeLimits("bob")],
  ])("refuses: %s", (code, tried) => {
    expect(tried()).toBe(code);
  });

  it("counts once", () => {
    const signature = second(bob.privateKey);
    expect(judgeLimits(signature)).toBeUndefined();
    expect(judgeLimits(signature)).toBe("REPLAYED");
  });
});
