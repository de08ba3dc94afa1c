import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { encodeEvent, type Event, type Header, subjectOf } from "@bowline/contracts";
import { isSignedBy, makeSign, parseSignature } from "@bowline/signing";

/** What signing adds to a decision: a signature of its approval, and what execution does with it. Each answers a number that is used. */
export type Signing = { sign(): number; verify(): number };

/** With a key of its own, over an approval as it goes to the journal. */
export function prepareSigning(header: Header, approval: Event): Signing {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pinned = createPublicKey(publicKey.export({ format: "pem", type: "spki" }));
  const signer = makeSign(privateKey);
  const subject = subjectOf(approval);
  const payload = encodeEvent(header, approval);
  const text = signer(subject, payload);
  return {
    sign: () => signer(subject, payload).length,
    verify() {
      const signature = parseSignature(text);
      if (signature === undefined || !isSignedBy(pinned, subject, payload, signature))
        throw new Error("the bench's own signature does not count");
      return 1;
    },
  };
}
