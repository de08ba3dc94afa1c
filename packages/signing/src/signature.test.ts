import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSignedBy, keyIdOf, makeSign, parseSignature, publicKeyText } from "./signature.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const payload = new Uint8Array([1, 2, 3]);
const text = makeSign(privateKey, { nowMs: () => 1000, validMs: 500 })("bw.a", payload);

function parsed(from = text) {
  const signature = parseSignature(from);
  if (signature === undefined) throw new Error(`${from} is no signature`);
  return signature;
}

describe("a signature", () => {
  it("names its key and its end, and is of one message alone", () => {
    const signature = parsed();
    expect(signature).toMatchObject({ keyId: keyIdOf(publicKeyText(publicKey)), expiresMs: 1500 });
    expect(isSignedBy(publicKey, "bw.a", payload, signature)).toBe(true);
    expect(isSignedBy(publicKey, "bw.b", payload, signature)).toBe(false);
    expect(isSignedBy(publicKey, "bw.a", new Uint8Array([1, 2, 4]), signature)).toBe(false);
    expect(isSignedBy(generateKeyPairSync("ed25519").publicKey, "bw.a", payload, signature)).toBe(false);
  });

  it("covers its own terms", () => {
    const signature = parsed();
    expect(isSignedBy(publicKey, "bw.a", payload, { ...signature, expiresMs: 9_999_999 })).toBe(false);
    expect(isSignedBy(publicKey, "bw.a", payload, { ...signature, nonce: "A".repeat(22) })).toBe(false);
  });

  it("has a nonce of its own each time", () => {
    const sign = makeSign(privateKey, { nowMs: () => 1000 });
    expect(parsed(sign("bw.a", payload)).nonce).not.toBe(parsed(sign("bw.a", payload)).nonce);
  });

  it.each([
    "",
    "x",
    text.replace("ed25519.1", "ed25519.2"),
    `${text};more`,
    text.slice(0, -1),
    text.replace("1500", "x"),
  ])("is not read from %j", (broken) => {
    expect(parseSignature(broken)).toBeUndefined();
  });
});
