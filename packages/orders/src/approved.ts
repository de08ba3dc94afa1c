import type { Entry, Order } from "@bowline/contracts";

declare const approval: unique symbol;

/** A thing that the risk gate approved. Nothing but `approvedOrderOf` makes one, so nothing else can reach the broker. */
export type Approved<T> = T & { readonly [approval]: true };

/** The order that an entry of the risk gate approves; `undefined` for every other entry, whoever wrote it. */
export function approvedOrderOf(entry: Entry): Approved<Order> | undefined {
  if (entry.event.kind !== "order.approved" || entry.header.machine !== "risk-gate") return undefined;
  return entry.event.order as Approved<Order>;
}
