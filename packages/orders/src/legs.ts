import type { Bracket, EventByKind, Leg, Order, OrderTerms, OrdType, Side, TimeInForce } from "@bowline/contracts";
import { type Px, type Qty, subQty } from "@bowline/kernel";
import type { Approved } from "./approved.ts";
import { termsOf } from "./terms/order-terms.ts";

/** One order as it goes to the broker. A bracket is three of them, placed in this order, only the last one transmits. */
export type OrderLeg = OrderTerms & {
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
 * bracket. Protective legs are good till canceled: they must outlive the session that the entry was meant for. With several
 * targets each part is a bracket of its own: the broker ends all other children of an entry with the first one that fills.
 */
export function legsOf(order: Approved<Order>): readonly OrderLeg[] {
  const { bracket } = order;
  if (bracket === undefined) return [entryLeg(order, { clOrdId: order.clOrdId, orderQty: order.orderQty })];
  const units = bracket.more?.units ?? [];
  const firstQty = units.reduce((left, unit) => subQty(left, unit.orderQty), order.orderQty);
  const first = { ...bracket, entryClOrdId: order.clOrdId, orderQty: firstQty };
  return [first, ...units].flatMap((unit) => [
    entryLeg(order, { clOrdId: unit.entryClOrdId, orderQty: unit.orderQty }),
    ...protectiveLegs(order, bracket, unit),
  ]);
}

const aboutOf = ({ accountId, strategy, rule, group, symbol }: Order) => ({ accountId, strategy, rule, group, symbol });

const entryLeg = (order: Order, part: { readonly clOrdId: string; readonly orderQty: Qty }): OrderLeg => ({
  ...aboutOf(order),
  ...part,
  leg: order.purpose,
  side: order.side,
  ordType: order.ordType,
  ...(order.lmtPx === undefined ? {} : { lmtPx: order.lmtPx }),
  ...(order.stopPx === undefined ? {} : { stopPx: order.stopPx }),
  timeInForce: order.timeInForce,
  ...termsOf(order),
  transmit: order.bracket === undefined,
});

type Unit = {
  readonly entryClOrdId: string;
  readonly orderQty: Qty;
  readonly stopClOrdId: string;
  readonly targetClOrdId: string;
  readonly targetLmtPx: Px;
};

/** The broker hands nothing of the entry down to its children: what they are to share with it must be said again. */
function protectiveLegs(order: Order, bracket: Bracket, unit: Unit): readonly [OrderLeg, OrderLeg] {
  const { stopTrailAmt, stopTrailPercent } = bracket;
  const trail = {
    ...(stopTrailAmt === undefined ? {} : { trailAmt: stopTrailAmt }),
    ...(stopTrailPercent === undefined ? {} : { trailPercent: stopTrailPercent }),
  };
  const isTrailing = stopTrailAmt !== undefined || stopTrailPercent !== undefined;
  const protective = {
    ...aboutOf(order),
    orderQty: unit.orderQty,
    parentClOrdId: unit.entryClOrdId,
    side: oppositeSide(order.side),
    timeInForce: "GTC" as const,
    ...(order.outsideRth === undefined ? {} : { outsideRth: order.outsideRth }),
  };
  return [
    {
      ...protective,
      clOrdId: unit.stopClOrdId,
      leg: "STOP",
      ordType: isTrailing ? "TRAIL" : "STP",
      stopPx: bracket.stopPx,
      ...trail,
      transmit: false,
    },
    {
      ...protective,
      clOrdId: unit.targetClOrdId,
      leg: "TARGET",
      ordType: "LMT",
      lmtPx: unit.targetLmtPx,
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
