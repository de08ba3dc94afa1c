import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies while the exchange halts the symbol. */
export const symbolHalted = defineCheck({
  code: "SYMBOL_HALTED",
  doc: "The symbol is not halted at the exchange.",
  exemptsReducing: false,
  limits: {},
  check: ({ quote }) => {
    if (quote === undefined) return denyMissing("quote");
    return quote.halted ? deny({ halted: "true" }) : pass;
  },
});
