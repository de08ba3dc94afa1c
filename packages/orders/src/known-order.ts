import type { ChangeTerms, EventByKind } from "@bowline/contracts";
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
  subMoney,
  subQty,
} from "@bowline/kernel";
import { changedTerms } from "./changed-terms.ts";
import type { OrderLeg } from "./legs.ts";
import { ORDER_TYPES } from "./terms/order-types.ts";
import type { OrdStatus, Standing } from "./life-cycle.ts";

/** Everything that execution tells about orders. */
export type OrderEvent = EventByKind<
  | "order.submitted"
  | "order.accepted"
  | "order.filled"
  | "order.commission"
  | "order.corrected"
  | "order.replaced"
  | "order.replace-rejected"
  | "order.cancel-rejected"
  | "order.canceled"
  | "order.rejected"
  | "order.expired"
  | "order.unknown"
  | "order.resolved"
  | "order.lost"
  | "order.anomaly"
  | "broker.external-order"
  | "broker.external-fill"
  | "broker.external-commission"
  | "broker.adjustment"
>;

/** What can be changed of a working order. */
export type WorkingTerms = ChangeTerms & { readonly orderQty: Qty };

/** An order of ours as the journal and the broker have told of it so far. */
export type KnownOrder = {
  /** As it was submitted. */
  readonly leg: OrderLeg;
  readonly placement: number;
  status: OrdStatus;
  /** As the broker showed it last, where it was changed since. */
  terms: WorkingTerms;
  /** The change that was sent and is not answered. */
  replacing: { readonly replaceId: string; readonly terms: WorkingTerms } | undefined;
  /** Whether `order.accepted` was said. */
  accepted: boolean;
  /** Whether a strategy asked for its cancel. */
  cancelRequested: boolean;
  /** The first permId. */
  orderId: string | undefined;
  /** All permIds that the broker gave it, with the session's id under which each works. More than one is an anomaly. */
  readonly orderIds: Map<string, { ibOrderId: number | undefined; live: boolean }>;
  ibOrderId: number | undefined;
  cumQty: Qty;
  cost: Money;
};

export const newKnownOrder = (leg: OrderLeg, placement: number): KnownOrder => ({
  leg,
  placement,
  status: "PENDING_NEW",
  // Where a trailing stop is now, only the broker knows.
  terms: changedTerms(ORDER_TYPES[leg.ordType].trails === true ? { ...leg, stopPx: undefined } : leg, {}),
  replacing: undefined,
  accepted: false,
  cancelRequested: false,
  orderId: undefined,
  orderIds: new Map(),
  ibOrderId: undefined,
  cumQty: ZERO_QTY,
  cost: ZERO_MONEY,
});

export const standingOf = ({ status, accepted, terms, cumQty, replacing }: KnownOrder): Standing => ({
  status,
  accepted,
  orderQty: terms.orderQty,
  cumQty,
  pendingQty: replacing?.terms.orderQty,
});

/** Adds a fill to the order's sums. */
export function addFill(order: KnownOrder, lastQty: Qty, lastPx: Px): void {
  order.cumQty = addQty(order.cumQty, lastQty);
  order.cost = addMoney(order.cost, notional(lastQty, lastPx));
}

/** Takes a fill out of the order's sums again. */
export function takeFill(order: KnownOrder, lastQty: Qty, lastPx: Px): void {
  order.cumQty = subQty(order.cumQty, lastQty);
  order.cost = subMoney(order.cost, notional(lastQty, lastPx));
}

/**
 * What is not filled of what was ordered, or of what a change under way asks for. A broker that filled too much leaves nothing.
 * Whether the order ended does not count: a fill may be heard before its cancel or after it, and must read the same.
 */
export function leavesQty(order: KnownOrder): Qty {
  const total = Math.max(order.terms.orderQty, order.replacing?.terms.orderQty ?? 0);
  return qty(Math.max(0, total - order.cumQty));
}

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
