import type { EventByKind } from "@bowline/contracts";
import { type Money, type Qty, ZERO_QTY, addQty, subQty } from "@bowline/kernel";
import { executedChange, signedQty } from "@bowline/orders";
import { countFilled, forgetExtremes } from "./extremes.ts";
import type { Desk, SymbolState, TrackedOrder, TrackedStatus } from "./state.ts";

type Filled = EventByKind<"order.filled">;

export const findOrder = (symbol: SymbolState, clOrdId: string): TrackedOrder | undefined =>
  symbol.orders.find((order) => order.clOrdId === clOrdId);

/** An order moved on: approved, submitted, accepted, in doubt, or out of doubt. Never backwards from an end. */
export function moveOrder(symbol: SymbolState, clOrdId: string, status: TrackedStatus): void {
  const order = findOrder(symbol, clOrdId);
  if (order !== undefined && order.status !== "ENDED") order.status = status;
}

/**
 * An order is over: denied, lapsed, rejected, lost, canceled or expired. `cumQty` is what the broker filled before, where it says
 * so; until those fills are seen the order stays, as its position is not known yet.
 */
export function endOrder(symbol: SymbolState, clOrdId: string, cumQty?: Qty): void {
  const order = findOrder(symbol, clOrdId);
  if (order === undefined) return;
  if (cumQty !== undefined && cumQty > order.cumQty) {
    order.status = "ENDED";
    order.endedAtQty = cumQty;
    return;
  }
  drop(symbol, order);
}

/** Counts a fill into the own position. Fills of one order are told apart by their cumulative quantity, so a repeat changes nothing. */
export function applyFill(desk: Desk, symbol: SymbolState, fill: Filled): void {
  if (fill.strategy !== desk.strategy.name || fill.accountId !== desk.accountId) return;
  const order = findOrder(symbol, fill.clOrdId);
  const filled = order === undefined ? fill.lastQty : subQty(fill.cumQty, order.cumQty);
  if (filled <= 0) return;
  if (order !== undefined) countFill(symbol, order, fill);
  const before = symbol.quantity;
  symbol.quantity = addQty(before, signedQty(fill.side, filled));
  symbol.lastExecId = fill.execId;
  symbol.cost = undefined;
  countFilled(symbol, before, fill);
}

function countFill(symbol: SymbolState, order: TrackedOrder, fill: Filled): void {
  order.cumQty = fill.cumQty;
  const limit = order.endedAtQty ?? order.orderQty;
  if (fill.leavesQty === 0 || order.cumQty >= limit) drop(symbol, order);
}

/** An entry that ends without a fill takes along the legs of its bracket that were never sent. */
function drop(symbol: SymbolState, order: TrackedOrder): void {
  symbol.orders = symbol.orders.filter((other) => other !== order);
  if (order.leg === "ENTRY" && order.cumQty === 0)
    symbol.orders = symbol.orders.filter((other) => other.status !== "EXPECTED");
}

/** An execution of ours was corrected or taken back: the own position, and what the order is filled by, follow. */
export function applyCorrection(desk: Desk, symbol: SymbolState, event: EventByKind<"order.corrected">): void {
  if (event.strategy !== desk.strategy.name || event.accountId !== desk.accountId) return;
  const order = findOrder(symbol, event.clOrdId);
  if (order !== undefined) order.cumQty = event.cumQty;
  symbol.quantity = addQty(symbol.quantity, executedChange(event).quantity);
  symbol.lastExecId = event.execId;
  symbol.cost = undefined;
  if (symbol.quantity === 0) forgetExtremes(symbol);
  else symbol.enteredUs ??= event.transactUs;
}

/** An order goes to the broker with these prices, or works there with them. */
export function learnPrices(symbol: SymbolState, { clOrdId, lmtPx, stopPx }: Priced): void {
  const order = findOrder(symbol, clOrdId);
  if (order !== undefined && lmtPx !== undefined) order.lmtPx = lmtPx;
  if (order !== undefined && stopPx !== undefined) order.stopPx = stopPx;
}

type Priced = Pick<EventByKind<"order.submitted" | "order.replaced">, "clOrdId" | "lmtPx" | "stopPx">;

/** The broker works an order with other terms: a change of ours was made, or one of the desk's. */
export function changeOrder(symbol: SymbolState, event: EventByKind<"order.replaced">): void {
  const order = findOrder(symbol, event.clOrdId);
  if (order === undefined) return;
  order.orderQty = event.orderQty;
  learnPrices(symbol, event);
  endChange(symbol, event);
}

/** A change has its answer; where it was refused the order is as it was. */
export function endChange(symbol: SymbolState, { clOrdId, replaceId }: { clOrdId: string; replaceId: string }): void {
  const order = findOrder(symbol, clOrdId);
  if (order?.changeId === replaceId) delete order.changeId;
}

/** The ledger's position after a fill of ours: where it differs from our own count, nothing of the symbol is decided any more. */
export function compareWithLedger(
  desk: Desk,
  symbol: SymbolState,
  ledger: {
    readonly accountId: string;
    readonly strategy: string;
    readonly execId: string;
    readonly quantity: Qty;
    readonly cost: Money;
  },
): void {
  if (
    ledger.strategy !== desk.strategy.name ||
    ledger.accountId !== desk.accountId ||
    ledger.execId !== symbol.lastExecId
  )
    return;
  symbol.inDoubt = ledger.quantity !== symbol.quantity;
  symbol.cost = ledger.cost;
}

/** Whether a cancel can reach the order. */
export const isAtBroker = ({ status }: TrackedOrder): boolean => status === "SUBMITTED" || status === "WORKING";

export const leavesQty = ({ orderQty, cumQty }: TrackedOrder): Qty =>
  cumQty >= orderQty ? ZERO_QTY : subQty(orderQty, cumQty);

/** Asks for the cancel of an order at the broker, once a minute at the most. */
export function askCancel(desk: Desk, symbol: SymbolState, order: TrackedOrder, reason: string): void {
  if (order.cancelAsked || !isAtBroker(order)) return;
  order.cancelAsked = true;
  order.cancelAskedUs = desk.state.nowUs;
  desk.emit({
    kind: "order.cancel-intent",
    clOrdId: order.clOrdId,
    group: desk.group,
    symbol: symbol.symbol,
    strategy: desk.strategy.name,
    rule: order.rule,
    reason,
  });
}
