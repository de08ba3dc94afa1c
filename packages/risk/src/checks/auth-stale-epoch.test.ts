import { holdsTo } from "../test-laws.ts";
import { authStaleEpoch } from "./auth-stale-epoch.ts";

holdsTo(authStaleEpoch, {
  limits: {},
  passes: { "the lease that holds": {}, "one that the gate has yet to hear of": { epoch: 4 } },
  denies: { "an older lease": [{ epoch: 2 }, { epoch: "2", leaseEpoch: "3" }] },
  needs: { lease: { leaseEpoch: undefined } },
  exit: "is asked",
});
