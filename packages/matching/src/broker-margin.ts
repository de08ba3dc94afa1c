import { notional, type Px, qty, subMoney } from "@bowline/kernel";
import { noteClose, noteExecution, noteFlow } from "./account-memory.ts";
import { type AccountStanding, standingOf } from "./account-standing.ts";
import { signedQty, viewAccount } from "./broker-account.ts";
import type { Book } from "./broker-book.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerExecution, WhatIfMargins } from "./broker-types.ts";
import { reservedWith } from "./broker-reserve.ts";
import { commissionOf } from "./fee-schedule.ts";
import { marginRefusal, type MarginStanding, type ProposedTrade, whatIfOf } from "./margin-check.ts";
import { IB_REG_T_MARGIN, type MarginTerms } from "./margin-terms.ts";
import { ORD_TYPES } from "./ord-types.ts";

/** An account without margin terms of its own is told about as a Reg-T account; only what it may trade follows its plain rule. */
const termsOf = ({ terms }: Book): MarginTerms => ({
  ...(terms.margin ?? IB_REG_T_MARGIN),
  initialRule: terms.behaviour.initialMargin,
});

/** What an order would trade, were it filled whole at a price. */
function tradeOf(book: Book, order: WorkingOrder, px: Px): ProposedTrade {
  const { symbol, side, leavesQty, ordType } = order;
  return {
    symbol,
    signed: signedQty(side, leavesQty),
    px,
    markPx: book.state.quotes.get(symbol)?.closePx ?? px,
    commission: commissionOf(book.terms.fees, leavesQty, notional(leavesQty, px), feeFactsOf(book, order, 0)),
    isMarket: ORD_TYPES[ordType].isLimit !== true,
  };
}

/** What the fees of an order depend on beside its size; `booked` is what the month counts of it already. */
export const feeFactsOf = ({ state }: Book, { side, notes }: WorkingOrder, booked: number) => ({
  side,
  addedQty: notes.addedQty,
  monthQty: qty(Math.max(0, state.memory.monthQty - booked)),
});

const marginStandingOf = ({ state, terms }: Book): MarginStanding => ({
  account: viewAccount(state, terms),
  settledCash: subMoney(state.cash, state.memory.unsettled),
});

/** Why an account with margin terms does not carry an order beside those that work. */
export const marginReason = (book: Book, order: WorkingOrder, px: Px): string | undefined =>
  marginRefusal(
    { ...marginStandingOf(book), working: reservedWith(book, order) },
    tradeOf(book, order, px),
    termsOf(book),
  );

/** The answer to a what-if of an account with margin terms. */
export const marginWhatIf = (book: Book, order: WorkingOrder, px: Px): WhatIfMargins =>
  whatIfOf(marginStandingOf(book), tradeOf(book, order, px), termsOf(book));

/** Writes down an execution that was just booked. */
export function rememberExecution(book: Book, execution: BrokerExecution): void {
  const { state } = book;
  const positionQty = state.positions.get(execution.order.symbol)?.quantity ?? qty(0);
  state.memory = noteExecution(state.memory, { execution, positionQty }, termsOf(book));
}

/** Writes down cash that moved without an execution: a correction. */
export function rememberFlow({ state }: Book, symbol: string, cashBefore: number): void {
  state.memory = noteFlow(state.memory, symbol, cashBefore - state.cash);
}

/** Writes down the close of a session. */
export function rememberClose(book: Book): void {
  book.state.memory = noteClose(book.state.memory, viewAccount(book.state, book.terms), termsOf(book));
}

/** The account with margin, settlement and P&L of the day. */
export const viewStanding = (book: Book): AccountStanding =>
  standingOf(book.state.memory, viewAccount(book.state, book.terms), termsOf(book));
