import { strict } from "@bowline/config";
import { formatMicros, mulDiv } from "@bowline/kernel";
import { defineCondition } from "../define-condition.ts";
import type { Facts } from "../facts.ts";
import { makeLeaf } from "../leaf.ts";
import { decimal } from "../schema-parts.ts";

/** Holds while ask − bid is at most so many hundredths of a percent of the mid. UNKNOWN without both sides. */
export const spread = defineCondition({
  name: "spread",
  schema: strict({ maxBps: decimal(0, 10_000) }),
  leaves: ({ maxBps }) => [
    makeLeaf({
      name: "spread",
      threshold: `≤ ${formatMicros(maxBps)} bps`,
      read: spreadBps,
      holds: (bps) => bps <= maxBps,
      show: (bps) => `${formatMicros(bps)} bps`,
    }),
  ],
});

/** In micros of a basis point. */
function spreadBps({ quote }: Facts): number | undefined {
  if (quote === undefined) return undefined;
  return mulDiv(quote.askPx - quote.bidPx, 20_000_000_000, quote.askPx + quote.bidPx);
}
