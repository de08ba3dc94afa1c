import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { ratioLimit, suggestWithBars } from "../limits/limit.ts";

/** Denies an entry that is large against what trades in a day, or against what is shown on the side that it takes. */
export const liquidityLimit = defineCheck({
  code: "LIQUIDITY_LIMIT",
  doc: "The order is small against what trades and what is shown.",
  remedy: "Order less, or work it over time: TWAP, ICEBERG.",
  exemptsReducing: true,
  limits: {
    maxAdvShare: {
      ...ratioLimit("Quantity as a part of the average daily volume of twenty daily bars.", {
        careful: "0.01",
        normal: "0.05",
      }),
      suggest: suggestWithBars(({ profile }) => ({ careful: "0.01", normal: "0.05" })[profile]),
    },
    maxDisplayedMultiple: ratioLimit("Quantity as a multiple of the size shown on the side that it takes.", {
      careful: "10",
      normal: "1000",
    }),
  },
  check: ({ order, averageDailyQty, quote }, { maxAdvShare, maxDisplayedMultiple }) => {
    const displayed = order.side === "BUY" ? quote?.askQty : quote?.bidQty;
    const part = (whole: number | undefined): number | undefined =>
      whole === undefined || whole <= 0 ? undefined : mulDiv(order.orderQty, MICROS, whole);
    return together(
      atMost({ what: "advShare", value: part(averageDailyQty), limit: maxAdvShare, named: "maxAdvShare" }),
      atMost({
        what: "displayedMultiple",
        value: part(displayed),
        limit: maxDisplayedMultiple,
        named: "maxDisplayedMultiple",
      }),
    );
  },
});
