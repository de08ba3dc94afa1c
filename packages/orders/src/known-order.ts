import type { EventByKind } from "@bowline/contracts";
import {
  type Money,
  type Px,
  type Qty,
  ZERO_MONEY,
  ZERO_QTY,
  addMoney,
  addQty,
  notional,
  pxOfCost,
  qty,
  subQty,
} from "@bowline/kernel";
import type { OrderLeg } from "./legs.ts";
import type { OrdStatus } from "./life-cycle.ts";

/** Everything that execution tells about orders. */
export type OrderEvent = EventByKind<
  | "order.submitted"
  | "order.accepted"
  | "order.filled"
  | "order.commission"
  | "order.canceled"
  | "order.rejected"
  | "order.expired"
  | "order.unknown"
  | "order.resolved"
  | "order.lost"
  | "broker.external-order"
>;

/** An order of ours as the journal and the broker have told of it so far. */
export type KnownOrder = {
  readonly leg: OrderLeg;
  readonly placement: number;
  status: OrdStatus;
  /** Whether `order.accepted` was said. */
  accepted: boolean;
  /** Whether a strategy asked for its cancel. */
  cancelRequested: boolean;
  orderId: string | undefined;
  ibOrderId: number | undefined;
  cumQty: Qty;
  cost: Money;
};

export const newKnownOrder = (leg: OrderLeg, placement: number): KnownOrder => ({
  leg,
  placement,
  status: "PENDING_NEW",
  accepted: false,
  cancelRequested: false,
  orderId: undefined,
  ibOrderId: undefined,
  cumQty: ZERO_QTY,
  cost: ZERO_MONEY,
});

/** Adds a fill to the order's sums. */
export function addFill(order: KnownOrder, lastQty: Qty, lastPx: Px): void {
  order.cumQty = addQty(order.cumQty, lastQty);
  order.cost = addMoney(order.cost, notional(lastQty, lastPx));
}

/** What is open still; a broker that filled too much leaves nothing open. */
export const leavesQty = (order: KnownOrder): Qty => qty(Math.max(0, subQty(order.leg.orderQty, order.cumQty)));

export const avgPx = (order: KnownOrder): Px => pxOfCost(order.cost, order.cumQty);

/** What every event about an order begins with. */
export const aboutOrder = (order: KnownOrder) => ({
  clOrdId: order.leg.clOrdId,
  group: order.leg.group,
  symbol: order.leg.symbol,
});

/**
 * Why an order was canceled, in words that follow from the journal alone: the broker's own text depends on which of
 * its messages comes first, and on whether we were connected.
 */
export function cancelReason(order: KnownOrder): string {
  if (order.cancelRequested) return "requested";
  return order.leg.parentClOrdId === undefined ? "canceled by the broker" : "its bracket ended";
}
