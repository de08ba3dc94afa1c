import type { BrokerState, BrokerTerms, WorkingOrder } from "./broker-state.ts";
import type { BrokerEvent, BrokerOrder } from "./broker-types.ts";
import { ORD_TYPES } from "./ord-types.ts";

/** What the broker's own files work on: the state, the terms, and what is being told in answer to the call that runs. */
export type Book = {
  readonly state: BrokerState;
  readonly terms: BrokerTerms;
  events: BrokerEvent[];
  /** What happens when everything else of this call has: reductions of OCA type 3. */
  later: (() => void)[];
};

/** An order as it is at this moment: what is told must not change afterwards. */
export function copyOf(order: WorkingOrder): BrokerOrder {
  const { notes: _notes, ...copy } = order;
  return copy;
}

/** Tells the order and its status, as TWS does on every change. */
export function tellOrder(book: Book, order: WorkingOrder): void {
  const copy = copyOf(order);
  book.events.push({ type: "openOrder", order: copy }, { type: "orderStatus", order: copy });
}

export function tellError(book: Book, order: WorkingOrder, code: number, message: string): void {
  const { clientId, ibOrderId } = order;
  book.events.push({ type: "error", clientId, ibOrderId, code, message, order: copyOf(order) });
}

/** Why an order ended: in our words, and in those of TWS's completed orders. */
export type Ending = { readonly reason: string; readonly status: string };

/** Takes an order out of the book for good. */
export function complete(
  book: Book,
  order: WorkingOrder,
  status: "Filled" | "Cancelled" | "Inactive",
  ending: Ending,
): void {
  order.status = status;
  order.whyHeld = undefined;
  order.completedUs = book.state.nowUs;
  order.completedReason = ending.reason;
  order.completedStatus = ending.status;
  book.state.open.delete(order.permId);
  book.state.completed.push(copyOf(order));
}

export const isOpen = (book: Book, order: WorkingOrder): boolean => book.state.open.has(order.permId);

/** A child is held while its parent is in the book: a parent that left it unfilled took its children along. */
export const isHeldByFamily = (book: Book, order: WorkingOrder): boolean =>
  order.status === "PendingSubmit" || (order.parentPermId !== undefined && book.state.open.has(order.parentPermId));

const rankOf = ({ ordType }: WorkingOrder): number => (ORD_TYPES[ordType].trigger === "STOP" ? 0 : 1);

/** In which order the orders of one symbol meet the market: stops before targets, so that in doubt the worse one is done. */
export const byMatching = (a: WorkingOrder, b: WorkingOrder): number => rankOf(a) - rankOf(b) || a.permId - b.permId;

export const childrenOf = (book: Book, parent: WorkingOrder): WorkingOrder[] =>
  [...book.state.open.values()].filter(({ parentPermId }) => parentPermId === parent.permId);
