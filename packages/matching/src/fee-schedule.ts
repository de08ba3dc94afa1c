import { micros, type Money, money, mulDiv, MICROS, type Qty } from "@bowline/kernel";
import { type FeeFacts, type FeePlan, feesOf } from "./fee-plan.ts";

/** What an order costs. Money in micros of a dollar. */
export type FeeSchedule = {
  readonly name: string;
  readonly perShare: Money;
  readonly minPerOrder: Money;
  /** Part of the trade's value that an order costs at the most, in micros of 1. It stands above the minimum. */
  readonly maxRatioMicros: number;
  /** A plan with tiers and fees of its own, that is charged instead. */
  readonly plan?: FeePlan | undefined;
};

/** A plan as a schedule. */
export const scheduleOf = (plan: FeePlan): FeeSchedule => ({
  name: plan.name,
  perShare: money(plan.tiers[0]?.perShare.micros ?? 0),
  minPerOrder: money(plan.minPerOrder.micros),
  maxRatioMicros: plan.maxRatio.micros,
  plan,
});

/** Interactive Brokers, US stocks, fixed: 0.005 a share, at least 1.00, at most 1 % of the trade's value. */
export const IB_FIXED_US_STOCKS: FeeSchedule = {
  name: "IB fixed, US stocks",
  perShare: money(micros("0.005")),
  minPerOrder: money(micros("1")),
  maxRatioMicros: micros("0.01"),
};

/**
 * What an order costs for everything that it traded so far; `value` is the sum of its fills, positive. A schedule with a plan looks at
 * the facts of the order too; without them it counts as a buy that took liquidity.
 */
export function commissionOf(schedule: FeeSchedule, cumQty: Qty, value: Money, facts: Partial<FeeFacts> = {}): Money {
  if (schedule.plan !== undefined) return feesOf(schedule.plan, { side: "BUY", ...facts, cumQty, value }).total;
  const byShare = mulDiv(cumQty, schedule.perShare, MICROS);
  const cap = mulDiv(value, schedule.maxRatioMicros, MICROS);
  return money(Math.min(Math.max(byShare, schedule.minPerOrder), cap));
}
