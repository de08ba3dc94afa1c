import type { EventByKind, Leg, Order, OrdType, Side, TimeInForce } from "@bowline/contracts";
import type { Px, Qty } from "@bowline/kernel";
import type { Approved } from "./approved.ts";

/** One order as it goes to the broker. A bracket is three of them, placed in this order, only the last one transmits. */
export type OrderLeg = {
  readonly clOrdId: string;
  /** The entry that a protective leg belongs to. */
  readonly parentClOrdId?: string;
  readonly leg: Leg;
  readonly accountId: string;
  readonly strategy: string;
  readonly rule: string;
  readonly group: string;
  readonly symbol: string;
  readonly side: Side;
  readonly orderQty: Qty;
  readonly ordType: OrdType;
  readonly lmtPx?: Px;
  readonly stopPx?: Px;
  readonly timeInForce: TimeInForce;
  /** False: the broker holds it until a sibling that transmits arrives. */
  readonly transmit: boolean;
};

/** The side that reduces what `side` opened. */
export const oppositeSide = (side: Side): Side => (side === "BUY" ? "SELL" : "BUY");

/**
 * What to place for an approved order, in the order of placing: the order itself, then the stop and the target of its
 * bracket. Protective legs are good till canceled: they must outlive the session that the entry was meant for.
 */
export function legsOf(order: Approved<Order>): readonly OrderLeg[] {
  const { accountId, strategy, rule, group, symbol, orderQty, bracket } = order;
  const about = { accountId, strategy, rule, group, symbol, orderQty };
  const main: OrderLeg = {
    ...about,
    clOrdId: order.clOrdId,
    leg: order.purpose,
    side: order.side,
    ordType: order.ordType,
    ...(order.lmtPx === undefined ? {} : { lmtPx: order.lmtPx }),
    ...(order.stopPx === undefined ? {} : { stopPx: order.stopPx }),
    timeInForce: order.timeInForce,
    transmit: bracket === undefined,
  };
  if (bracket === undefined) return [main];
  const protective = {
    ...about,
    parentClOrdId: order.clOrdId,
    side: oppositeSide(order.side),
    timeInForce: "GTC" as const,
  };
  return [
    main,
    {
      ...protective,
      clOrdId: bracket.stopClOrdId,
      leg: "STOP",
      ordType: "STP",
      stopPx: bracket.stopPx,
      transmit: false,
    },
    {
      ...protective,
      clOrdId: bracket.targetClOrdId,
      leg: "TARGET",
      ordType: "LMT",
      lmtPx: bracket.targetLmtPx,
      transmit: true,
    },
  ];
}

/** The entry that goes before a leg is written to the wire. */
export function submittedEvent(leg: OrderLeg): EventByKind<"order.submitted"> {
  const { transmit: _transmit, ...fields } = leg;
  return { kind: "order.submitted", ...fields };
}

/** The leg that an `order.submitted` tells of. Whether it transmitted is not journaled: it is not needed once it was placed. */
export function legOfSubmitted(event: EventByKind<"order.submitted">): OrderLeg {
  const { kind: _kind, ...fields } = event;
  return { ...fields, transmit: true };
}
