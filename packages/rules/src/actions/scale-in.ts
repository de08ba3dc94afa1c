import { strict } from "@bowline/config";
import { MICROS, type Qty, absQty, formatMicros, qty, shares, subQty } from "@bowline/kernel";
import { closeNeeds, noEntryNeed, noReductionNeed } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { addNeeds } from "../enter-needs.ts";
import { COLLAR_NEEDED, entryFields, entryRestsOn, hasItsCollar, planEntry } from "../entry.ts";
import type { Facts } from "../facts.ts";
import { makeLeaf } from "../leaf.ts";
import { type EnterPlan, type NoPlan, noPlan } from "../plans.ts";
import { decimal, whole } from "../schema-parts.ts";

const schema = strict({
  ...entryFields,
  /** How often a position may grow. */
  maxCount: whole(1, 20),
  /** The position is never more than so many shares, */
  maxShares: whole(1, 1_000_000).optional(),
  /** nor worth more than so many dollars at the worst price that the entry accepts. */
  maxNotional: decimal(0.01, 1_000_000_000).optional(),
})
  .refine(hasItsCollar, COLLAR_NEEDED)
  .refine(({ maxShares, maxNotional }) => maxShares !== undefined || maxNotional !== undefined, {
    message: "needs `maxShares`, `maxNotional` or both: how large the position may become",
  });

export const scaleIn = defineAction({
  name: "scaleIn",
  doc: "Adds to an open position in its own direction, with a size, a stop and a target of its own, `maxCount` times at most while it is open. The whole position is never more than `maxShares` or `maxNotional`: what would go beyond is left out.",
  claims: ["position"],
  opens: true,
  schema,
  compile: (params) => ({
    needs: [
      ...closeNeeds("scaleIn"),
      noReductionNeed("scaleIn"),
      noEntryNeed("scaleIn"),
      makeLeaf<number>({
        name: "scaleIn.count",
        threshold: `fewer than ${params.maxCount}`,
        read: (facts) => facts.scaledIn,
        holds: (count) => count < params.maxCount,
        show: String,
      }),
      ...addNeeds(entryRestsOn(params)),
    ],
    plan: (facts) => {
      const { position } = facts;
      if (position === undefined) return noPlan("facts", "missing", "present");
      const plan = planEntry(params, facts, position.quantity > 0 ? "LONG" : "SHORT");
      return plan.type === "none" ? plan : cut(plan, params, facts);
    },
  }),
});

const MOST_SHARES = 1_000_000_000;

type Most = { readonly maxShares?: number | undefined; readonly maxNotional?: number | undefined };

/** No more than the position may still grow by. */
function cut(plan: EnterPlan, most: Most, { position, quote }: Facts): EnterPlan | NoPlan {
  const held = absQty(position?.quantity ?? qty(0));
  const room = roomBeside(held, most, worstPxOf(plan, quote));
  const sizing = [
    ...plan.sizing,
    { key: "position", value: formatMicros(held) },
    { key: "room", value: formatMicros(room) },
  ];
  if (room === 0) return noPlan("scaleIn.room", "0 shares", "≥ 1 share", sizing);
  return { ...plan, adds: true, orderQty: plan.orderQty < room ? plan.orderQty : room, sizing };
}

function roomBeside(held: Qty, { maxShares, maxNotional }: Most, worstPx: number): Qty {
  const byNotional = maxNotional === undefined ? MOST_SHARES : Math.floor(maxNotional / worstPx);
  const most = shares(Math.min(maxShares ?? MOST_SHARES, byNotional, MOST_SHARES));
  return shares(most > held ? Math.floor(Number(subQty(most, held)) / MICROS) : 0);
}

const worstPxOf = ({ lmtPx, side }: EnterPlan, quote: Facts["quote"]): number =>
  lmtPx ?? (side === "BUY" ? quote?.askPx : quote?.bidPx) ?? Infinity;
