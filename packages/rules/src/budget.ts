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
  scaleMoney,
  shares,
} from "@bowline/kernel";
import type { Sized, SizingFacts, SizingStep } from "./define-sizing.ts";
import { decimal, percent } from "./schema-parts.ts";

/** Beyond these an account, or an order, is sized as if it were no larger: the integers stay exact. */
const MOST_EQUITY = micros("1000000000");
const MOST_SHARES = 1_000_000_000;

/** Scales what is risked or spent by the prediction's confidence, in a straight line between two points. */
export const confidenceScale = strict({
  /** At this confidence and below, nothing. */
  none: decimal(0, 1),
  /** At this confidence and above, all of it. */
  full: decimal(0, 1),
}).refine(({ none, full }) => none < full, "`none` must be below `full`");
export type ConfidenceScale = { readonly none: number; readonly full: number };

/** Caps of the order's value, as a percentage of equity and in dollars. */
export const maxNotionalPercent = percent(0.0001, 400);
export const maxNotional = decimal(0.01, MOST_SHARES);
export type Caps = { readonly maxNotionalPercent?: number | undefined; readonly maxNotional?: number | undefined };

export const equityOf = ({ equity }: SizingFacts): Money => money(Math.min(equity, MOST_EQUITY));

/** A part of an amount, rounded down: to the nearest would be above it half of the time. */
export function partOf(amount: Money, ratio: number): Money {
  const near = scaleMoney(amount, ratio);
  const isAbove = BigInt(near) * BigInt(MICROS) > BigInt(amount) * BigInt(ratio);
  return isAbove ? money(near - 1) : near;
}

/** Whole shares that cost, or risk, no more than the budget. */
export const sharesFor = (budget: Money, perShare: number): Qty =>
  shares(Math.max(0, Math.min(MOST_SHARES, Math.floor(Number(budget) / perShare))));

/** 0 at `none`, 1 at `full`, straight in between, rounded down; in micros of 1. All of it where the file asks for no scale. */
export function confidenceFactor(confidence: number | undefined, scale: ConfidenceScale | undefined): number {
  if (scale === undefined) return MICROS;
  const { none, full } = scale;
  // Without a prediction nothing is risked on its confidence.
  if (confidence === undefined || confidence <= none) return 0;
  if (confidence >= full) return MICROS;
  return Math.floor(((confidence - none) * MICROS) / (full - none));
}

/** The shares that a sizing came to, or fewer where a cap of the order's value says so, with the steps that led to them. */
export function capped(byBudget: Qty, caps: Caps, facts: SizingFacts, steps: readonly SizingStep[]): Sized {
  const limits = [
    ...(caps.maxNotionalPercent === undefined ? [] : [partOf(equityOf(facts), caps.maxNotionalPercent)]),
    ...(caps.maxNotional === undefined ? [] : [caps.maxNotional]),
  ];
  if (limits.length === 0)
    return { orderQty: byBudget, steps: [...steps, { key: "shares", value: formatMicros(byBudget) }] };
  const cap = money(Math.min(...limits));
  const byCap = sharesFor(cap, facts.worstPx);
  const orderQty = byBudget < byCap ? byBudget : byCap;
  return {
    orderQty,
    steps: [
      ...steps,
      { key: "notionalCap", value: formatCents(cap) },
      { key: "sharesByNotional", value: formatMicros(byCap) },
      { key: "shares", value: formatMicros(orderQty) },
    ],
  };
}

/** A price that a budget is divided by, as text. */
export const pxStep = (key: string, value: Px | number): SizingStep => ({
  key,
  value: formatMicros(Math.round(value)),
});
