import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown, waived, WAIVED } from "../limits/limit.ts";
import { ruleLimit } from "../limits/list-limits.ts";

/** Denies a short sale of more than the broker can lend. */
export const shortNotAvailable = defineCheck({
  code: "SHORT_NOT_AVAILABLE",
  doc: "The broker can lend what is sold short.",
  remedy: "Order less, or wait until there are shares to borrow.",
  exemptsReducing: false,
  limits: {
    shortLocate: ruleLimit("Short sales need shares that the broker can lend.", {
      careful: waived("the broker refuses what it cannot lend; the feed does not tell beforehand"),
      normal: waived("the broker refuses what it cannot lend; the feed does not tell beforehand"),
    }),
  },
  check: ({ shortQty, shortableQty }, { shortLocate }) => {
    if (shortLocate === WAIVED || shortQty <= 0) return pass;
    if (shortableQty === undefined) return denyMissing("shortable");
    return shortQty <= shortableQty ? pass : deny({ shortQty: shown(shortQty), shortable: shown(shortableQty) });
  },
});
