import {
  addMoney,
  addQty,
  formatMicros,
  notional,
  type Px,
  pxOfCost,
  type Qty,
  subMoney,
  subQty,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { bookTrade, signedQty } from "./broker-account.ts";
import { type Book, complete, copyOf, tellError, tellOrder } from "./broker-book.ts";
import { notCancelable } from "./broker-cancel.ts";
import { feeFactsOf, rememberExecution } from "./broker-margin.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerExecution } from "./broker-types.ts";
import { commissionOf } from "./fee-schedule.ts";

/** IB's form of an execution id; the last part would count corrections. */
const execIdOf = (serial: number): string => `0000e0d5.${serial.toString(16).padStart(8, "0")}.01.01`;

export type Deal = {
  readonly px: Px;
  readonly lastQty: Qty;
  /** As an execution's. */
  readonly addedLiquidity?: boolean;
};

/** Books one execution and tells it in TWS's order: execution, order with status, order with commission, commission. */
export function fill(book: Book, order: WorkingOrder, deal: Deal): void {
  const { events } = book;
  const { px, lastQty, addedLiquidity = false } = deal;
  order.cumQty = addQty(order.cumQty, lastQty);
  order.leavesQty = subQty(order.leavesQty, lastQty);
  order.notes.filledValue = addMoney(order.notes.filledValue, notional(lastQty, px));
  if (addedLiquidity) order.notes.addedQty = addQty(order.notes.addedQty ?? ZERO_QTY, lastQty);
  order.avgPx = pxOfCost(order.notes.filledValue, order.cumQty);
  order.lastPx = px;
  const isDone = order.leavesQty === 0;
  if (isDone) order.status = "Filled";
  else if (order.status === "PreSubmitted") order.status = "Submitted";
  order.whyHeld = undefined;
  const execution = execute(book, order, deal);
  events.push({ type: "execution", execution });
  tellOrder(book, order);
  order.commission = addMoney(order.commission ?? ZERO_MONEY, execution.commission);
  events.push({ type: "openOrder", order: copyOf(order) }, { type: "commission", execution });
  if (isDone) endFilled(book, order);
}

function execute(book: Book, order: WorkingOrder, { px, lastQty, addedLiquidity = false }: Deal): BrokerExecution {
  const { state, terms } = book;
  const total = commissionOf(
    terms.fees,
    order.cumQty,
    order.notes.filledValue,
    feeFactsOf(book, order, order.cumQty - lastQty),
  );
  const commission = subMoney(total, order.commission ?? ZERO_MONEY);
  const { symbol } = order;
  const signed = signedQty(order.side, lastQty);
  const realizedPnl = bookTrade(state, { symbol, signed, px, commission });
  const { ids } = state;
  ids.lastExecution += 1;
  state.lastExecutions.set(symbol, ids.lastExecution);
  const execution: BrokerExecution = {
    execId: execIdOf(ids.lastExecution),
    order: copyOf(order),
    lastQty,
    lastPx: px,
    transactUs: state.nowUs,
    addedLiquidity,
    commission,
    realizedPnl,
  };
  state.executions.push(execution);
  rememberExecution(book, execution);
  return execution;
}

/** A cancel that was on its way came too late. */
function endFilled(book: Book, order: WorkingOrder): void {
  const filled = `Filled Size: ${formatMicros(order.cumQty)}`;
  complete(book, order, "Filled", { reason: "Filled", status: filled });
  if (order.notes.cancelUs !== undefined)
    tellError(book, order, 10_148, notCancelable(book, order.ibOrderId, "Filled"));
}
