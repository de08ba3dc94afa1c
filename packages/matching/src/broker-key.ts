import { exchangeTimeAt } from "@bowline/calendar";
import type { Book } from "./broker-book.ts";
import { notCancelable, requestCancel, cancelOrder } from "./broker-cancel.ts";
import type { Refusal } from "./broker-check.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerOrder } from "./broker-types.ts";

/** What a client calls an order. */
export type Key = { readonly clientId: number; readonly ibOrderId: number };

export const openByKey = (book: Book, { clientId, ibOrderId }: Key): WorkingOrder | undefined => {
  for (const order of book.state.open.values())
    if (order.clientId === clientId && order.ibOrderId === ibOrderId) return order;
  return undefined;
};

export const completedByKey = (book: Book, { clientId, ibOrderId }: Key): BrokerOrder | undefined =>
  book.state.completed.findLast((order) => order.clientId === clientId && order.ibOrderId === ibOrderId);

export function refuse(book: Book, { clientId, ibOrderId }: Key, { code, message }: Refusal): void {
  book.events.push({ type: "error", clientId, ibOrderId, code, message });
}

const notCancelableNow = (permId: number): Refusal => ({
  code: 161,
  message: `Cancel attempted when order is not in a cancellable state.  Order permId =${permId}`,
});

/** Cancels by a client's own id. 202 is success; 10147, 10148 and 161 say why not. */
export function cancelByKey(book: Book, key: Key): void {
  const order = openByKey(book, key);
  if (order?.status === "PendingCancel") return refuse(book, key, notCancelableNow(order.permId));
  if (order !== undefined) return requestCancel(book, order);
  const ended = completedByKey(book, key);
  const id = key.ibOrderId;
  if (ended === undefined)
    return refuse(book, key, { code: 10147, message: `OrderId ${id} that needs to be cancelled is not found.` });
  if (ended.status === "Inactive") return refuse(book, key, notCancelableNow(ended.permId));
  refuse(book, key, { code: 10148, message: notCancelable(book, id, ended.status) });
}

/** Cancels everything that is open, of all clients; the one who asks is told of its orders that ended today. */
export function cancelAll(book: Book, clientId: number | undefined): void {
  const { state, terms } = book;
  const today = exchangeTimeAt(state.nowUs).date;
  const ended = state.completed.filter(
    (order) => order.clientId === clientId && exchangeTimeAt(order.completedUs ?? state.nowUs).date === today,
  );
  for (const order of state.open.values()) cancelOrder(book, order);
  if (terms.behaviour.globalCancelOfEnded)
    for (const order of ended) refuse(book, order, notCancelableNow(order.permId));
}
