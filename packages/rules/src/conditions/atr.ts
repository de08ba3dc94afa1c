import { strict } from "@bowline/config";
import { MICROS, formatMicros } from "@bowline/kernel";
import { defineCondition } from "../define-condition.ts";
import type { Facts } from "../facts.ts";
import { inRange, makeLeaf, showRange } from "../leaf.ts";
import { decimal, saysSomething } from "../schema-parts.ts";

const schema = strict({ minFraction: decimal(0, 1).optional(), maxFraction: decimal(0, 1).optional() })
  .refine(saysSomething, "needs `minFraction`, `maxFraction` or both")
  .refine(
    ({ minFraction, maxFraction }) =>
      minFraction === undefined || maxFraction === undefined || minFraction <= maxFraction,
    "`minFraction` is above `maxFraction`: never true",
  );

/** Holds while ATR(14) of one-minute bars, as a fraction of the mid price, lies in a range. UNKNOWN while warming up or without a quote. */
export const atr = defineCondition({
  name: "atr",
  schema,
  leaves: ({ minFraction, maxFraction }) => [
    makeLeaf({
      name: "atr",
      threshold: `${showRange(minFraction, maxFraction, formatMicros)} of price`,
      read: atrFraction,
      holds: (fraction) => inRange(fraction, minFraction, maxFraction),
      show: formatMicros,
    }),
  ],
});

/** In micros of 1, rounded to the nearest: what the record shows is what was compared. */
function atrFraction({ atr: range, quote }: Facts): number | undefined {
  if (range === undefined || quote === undefined) return undefined;
  return Math.round((2 * range * MICROS) / (Number(quote.askPx) + Number(quote.bidPx)));
}
