import { type Book, childrenOf, complete, copyOf, isOpen, tellError } from "./broker-book.ts";
import type { WorkingOrder } from "./broker-state.ts";

const canceled = (reason: string): string => `Order Canceled - reason:${reason}`;

/** Cancels an order and, where it was not filled, the children that it holds. Status first, then 202. */
export function cancelOrder(book: Book, order: WorkingOrder, reason = ""): void {
  complete(book, order, "Cancelled", reason === "" ? "Cancelled" : reason);
  book.events.push({ type: "orderStatus", order: copyOf(order) });
  tellError(book, order, 202, canceled(reason));
  for (const child of childrenOf(book, order))
    if (isOpen(book, child)) cancelOrder(book, child, "The parent order was cancelled");
}

const EXPIRED = "Expired at the end of the session";

/** Ends an order whose time in force is over. The reason comes before the status: a status alone would look like a cancel. */
export function expireOrder(book: Book, order: WorkingOrder): void {
  complete(book, order, "Cancelled", EXPIRED);
  tellError(book, order, 202, canceled(EXPIRED));
  book.events.push({ type: "orderStatus", order: copyOf(order) });
  for (const child of childrenOf(book, order))
    if (isOpen(book, child)) cancelOrder(book, child, "The parent order expired");
}

/** A fill of one order ends the others of its group: children of one parent, and orders of one OCA group. */
export function cancelSiblings(book: Book, filled: WorkingOrder): void {
  const isSibling = (other: WorkingOrder): boolean =>
    other.permId !== filled.permId &&
    ((filled.parentPermId !== undefined && other.parentPermId === filled.parentPermId) ||
      (filled.ocaGroup !== undefined && other.ocaGroup === filled.ocaGroup && other.clientId === filled.clientId));
  for (const sibling of [...book.state.open.values()].filter(isSibling)) {
    if (isOpen(book, sibling)) cancelOrder(book, sibling, "OCA group was filled");
  }
}
