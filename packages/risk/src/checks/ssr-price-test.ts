import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown, waived, WAIVED } from "../limits/limit.ts";
import { ruleLimit } from "../limits/list-limits.ts";

/** Denies a short sale at or below the bid while the price test of Regulation SHO holds. */
export const ssrPriceTest = defineCheck({
  code: "SSR_PRICE_TEST",
  doc: "Under the price test a short sale is priced above the bid.",
  remedy: "Price the sale above the bid.",
  exemptsReducing: false,
  limits: {
    shortSalePriceTest: ruleLimit("Regulation SHO, rule 201.", {
      careful: waived("the broker enforces it; the feed does not tell beforehand"),
      normal: waived("the broker enforces it; the feed does not tell beforehand"),
    }),
  },
  check: ({ order, shortQty, shortSaleRestricted, quote }, { shortSalePriceTest }) => {
    if (shortSalePriceTest === WAIVED || shortQty <= 0 || shortSaleRestricted === false) return pass;
    if (shortSaleRestricted === undefined) return denyMissing("restriction");
    if (quote?.bidPx === undefined) return denyMissing("bidPx");
    if (order.lmtPx !== undefined && order.lmtPx > quote.bidPx) return pass;
    return deny({ px: order.lmtPx === undefined ? order.ordType : shown(order.lmtPx), bidPx: shown(quote.bidPx) });
  },
});
