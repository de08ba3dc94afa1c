import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { forbiddenLimit } from "../limits/list-limits.ts";

/** Denies what a list of restricted symbols forbids, and short sales of those that are hard to borrow. */
export const symbolRestricted = defineCheck({
  code: "SYMBOL_RESTRICTED",
  doc: "The symbol is on no list of ours.",
  remedy: "Take the symbol off the list if it may be traded.",
  exemptsReducing: true,
  limits: {
    restrictedSymbols: forbiddenLimit("Symbols that are not to be entered.", "a symbol is needed"),
    noShortSymbols: forbiddenLimit("Symbols that are not to be sold short.", "a symbol is needed"),
  },
  check: ({ order, shortQty }, { restrictedSymbols, noShortSymbols }) => {
    const { symbol } = order;
    const isRestricted = restrictedSymbols !== WAIVED && restrictedSymbols.includes(symbol);
    const isNoShort = shortQty > 0 && noShortSymbols !== WAIVED && noShortSymbols.includes(symbol);
    return isRestricted || isNoShort
      ? deny({ symbol, list: isRestricted ? "restrictedSymbols" : "noShortSymbols" })
      : pass;
  },
});
