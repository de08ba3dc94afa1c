import { type EventKind, type Signer, signersOf } from "@bowline/contracts";
import { makeSign } from "./signature.ts";
import { readSigningKey } from "./key-files.ts";

/** The signature of an entry; `undefined` where a signer has no say in its kind. */
export type SignEntry = (kind: EventKind, subject: string, bytes: Uint8Array) => string | undefined;

/** Signs what somebody has a say in, with the private key in a file. Throws where the file holds none. */
export function makeSigner(signer: Signer, keyFile: string): SignEntry {
  const sign = makeSign(readSigningKey(keyFile));
  return (kind, subject, bytes) => (signersOf(kind)?.includes(signer) === true ? sign(subject, bytes) : undefined);
}
