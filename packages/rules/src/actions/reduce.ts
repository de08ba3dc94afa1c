import { strict } from "@bowline/config";
import { MICROS, type Qty, absQty, formatMicros, mulDiv, shares, subQty } from "@bowline/kernel";
import { closeNeeds, noEntryNeed, noReductionNeed } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import type { Facts } from "../facts.ts";
import { type NoPlan, type Plan, noPlan } from "../plans.ts";
import { percent, whole } from "../schema-parts.ts";

const schema = strict({
  /** Of what the position is now; whole shares, rounded down. */
  percent: percent(0.01, 100).optional(),
  /** So many, or the whole position where it is smaller. */
  shares: whole(1, 1_000_000).optional(),
  /** After so long the order is never sent. */
  expiresMs: whole(100, 60_000).default(2000),
}).refine((params) => (params.percent === undefined) !== (params.shares === undefined), {
  message: "exactly one of `percent`, `shares` is needed",
});

export const reduce = defineAction({
  name: "reduce",
  doc: "Closes a part of the position at the market: `percent` of it, or `shares`, never more than there is. Stop and target are made smaller first, and as large as the position again where the part could not be closed. All of it is an `exit`.",
  claims: ["position", "stop", "target", "orders"],
  opens: false,
  schema,
  compile: ({ percent: fraction, shares: count, expiresMs }) => ({
    needs: [...closeNeeds("reduce"), noReductionNeed("reduce"), noEntryNeed("reduce")],
    plan: (facts) => reducePlan(facts, { fraction, count, expiresMs }),
  }),
});

type Wanted = { readonly fraction: number | undefined; readonly count: number | undefined; readonly expiresMs: number };

/** Never more than the position; all of it is an exit. */
function reducePlan({ position }: Facts, { fraction, count, expiresMs }: Wanted): Plan | NoPlan {
  if (position === undefined) return noPlan("facts", "missing", "present");
  const held = absQty(position.quantity);
  const wanted = fraction === undefined ? shares(count ?? 0) : wholeShares(mulDiv(held, fraction, MICROS));
  const sizing = [
    { key: "position", value: formatMicros(held) },
    { key: "shares", value: formatMicros(wanted < held ? wanted : held) },
  ];
  if (wanted <= 0) return noPlan("reduce.shares", "0 shares", "≥ 1 share", sizing);
  if (wanted >= held) return { type: "exit", expiresMs };
  return { type: "reduce", keepQty: subQty(held, wanted), expiresMs, sizing };
}

const wholeShares = (micros: number): Qty => shares(Math.floor(micros / MICROS));
