import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, WAIVED } from "../limits/limit.ts";
import { dayTradeRegime } from "../limits/day-trade-regime.ts";

/** Denies an order after which equity would not cover the maintenance margin within the day. */
export const intradayMarginDeficit = defineCheck({
  code: "INTRADAY_MARGIN_DEFICIT",
  doc: "Under the intraday margin rule (and the one before it), equity covers the maintenance margin, all open orders filled.",
  remedy: "Close something, or pay in. This is no legal advice.",
  exemptsReducing: true,
  limits: {
    dayTradeRegime,
    intradayMarginRate: ratioLimit(
      "intraday_margin: maintenance margin as a part of a position.",
      { careful: "0.25", normal: "0.25" },
      "least",
    ),
  },
  check: ({ worstGross, equity }, { dayTradeRegime: regime, intradayMarginRate }) => {
    // What holds under the looser rule holds under the stricter one, too.
    if (regime === WAIVED || regime === "off" || intradayMarginRate === WAIVED) return pass;
    const value = worstGross === undefined ? undefined : mulDiv(worstGross, intradayMarginRate, MICROS);
    return atMost({ what: "margin", value, limit: equity, named: "equity" });
  },
});
