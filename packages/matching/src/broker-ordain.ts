import {
  addMoney,
  addQty,
  type Money,
  money,
  notional,
  type Px,
  type Qty,
  qty,
  subMoney,
  subQty,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { bookTrade, signedQty } from "./broker-account.ts";
import { type Book, complete, tellOrder } from "./broker-book.ts";
import { cancelOrder } from "./broker-cancel.ts";
import { rememberFlow } from "./broker-margin.ts";
import { makeNotes, makeOrder } from "./broker-make.ts";
import { execute } from "./broker-match.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerExecution, OrderRequest } from "./broker-types.ts";

/** What happens at a broker without a client's or the market's doing: for rehearsals of what goes wrong. */
export type Ordained =
  /** An execution of a working order at the last price, up to what it leaves. */
  | { readonly type: "fill"; readonly permId: number; readonly lastQty: Qty }
  /** One execution more of an order that is filled. */
  | { readonly type: "overfill"; readonly permId: number; readonly lastQty: Qty }
  /** One execution of an order that is canceled: it crossed the cancel on its way. Never more than what was left of it. */
  | { readonly type: "late-fill"; readonly permId: number; readonly lastQty: Qty }
  /** A working order is canceled, as by a person. */
  | { readonly type: "cancel"; readonly permId: number }
  /** An order that is refused after the broker took it. */
  | { readonly type: "deactivate"; readonly request: OrderRequest }
  /** An execution's price was another one: its id stays but for the suffix. */
  | { readonly type: "correct"; readonly execId: string; readonly lastPx: Px }
  /** An execution is taken back: corrected to 0 shares. */
  | { readonly type: "bust"; readonly execId: string }
  /** Cash comes into the account, or leaves it. */
  | { readonly type: "cash"; readonly amount: Money }
  /** Shares come into the account, or leave it, at the last price; no cash moves. */
  | { readonly type: "shares"; readonly symbol: string; readonly quantity: Qty }
  /** Every client's next order id is 1 again; permIds go on. */
  | { readonly type: "reset-order-ids" };

/** Does it; what does not fit the state (an order that is gone meanwhile) does nothing. */
export function ordain(book: Book, act: Ordained): void {
  const { state } = book;
  switch (act.type) {
    case "fill":
      return fillWorking(book, state.open.get(act.permId), act.lastQty);
    case "overfill":
      return overfill(book, act);
    case "late-fill":
      return fillCanceled(book, act);
    case "cancel": {
      const order = state.open.get(act.permId);
      return order === undefined ? undefined : cancelOrder(book, order);
    }
    case "deactivate":
      return deactivate(book, act.request);
    case "correct":
      return amend(book, act.execId, (execution) => correctPx(book, execution, act.lastPx));
    case "bust":
      return amend(book, act.execId, (execution) => bust(book, execution));
    case "cash":
      state.cash = addMoney(state.cash, act.amount);
      return undefined;
    case "shares":
      return bookShares(book, act.symbol, act.quantity);
    case "reset-order-ids":
      state.ids.nextIbOrderIds.clear();
  }
}

const lastPxOf = (book: Book, { symbol, lmtPx }: OrderRequest): Px | undefined =>
  book.state.quotes.get(symbol)?.closePx ?? lmtPx;

function fillWorking(book: Book, order: WorkingOrder | undefined, wanted: Qty): void {
  if (order === undefined) return;
  const px = lastPxOf(book, order);
  if (px !== undefined) execute(book, order, { px, lastQty: qty(Math.min(wanted, order.leavesQty)) });
}

/** The order comes back into the book for one execution that nobody ordered. */
function overfill(book: Book, { permId, lastQty }: { readonly permId: number; readonly lastQty: Qty }): void {
  const { state } = book;
  const filled = state.completed.find((order) => order.permId === permId && order.status === "Filled");
  if (filled?.avgPx === undefined) return;
  const px = lastPxOf(book, filled) ?? filled.avgPx;
  const order: WorkingOrder = {
    ...filled,
    leavesQty: lastQty,
    notes: { ...makeNotes(book, filled), filledValue: notional(filled.cumQty, filled.avgPx) },
  };
  state.completed = state.completed.filter((one) => one !== filled);
  state.open.set(permId, order);
  execute(book, order, { px, lastQty });
}

/** The order comes back into the book for one execution; what is left then stays canceled. */
function fillCanceled(book: Book, { permId, lastQty }: { readonly permId: number; readonly lastQty: Qty }): void {
  const { state } = book;
  const canceled = state.completed.find((order) => order.permId === permId && order.status === "Cancelled");
  const px = canceled === undefined ? undefined : lastPxOf(book, canceled);
  if (canceled === undefined || px === undefined) return;
  const { orderQty, cumQty, avgPx } = canceled;
  const filledValue = avgPx === undefined ? ZERO_MONEY : notional(cumQty, avgPx);
  const leavesQty = subQty(orderQty, cumQty);
  const order: WorkingOrder = { ...canceled, leavesQty, notes: { ...makeNotes(book, canceled), filledValue } };
  state.completed = state.completed.filter((one) => one !== canceled);
  state.open.set(permId, order);
  execute(book, order, { px, lastQty: qty(Math.min(lastQty, leavesQty)) });
  const rest = state.open.get(permId);
  if (rest !== undefined) cancelOrder(book, rest);
}

function deactivate(book: Book, request: OrderRequest): void {
  const { state } = book;
  const next = Math.max(state.ids.nextIbOrderIds.get(request.clientId) ?? 1, request.ibOrderId + 1);
  state.ids.nextIbOrderIds.set(request.clientId, next);
  state.ids.lastPermId += 1;
  const order = makeOrder(book, request, state.ids.lastPermId, undefined);
  complete(book, order, "Inactive", { reason: "Inactive", status: "Inactive" });
  tellOrder(book, order);
}

/** What is bought for nothing, with its price in cash beside it. */
function bookShares({ state }: Book, symbol: string, quantity: Qty): void {
  const px = state.quotes.get(symbol)?.closePx;
  if (px === undefined) return;
  bookTrade(state, { symbol, signed: quantity, px, commission: ZERO_MONEY });
  state.cash = addMoney(state.cash, notional(quantity, px));
}

/** 0000e0d5.0000001a.01.01 → 0000e0d5.0000001a.01.02 */
function nextExecId(execId: string): string {
  const at = execId.lastIndexOf(".") + 1;
  return `${execId.slice(0, at)}${String(Number(execId.slice(at)) + 1).padStart(2, "0")}`;
}

function amend(book: Book, execId: string, change: (execution: BrokerExecution) => BrokerExecution): void {
  const { state, events } = book;
  const at = state.executions.findIndex((one) => one.execId === execId);
  const before = state.executions[at];
  if (before === undefined) return;
  const cashBefore = state.cash;
  const execution = { ...change(before), execId: nextExecId(execId), transactUs: state.nowUs };
  rememberFlow(book, before.order.symbol, cashBefore);
  state.executions[at] = execution;
  events.push({ type: "execution", execution }, { type: "commission", execution });
}

function correctPx({ state }: Book, execution: BrokerExecution, lastPx: Px): BrokerExecution {
  const { order, lastQty } = execution;
  const signed = signedQty(order.side, lastQty);
  const delta = subMoney(notional(signed, lastPx), notional(signed, execution.lastPx));
  state.cash = subMoney(state.cash, delta);
  const position = state.positions.get(order.symbol);
  if (position !== undefined) {
    const isStillHeld = position.quantity !== 0 && position.quantity > 0 === signed > 0;
    if (isStillHeld) position.cost = money(position.cost + delta);
    else position.realizedPnl = subMoney(position.realizedPnl, delta);
  }
  return { ...execution, lastPx };
}

function bust({ state }: Book, execution: BrokerExecution): BrokerExecution {
  const { order, lastQty, lastPx, commission } = execution;
  const signed = signedQty(order.side, qty(-lastQty));
  bookTrade(state, { symbol: order.symbol, signed, px: lastPx, commission: money(-commission) });
  const cumQty = subQty(order.cumQty, lastQty);
  const restated = { ...order, cumQty, leavesQty: addQty(order.leavesQty, lastQty) };
  return { ...execution, order: restated, lastQty: ZERO_QTY, commission: ZERO_MONEY, realizedPnl: undefined };
}
