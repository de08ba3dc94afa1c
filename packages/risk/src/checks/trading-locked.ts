import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies everything while a scope of the order is locked. */
export const tradingLocked = defineCheck({
  code: "TRADING_LOCKED",
  doc: "No scope of the order is locked.",
  remedy:
    "Find out who locked it and why (`./bowline status`); `./bowline resume` takes it to HALTED, a second one lets trading go on.",
  exemptsReducing: false,
  limits: {},
  check: ({ tradingState }) => (tradingState === "LOCKED" ? deny({ state: tradingState }) : pass),
});
