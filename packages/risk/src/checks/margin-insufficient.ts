import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf, WAIVED } from "../limits/limit.ts";

/** Denies an order for which the equity would not suffice by our own model of the initial margin, with something left. */
export const marginInsufficient = defineCheck({
  code: "MARGIN_INSUFFICIENT",
  doc: "Equity covers the initial margin of all positions, all open orders filled, with some left.",
  remedy: "Close something, or pay in.",
  exemptsReducing: true,
  limits: {
    initialMarginRate: ratioLimit(
      "Initial margin as a part of a position; Regulation T asks for 0.5. The broker may ask for more.",
      { careful: "0.5", normal: "0.5" },
      "least",
    ),
    minExcessMargin: ratioLimit("Part of equity that stays free.", { careful: "0.2", normal: "0" }, "least"),
  },
  check: ({ worstGross, equity }, { initialMarginRate, minExcessMargin }) => {
    if (initialMarginRate === WAIVED) return pass;
    const free = minExcessMargin === WAIVED ? 0 : Math.min(MICROS, minExcessMargin);
    const limit = partOf(equity, MICROS - free);
    const value = worstGross === undefined ? undefined : mulDiv(worstGross, initialMarginRate, MICROS);
    return atMost({ what: "margin", value, limit, named: "minExcessMargin" });
  },
});
