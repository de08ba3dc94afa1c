import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies unless the session with the broker is READY: connected and reconciled. */
export const brokerNotReady = defineCheck({
  code: "BROKER_NOT_READY",
  doc: "The session with the broker is READY.",
  remedy:
    "Look at TWS and at `./bowline status`; it comes back by itself once TWS answers and everything is reconciled.",
  exemptsReducing: false,
  limits: {},
  check: ({ brokerState }) => {
    if (brokerState === undefined) return denyMissing("session");
    return brokerState === "READY" ? pass : deny({ state: brokerState });
  },
});
