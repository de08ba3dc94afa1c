import type { EventByKind } from "@bowline/contracts";
import type { OrderRequest } from "@bowline/matching";
import { type OrderBook, type OrderOutput, changeFlips, changedLeg, isTerminal } from "@bowline/orders";
import type { Us } from "@bowline/kernel";
import { placeRequest } from "./place-request.ts";

type Change = EventByKind<"order.replace-approved">;

export type ChangeDesk = {
  readonly book: OrderBook;
  readonly nowUs: Us;
  /** Signed, in micros of a share. */
  positionOf(symbol: string): number;
  /** Writes the order again; what the broker tells is heard by the book. */
  place(request: OrderRequest): void;
};

/** Makes an approved change as services/execution makes it, or says why not: the order is then as it was. */
export function changeOrder(desk: ChangeDesk, change: Change): readonly OrderOutput[] {
  const { book } = desk;
  const { clOrdId, replaceId } = change;
  const refuse = (reason: string): readonly OrderOutput[] => book.refuseReplace(clOrdId, replaceId, reason);
  if (desk.nowUs > change.expiresUs) return refuse("expired before it was sent");
  const flips = changeFlips(book, change, ({ symbol }) => desk.positionOf(symbol));
  if (flips !== undefined) return refuse(flips);
  const order = book.get(clOrdId);
  if (order?.ibOrderId === undefined) return refuse("the order is not known to this session");
  const terms = book.beginReplace(change);
  if (terms === undefined) return refuse("the order does not work, or another change is under way");
  const { parentClOrdId, ...leg } = changedLeg(order.leg, terms);
  const parent = parentClOrdId === undefined ? undefined : book.get(parentClOrdId);
  // A child whose parent is gone is an order of its own.
  const isChild = parent?.ibOrderId !== undefined && !isTerminal(parent.status);
  const ids = isChild ? new Map([[parent.leg.clOrdId, parent.ibOrderId ?? 0]]) : new Map<string, number>();
  desk.place(placeRequest(isChild ? { ...leg, parentClOrdId: parent.leg.clOrdId } : leg, order.ibOrderId, ids));
  return [];
}
