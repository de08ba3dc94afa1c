import { MICROS, type Money, money, mulDiv, type Qty, ZERO_MONEY } from "@bowline/kernel";
import type { BrokerSide } from "./broker-types.ts";
import type { Sourced } from "./sourced.ts";

/** Shares of the month, up to a number of them, at a price a share. */
export type FeeTier = {
  /** Whole shares of the calendar month; the last tier has no end. */
  readonly untilShares?: number | undefined;
  readonly perShare: Sourced;
};

/** What a tiered plan hands on to the client, next to the commission. */
export type PassThrough = {
  readonly clearingPerShare: Sourced;
  /** A share that took liquidity, and one that added it (negative: a rebate). */
  readonly removePerShare: Sourced;
  readonly addPerShare: Sourced;
  /** Parts of the commission. */
  readonly nyseOfCommission: Sourced;
  readonly finraOfCommission: Sourced;
};

/** A commission plan with the fees around it, as data. Dollars in micros. */
export type FeePlan = {
  readonly name: string;
  readonly tiers: readonly FeeTier[];
  readonly minPerOrder: Sourced;
  /** Part of the trade's value that the commission is at the most; it stands above the minimum. */
  readonly maxRatio: Sourced;
  /** Of sales only, in every plan. */
  readonly secPerMillion: Sourced;
  readonly tafPerShare: Sourced;
  readonly tafMaxPerTrade: Sourced;
  readonly passThrough?: PassThrough | undefined;
};

/** What decides the fees of one order, for everything that it traded so far. */
export type FeeFacts = {
  readonly side: BrokerSide;
  readonly cumQty: Qty;
  /** Σ quantity × price, positive. */
  readonly value: Money;
  /** Of `cumQty`, what rested in the book and was hit; 0 where nothing is known. */
  readonly addedQty?: Qty | undefined;
  /** What the account traded in the month before this order. */
  readonly monthQty?: Qty | undefined;
};

/** The parts; `total` is their sum and may be negative where rebates outweigh the rest. */
export type Fees = {
  readonly commission: Money;
  readonly clearing: Money;
  readonly exchange: Money;
  readonly passThrough: Money;
  readonly sec: Money;
  readonly taf: Money;
  readonly total: Money;
};

const perShare = (quantity: number, rate: Sourced): number => mulDiv(quantity, rate.micros, MICROS);

/** Shares fill one tier after the other, from where the month stands. */
function tieredCost(tiers: readonly FeeTier[], from: number, quantity: number): number {
  let [done, cost] = [0, 0];
  for (const { untilShares, perShare: rate } of tiers) {
    const room = untilShares === undefined ? quantity : Math.max(0, untilShares * MICROS - from - done);
    const part = Math.min(quantity - done, room);
    cost += perShare(part, rate);
    done += part;
  }
  return cost;
}

/** What an order costs for everything that it traded so far. Nothing traded costs nothing. */
export function feesOf(plan: FeePlan, facts: FeeFacts): Fees {
  const quantity = Number(facts.cumQty);
  const value = Number(facts.value);
  const added = Number(facts.addedQty ?? 0);
  const raw = tieredCost(plan.tiers, Number(facts.monthQty ?? 0), quantity);
  const cap = mulDiv(value, plan.maxRatio.micros, MICROS);
  const commission = quantity === 0 ? 0 : Math.min(Math.max(raw, plan.minPerOrder.micros), cap);
  const isSale = facts.side === "SELL";
  const sec = isSale ? mulDiv(value, plan.secPerMillion.micros, MICROS * MICROS) : 0;
  const taf = isSale ? Math.min(perShare(quantity, plan.tafPerShare), plan.tafMaxPerTrade.micros) : 0;
  const through = plan.passThrough;
  const clearing = through === undefined ? 0 : perShare(quantity, through.clearingPerShare);
  const exchange =
    through === undefined
      ? 0
      : perShare(quantity - added, through.removePerShare) + perShare(added, through.addPerShare);
  const passThrough =
    through === undefined
      ? 0
      : mulDiv(commission, through.nyseOfCommission.micros + through.finraOfCommission.micros, MICROS);
  return {
    commission: money(commission),
    clearing: money(clearing),
    exchange: money(exchange),
    passThrough: money(passThrough),
    sec: money(sec),
    taf: money(taf),
    total: money(commission + clearing + exchange + passThrough + sec + taf),
  };
}

/** What an order of that size would cost at the least and at the most, for the answer to a what-if. */
export function feeRange(plan: FeePlan, facts: FeeFacts): { readonly min: Money; readonly max: Money } {
  if (facts.cumQty === 0) return { min: ZERO_MONEY, max: ZERO_MONEY };
  const totals = [facts.cumQty, 0 as Qty].map((addedQty) => feesOf(plan, { ...facts, addedQty }).total);
  return { min: money(Math.min(...totals)), max: money(Math.max(...totals)) };
}
