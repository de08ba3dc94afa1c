import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies unless the session with the broker is READY: connected and reconciled. */
export const brokerNotReady = defineCheck({
  code: "BROKER_NOT_READY",
  doc: "The session with the broker is READY.",
  exemptsReducing: false,
  limits: {},
  check: ({ brokerState }) => {
    if (brokerState === undefined) return denyMissing("session");
    return brokerState === "READY" ? pass : deny({ state: brokerState });
  },
});
