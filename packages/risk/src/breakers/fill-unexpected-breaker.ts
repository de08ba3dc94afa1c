import { ratioLimit, shown, WAIVED } from "../limits/limit.ts";
import { calm, over } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts a symbol after a fill that no approval explains. */
export const fillUnexpectedBreaker = defineBreaker({
  code: "FILL_UNEXPECTED_BREAKER",
  doc: "Every fill is of the side, at most of the quantity, and near the price that was approved.",
  remedy: "Look at the trade log of TWS, then at the order: `./bowline explain`. Resume when you know why.",
  watches: "SYMBOL",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerFillSlip: ratioLimit(
      "How much worse than the price of its approval, or than its limit price, a fill may be. Another side, or more shares, is never allowed.",
      { careful: "0.03", normal: "0.1" },
    ),
  },
  look: ({ oddFills }, { breakerFillSlip: limit }) => {
    if (limit === WAIVED) return calm;
    const odd = oddFills.find(({ contradicts, slip }) => contradicts !== undefined || slip >= limit);
    if (odd === undefined) return calm;
    const { clOrdId, contradicts, slip } = odd;
    return over({
      clOrdId,
      ...(contradicts === undefined ? { slip: shown(slip), breakerFillSlip: shown(limit) } : { contradicts }),
    });
  },
});
