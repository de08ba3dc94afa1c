import { type Money, money, mulDiv, notional, type Px, subMoney } from "@bowline/kernel";
import { grossWith, signedQty, viewAccount } from "./broker-account.ts";
import { type Book, copyOf } from "./broker-book.ts";
import { feeFactsOf, marginWhatIf } from "./broker-margin.ts";
import type { WorkingOrder } from "./broker-state.ts";
import { rejectionOf, REJECTED } from "./broker-check.ts";
import { lookedAtPx } from "./broker-reserve.ts";
import type { WhatIfMargins } from "./broker-types.ts";
import { feeRange } from "./fee-plan.ts";
import { commissionOf } from "./fee-schedule.ts";

/** Answers what an order would cost and bind; it is placed nowhere. Without a price for it there is nothing to answer but the order. */
export function tellWhatIf(book: Book, order: WorkingOrder): void {
  const px = lookedAtPx(book, order);
  const whatIfMargins =
    px === undefined
      ? undefined
      : { ...marginsOf(book, order, px), ...costsOf(book, order, px), warning: warningOf(book, order) };
  book.events.push({ type: "openOrder", order: { ...copyOf(order), status: "PreSubmitted", whatIfMargins } });
}

function marginsOf(book: Book, order: WorkingOrder, px: Px): WhatIfMargins {
  const { state, terms } = book;
  if (terms.margin !== undefined) return marginWhatIf(book, order, px);
  const account = viewAccount(state, terms);
  const commission = commissionOf(terms.fees, order.orderQty, notional(order.orderQty, px));
  const { before, after } = grossWith(account, order.symbol, signedQty(order.side, order.orderQty), px);
  const bound = (gross: Money): Money => money(mulDiv(gross, 1, terms.maxLeverage));
  return {
    initMarginBefore: bound(before),
    maintMarginBefore: bound(before),
    equityBefore: account.equity,
    initMarginAfter: bound(after),
    maintMarginAfter: bound(after),
    equityAfter: subMoney(account.equity, commission),
    commission,
  };
}

/** A tiered plan's costs depend on whether the order adds liquidity or takes some: they are told as a range. */
function costsOf(book: Book, order: WorkingOrder, px: Px): Partial<WhatIfMargins> {
  const { fees, behaviour } = book.terms;
  const facts = { ...feeFactsOf(book, order, 0), cumQty: order.orderQty, value: notional(order.orderQty, px) };
  const commission = commissionOf(fees, facts.cumQty, facts.value, facts);
  const { min, max } = fees.plan === undefined ? { min: commission, max: commission } : feeRange(fees.plan, facts);
  if (behaviour.whatIfCommission === "ALL") return { commission, minCommission: min, maxCommission: max };
  const isRange = fees.plan?.passThrough !== undefined;
  return isRange ? { commission: undefined, minCommission: min, maxCommission: max } : { commission };
}

function warningOf(book: Book, order: WorkingOrder): string | undefined {
  if (!book.terms.behaviour.whatIfWarning) return undefined;
  return rejectionOf(book, order)?.message.replace(REJECTED, "");
}
