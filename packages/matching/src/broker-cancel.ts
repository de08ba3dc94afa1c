import { type Us, US_PER_MS, us } from "@bowline/kernel";
import { type Book, childrenOf, complete, copyOf, type Ending, isOpen, tellError } from "./broker-book.ts";
import type { WorkingOrder } from "./broker-state.ts";

const canceled = (reason: string): string => `Order Canceled - reason:${reason}`;

const BY_TRADER: Ending = { reason: "Cancelled", status: "Cancelled by Trader" };

export const bySystem = (reason: string): Ending => ({ reason, status: "Cancelled by System" });

/** Cancels an order and, where it was not filled, the children that it holds. Status first, then 202. */
export function cancelOrder(book: Book, order: WorkingOrder, ending: Ending = BY_TRADER): void {
  complete(book, order, "Cancelled", ending);
  book.events.push({ type: "orderStatus", order: copyOf(order) });
  tellError(book, order, 202, canceled(ending === BY_TRADER ? "" : ending.reason));
  endChildren(book, order, "The parent order was cancelled");
}

/** Ends an order whose time in force is over. The reason comes before the status: a status alone would look like a cancel. */
export function expireOrder(
  book: Book,
  order: WorkingOrder,
  ending: Ending = { reason: "Expired at the end of the session", status: book.terms.behaviour.expiredStatus },
): void {
  complete(book, order, "Cancelled", ending);
  tellError(book, order, 202, canceled(ending.reason));
  book.events.push({ type: "orderStatus", order: copyOf(order) });
  endChildren(book, order, "The parent order expired");
}

/** Children of an order that left the book: canceled with it, or, where that is switched so and it was filled in part, let go. */
function endChildren(book: Book, parent: WorkingOrder, reason: string): void {
  const isReleasing = parent.cumQty > 0 && book.terms.behaviour.partlyFilledParentCanceled === "RELEASE_CHILDREN";
  for (const child of childrenOf(book, parent)) {
    if (!isOpen(book, child)) continue;
    if (isReleasing) child.notes.isCareful = true;
    else cancelOrder(book, child, bySystem(reason));
  }
}

/** A client's cancel: at once, or after the time that a cancel takes. */
export function requestCancel(book: Book, order: WorkingOrder): void {
  const { cancelTakesMs } = book.terms.behaviour;
  if (cancelTakesMs === 0 || order.status === "PendingSubmit") return cancelOrder(book, order);
  if (order.status === "PendingCancel") return;
  order.status = "PendingCancel";
  order.notes.cancelUs = us(book.state.nowUs + cancelTakesMs * US_PER_MS);
  order.notes.isCareful = true;
  book.events.push({ type: "orderStatus", order: copyOf(order) });
}

export const isCancelDue = (order: WorkingOrder, nowUs: Us): boolean =>
  order.notes.cancelUs !== undefined && nowUs >= order.notes.cancelUs;

/** The answer to a cancel of an order that has ended. */
export function notCancelable({ terms }: Book, ibOrderId: number, state: string): string {
  const cannot = terms.behaviour.wording === "RECENT" ? "cannot" : "can not";
  return `OrderId ${ibOrderId} that needs to be cancelled ${cannot} be cancelled, state: ${state}.`;
}
