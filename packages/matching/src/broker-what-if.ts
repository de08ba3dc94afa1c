import { type Money, money, mulDiv, notional, type Px, subMoney } from "@bowline/kernel";
import { grossWith, signedQty, viewAccount } from "./broker-account.ts";
import { type Book, copyOf } from "./broker-book.ts";
import { marginWhatIf } from "./broker-margin.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { WhatIfMargins } from "./broker-types.ts";
import { commissionOf } from "./fee-schedule.ts";
import { oppositePx } from "./match-price.ts";

/** Answers what an order would cost and bind; it is placed nowhere. Without a price for it there is nothing to answer but the order. */
export function tellWhatIf(book: Book, order: WorkingOrder): void {
  const quote = book.state.quotes.get(order.symbol);
  const px = order.lmtPx ?? order.stopPx ?? (quote && oppositePx(order.side, quote));
  const whatIfMargins = px === undefined ? undefined : marginsOf(book, order, px);
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
