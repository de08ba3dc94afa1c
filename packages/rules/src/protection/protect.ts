import { type Px, absQty, formatMicros } from "@bowline/kernel";
import { closeNeeds } from "../close-needs.ts";
import type { SizingStep } from "../define-sizing.ts";
import { type Facts, MOST_PX } from "../facts.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { type NoPlan, type ProtectPlan, noPlan } from "../plans.ts";
import { CENT } from "../cents.ts";
import { quoteNeed } from "./needs.ts";
import { isLong } from "./orders.ts";

/** What protecting a position needs: one that is open, no order of ours that may still trade, and a market. */
export const protectNeeds = (action: string): readonly Leaf[] => [
  ...closeNeeds(action),
  makeLeaf<number>({
    name: `${action}.orders`,
    threshold: "none",
    read: (facts) => facts.liveOrders,
    holds: (count) => count === 0,
    show: String,
  }),
  quoteNeed(action),
];

/** How long each of the two orders may wait before it is sent. */
const PROTECT_WITHIN_MS = 2000;

type Wanted = { readonly stopPx: Px; readonly targetLmtPx: Px; readonly steps: readonly SizingStep[] };

/** The whole position between the two prices, neither of which would trade at once. */
export function protectPlan(action: string, facts: Facts, wanted: Wanted): ProtectPlan | NoPlan {
  const { stopPx, targetLmtPx, steps } = wanted;
  const { position, quote } = facts;
  if (position === undefined || quote === undefined) return noPlan(`${action}.facts`, "missing", "present");
  const [lowPx, highPx] = isLong(facts) ? [stopPx, targetLmtPx] : [targetLmtPx, stopPx];
  const sizing = [
    ...steps,
    { key: "stopPx", value: formatMicros(stopPx) },
    { key: "targetLmtPx", value: formatMicros(targetLmtPx) },
  ];
  if (lowPx < CENT || highPx > MOST_PX || lowPx >= quote.bidPx || highPx <= quote.askPx) {
    const threshold = `around ${formatMicros(quote.bidPx)} / ${formatMicros(quote.askPx)}`;
    return noPlan(`${action}.prices`, `${formatMicros(lowPx)}, ${formatMicros(highPx)}`, threshold, sizing);
  }
  return {
    type: "protect",
    orderQty: absQty(position.quantity),
    stopPx,
    targetLmtPx,
    expiresMs: PROTECT_WITHIN_MS,
    sizing,
  };
}
