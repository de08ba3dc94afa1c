import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies an intent of a machine whose lease another process has won since. */
export const authStaleEpoch = defineCheck({
  code: "AUTH_STALE_EPOCH",
  doc: "The intent was written under the lease that holds now.",
  remedy: "Nothing: another worker has taken over and decides now. If it goes on, two workers run with one name.",
  exemptsReducing: false,
  limits: {},
  check: ({ epoch, leaseEpoch }) => {
    if (leaseEpoch === undefined) return denyMissing("lease");
    return epoch >= leaseEpoch ? pass : deny({ epoch: String(epoch), leaseEpoch: String(leaseEpoch) });
  },
});
