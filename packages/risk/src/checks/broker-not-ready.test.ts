import { holdsTo } from "../test-laws.ts";
import { brokerNotReady } from "./broker-not-ready.ts";

holdsTo(brokerNotReady, {
  limits: {},
  passes: { READY: { brokerState: "READY" } },
  denies: {
    "what is connected and not reconciled": [{ brokerState: "CONNECTED" }, { state: "CONNECTED" }],
    "no connection": [{ brokerState: "DISCONNECTED" }, { state: "DISCONNECTED" }],
  },
  needs: { session: { brokerState: undefined } },
  exit: "is asked",
});
