import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies everything while trading is halted, globally or in the symbol. */
export const tradingHalted = defineCheck({
  code: "TRADING_HALTED",
  doc: "Trading is not halted.",
  exemptsReducing: false,
  limits: {},
  check: ({ tradingState }) => (tradingState === "HALTED" ? deny({ state: tradingState }) : pass),
});
