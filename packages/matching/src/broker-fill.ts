import {
  addMoney,
  addQty,
  notional,
  type Px,
  pxOfCost,
  type Qty,
  qty,
  subMoney,
  subQty,
  ZERO_MONEY,
} from "@bowline/kernel";
import { bookTrade, signedQty } from "./broker-account.ts";
import { type Book, byMatching, childrenOf, complete, copyOf, isHeld, isOpen, tellOrder } from "./broker-book.ts";
import { cancelOrder, cancelSiblings } from "./broker-cancel.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerExecution } from "./broker-types.ts";
import { commissionOf } from "./fee-schedule.ts";
import type { SymbolStep } from "./market.ts";
import { pxInStep, pxOnArrival } from "./match-price.ts";

/** IB's form of an execution id; the last part would count corrections. */
const execIdOf = (serial: number): string => `0000e0d5.${serial.toString(16).padStart(8, "0")}.01.01`;

function lastQtyOf(book: Book, order: WorkingOrder, quote: SymbolStep): Qty {
  if (!book.terms.partialFills) return order.leavesQty;
  return qty(Math.min(order.leavesQty, order.side === "BUY" ? quote.askQty : quote.bidQty));
}

const fill = (book: Book, order: WorkingOrder, px: Px, quote: SymbolStep): void =>
  execute(book, order, px, lastQtyOf(book, order, quote));

/** Books one execution and tells it in TWS's order: execution, order with status, order with commission, commission. */
export function execute(book: Book, order: WorkingOrder, px: Px, lastQty: Qty): void {
  const { state, terms, events } = book;
  if (lastQty <= 0) return;
  order.cumQty = addQty(order.cumQty, lastQty);
  order.leavesQty = subQty(order.leavesQty, lastQty);
  order.filledValue = addMoney(order.filledValue, notional(lastQty, px));
  order.avgPx = pxOfCost(order.filledValue, order.cumQty);
  order.lastPx = px;
  const charged = order.commission ?? ZERO_MONEY;
  const total = commissionOf(terms.fees, order.cumQty, order.filledValue);
  const commission = subMoney(total, charged);
  const realizedPnl = bookTrade(state, {
    symbol: order.symbol,
    signed: signedQty(order.side, lastQty),
    px,
    commission,
  });

  const isDone = order.leavesQty === 0;
  if (isDone) order.status = "Filled";
  state.lastExecution += 1;
  const execution: BrokerExecution = {
    execId: execIdOf(state.lastExecution),
    order: copyOf(order),
    lastQty,
    lastPx: px,
    transactUs: state.nowUs,
    commission,
    realizedPnl,
  };
  state.executions.push(execution);
  events.push({ type: "execution", execution });
  tellOrder(book, order);
  order.commission = addMoney(charged, commission);
  events.push({ type: "openOrder", order: copyOf(order) }, { type: "commission", execution });
  if (isDone) complete(book, order, "Filled", "Filled");
  cancelSiblings(book, order);
  if (isDone) releaseChildren(book, order);
}

function releaseChildren(book: Book, parent: WorkingOrder): void {
  for (const child of childrenOf(book, parent).sort(byMatching)) {
    if (!isOpen(book, child) || child.status === "PendingSubmit") continue;
    if (child.ordType === "LMT") {
      child.status = "Submitted";
      tellOrder(book, child);
    }
    arrive(book, child);
  }
}

/** Lets an order meet the quote as it stands, at once, where the session is open. What is left of an IOC order is canceled. */
export function arrive(book: Book, order: WorkingOrder): void {
  const quote = book.state.isOpen ? book.state.quotes.get(order.symbol) : undefined;
  if (quote === undefined || isHeld(book, order)) return;
  const px = pxOnArrival(order, quote);
  if (px !== undefined) fill(book, order, px, quote);
  if (order.timeInForce === "IOC" && isOpen(book, order)) cancelOrder(book, order, "Immediate or cancel");
}

/** Whether a step does anything with an order, were it not held. Most steps reach none, and nothing is sorted for them. */
function isReached({ state }: Book, order: WorkingOrder): boolean {
  const step = state.quotes.get(order.symbol);
  return step !== undefined && (order.timeInForce === "IOC" || pxInStep(order, step) !== undefined);
}

/**
 * Matches what rests against one step of the market, symbol by symbol in the alphabet's order. Children that a fill of this step
 * releases met the quote already; what happened earlier inside the step does not count for them.
 */
export function matchStep(book: Book): void {
  const resting = [...book.state.open.values()]
    .filter((order) => isReached(book, order) && !isHeld(book, order))
    .sort((a, b) => (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : byMatching(a, b)));
  for (const order of resting) {
    const step = book.state.quotes.get(order.symbol);
    if (step === undefined || !isOpen(book, order)) continue;
    const px = pxInStep(order, step);
    if (px !== undefined) fill(book, order, px, step);
    if (order.timeInForce === "IOC" && isOpen(book, order)) cancelOrder(book, order, "Immediate or cancel");
  }
}
