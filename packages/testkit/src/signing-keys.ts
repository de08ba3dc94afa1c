import { type Signer, signersOf } from "@bowline/contracts";
import { type KeyFiles, makeKeyFiles, makeSigner, type SignEntry } from "@bowline/signing";

/** Keys of a system under test, in a folder of the test's own, and whoever it takes to sign an entry. */
export type TestKeys = {
  readonly files: KeyFiles;
  /** The environment of a service that signs and believes. */
  env(signer: Signer): Readonly<Record<string, string>>;
  /** Signs as the first who has a say in the kind. */
  readonly sign: SignEntry;
};

export function makeTestKeys(folder: string): TestKeys {
  const files = makeKeyFiles(folder);
  return {
    files,
    env: (signer) => ({ BOWLINE_SIGNING_KEY_FILE: files.signing[signer], BOWLINE_TRUSTED_KEYS: files.trusted }),
    sign(kind, subject, bytes) {
      const [signer] = signersOf(kind) ?? [];
      return signer === undefined ? undefined : makeSigner(signer, files.signing[signer])(kind, subject, bytes);
    },
  };
}
