import { strict } from "@bowline/config";
import {
  MICROS,
  type Money,
  type Px,
  type Qty,
  formatCents,
  formatMicros,
  micros,
  money,
  mulDiv,
  scaleMoney,
  shares,
} from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { decimal, percent } from "../schema-parts.ts";

const confidenceScale = strict({
  /** At this confidence and below, nothing is risked. */
  none: decimal(0, 1),
  /** At this confidence and above, the whole budget. */
  full: decimal(0, 1),
}).refine(({ none, full }) => none < full, "`none` must be below `full`");

const schema = strict({
  /** What a trade may lose at its stop, as a percentage of the account's equity. */
  equityPercent: percent(0.0001, 10),
  /** Scales the budget by the prediction's confidence, in a straight line between two points. */
  confidence: confidenceScale.optional(),
  /** Caps the order's value, as a percentage of equity. */
  maxNotionalPercent: percent(0.0001, 400),
  /** Caps the order's value in dollars. */
  maxNotional: decimal(0.01, 1_000_000_000),
});

/** Beyond these an account, or an order, is sized as if it were no larger: the integers stay exact. */
const MOST_EQUITY = micros("1000000000");
const MOST_SHARES = 1_000_000_000;

export const riskPerTrade = defineSizing({
  name: "riskPerTrade",
  doc: "Whole shares so that a stop at its price loses at most the budget, and the order is worth at most both caps.",
  schema,
  size: (params, { equity: wholeEquity, confidence, worstPx, riskPerShare }) => {
    const equity = money(Math.min(wholeEquity, MOST_EQUITY));
    const factor = params.confidence === undefined ? MICROS : confidenceFactor(confidence, params.confidence);
    const budget = scaleMoney(scaleMoney(equity, params.equityPercent), factor);
    const cap = money(Math.min(scaleMoney(equity, params.maxNotionalPercent), params.maxNotional));
    const byRisk = sharesFor(budget, riskPerShare);
    const byCap = sharesFor(cap, worstPx);
    const orderQty: Qty = byRisk < byCap ? byRisk : byCap;
    const steps = [
      { key: "equity", value: formatCents(equity) },
      { key: "confidenceFactor", value: formatMicros(factor) },
      { key: "riskBudget", value: formatCents(budget) },
      { key: "riskPerShare", value: formatMicros(riskPerShare) },
      { key: "sharesByRisk", value: formatMicros(byRisk) },
      { key: "notionalCap", value: formatCents(cap) },
      { key: "sharesByNotional", value: formatMicros(byCap) },
      { key: "shares", value: formatMicros(orderQty) },
    ];
    return { orderQty, steps };
  },
});

/** Whole shares that cost, or risk, no more than the budget. */
const sharesFor = (budget: Money, perShare: Px): Qty =>
  shares(Math.max(0, Math.min(MOST_SHARES, Math.floor(Number(budget) / Number(perShare)))));

/** 0 at `none`, 1 at `full`, straight in between; in micros of 1. */
function confidenceFactor(
  confidence: number | undefined,
  { none, full }: { readonly none: number; readonly full: number },
): number {
  // Without a prediction nothing is risked on its confidence.
  if (confidence === undefined || confidence <= none) return 0;
  if (confidence >= full) return MICROS;
  return mulDiv(confidence - none, MICROS, full - none);
}
