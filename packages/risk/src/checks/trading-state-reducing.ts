import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies what does not reduce a position while only reducing is allowed. */
export const tradingStateReducing = defineCheck({
  code: "TRADING_STATE_REDUCING",
  doc: "While REDUCING, only orders that reduce a position.",
  remedy: "Find out why (`./bowline status` names the reason), then `./bowline resume`.",
  exemptsReducing: true,
  limits: {},
  check: ({ tradingState }) => (tradingState === "REDUCING" ? deny({ state: tradingState }) : pass),
});
