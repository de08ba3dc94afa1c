import type { Order } from "@bowline/contracts";
import { MICROS, mulDiv, type Px } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { ratioLimit, shown, isOver } from "../limits/limit.ts";
import type { RiskView } from "../view.ts";

/** Denies a price far from the middle of the quote: a market order is held at the far side of the quote. A change may bring a far one nearer. */
export const priceOutsideCollar = defineCheck({
  code: "PRICE_OUTSIDE_COLLAR",
  doc: "The price is near the middle of the quote.",
  remedy: "Look at the price; a limit far away on purpose needs a wider collar for its symbol or strategy.",
  exemptsReducing: false,
  limits: {
    maxPriceDeviation: ratioLimit("Distance of the price from the middle of the quote; 0.03 is 3 %.", {
      careful: "0.03",
      normal: "0.05",
    }),
  },
  check: ({ order, refPx, quote, movedFromPx }, { maxPriceDeviation }) => {
    const price = priceOf(order, quote);
    if (refPx === undefined || price === undefined) return denyMissing("refPx");
    const deviation = mulDiv(Math.abs(price - refPx), MICROS, refPx);
    if (!isOver(deviation, maxPriceDeviation) || movesTowards(refPx, { from: movedFromPx, to: price })) return pass;
    return deny({
      px: shown(price),
      refPx: shown(refPx),
      deviation: shown(deviation),
      maxPriceDeviation: shown(maxPriceDeviation),
    });
  },
});

/** A working order that is far away may come nearer, without crossing the market: that is no new risk, and a stop must be movable. */
const movesTowards = (refPx: Px, { from, to }: { readonly from: Px | undefined; readonly to: Px }): boolean =>
  from !== undefined &&
  Math.sign(from - refPx) === Math.sign(to - refPx) &&
  Math.abs(to - refPx) < Math.abs(from - refPx);

const priceOf = ({ lmtPx, stopPx, side }: Order, quote: RiskView["quote"]): Px | undefined =>
  lmtPx ?? stopPx ?? (side === "BUY" ? quote?.askPx : quote?.bidPx);
