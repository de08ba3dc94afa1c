import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies everything while trading is halted in any scope of the order. */
export const tradingHalted = defineCheck({
  code: "TRADING_HALTED",
  doc: "Trading is not halted.",
  remedy: "Find out why (`./bowline status` names the reason), reconcile, then `./bowline resume`.",
  exemptsReducing: false,
  limits: {},
  check: ({ tradingState }) => (tradingState === "HALTED" ? deny({ state: tradingState }) : pass),
});
