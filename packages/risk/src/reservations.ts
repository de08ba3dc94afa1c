import type { EventByKind, Order, Side } from "@bowline/contracts";
import { addQty, type Px, type Qty, qty, subQty, type Us, ZERO_QTY } from "@bowline/kernel";

/**
 * What approved orders may still do to positions, by clOrdId: held from the approval until the outcome is known, released
 * in step with fills, kept while an order is unknown. A bracket's legs weigh only as far as their entry is filled, and the
 * two of them as one, for they die with one another.
 */
export type Reservation = {
  readonly symbol: string;
  readonly buys: boolean;
  /** Quantity that may still be filled. */
  leavesQty: Qty;
  readonly expiresUs: Us;
  status: "APPROVED" | "SUBMITTED" | "UNKNOWN";
  /** A cancel is on its way: still reserved, but it does not stand in the way of an exit. */
  canceling: boolean;
  /** Not ours. */
  readonly external?: true;
  /** The entry that this leg protects. */
  readonly parent?: string | undefined;
  /** The broker's group in which one order's fill takes from the others before they can fill, too. */
  readonly blockGroup?: string | undefined;
  /** The order as it went to the broker, or as it was changed since; `undefined` before it was sent. */
  working?: EventByKind<"order.submitted">;
  /** Filled so far. */
  cumQty?: Qty;
  /** Who ordered, and how, as far as it was told before the order went out. */
  readonly strategy?: string;
  readonly terms?: Pick<Order, "ordType" | "lmtPx">;
  /** Price against which it was approved. */
  readonly refPx?: Px;
  /** When it, or its cancel, went to the broker, which has not answered since. */
  unansweredUs?: Us | undefined;
  /** The parent intent that the order is a part of. */
  readonly parentIntentId?: string | undefined;
  /** The change that is approved and has no answer. */
  replacing?: { readonly replaceId: string; readonly orderQty: Qty } | undefined;
};
export type Reservations = Map<string, Reservation>;

const buys = (side: Side): boolean => side === "BUY";

/** Orders of one group weigh as the largest of them, but only where the broker blocks the others while one may fill. */
export const blockGroupOf = ({
  ocaGroup,
  ocaType,
}: Pick<Order, "ocaGroup" | "ocaType">): { readonly blockGroup?: string } =>
  ocaGroup === undefined || ocaType === "REDUCE" ? {} : { blockGroup: ocaGroup };

/** Holds the exposure of an approved order, and a place for its legs. */
export function reserve(reservations: Reservations, order: Order, refPx?: Px): void {
  const { clOrdId, symbol, side, orderQty, expiresUs, bracket, strategy, ordType, lmtPx } = order;
  const about = { symbol, expiresUs, status: "APPROVED" as const, canceling: false, strategy };
  const terms = { ordType, ...(lmtPx === undefined ? {} : { lmtPx }) };
  const parentIntent = order.parentIntentId === undefined ? {} : { parentIntentId: order.parentIntentId };
  const units = bracket?.more?.units ?? [];
  const firstQty = units.reduce((left, unit) => subQty(left, unit.orderQty), orderQty);
  const hold = (unit: { readonly entryClOrdId: string; readonly orderQty: Qty }, legs: readonly string[]): void => {
    const mine = {
      ...about,
      terms,
      ...(refPx === undefined ? {} : { refPx }),
      ...parentIntent,
      ...blockGroupOf(order),
      buys: buys(side),
    };
    reservations.set(unit.entryClOrdId, { ...mine, leavesQty: unit.orderQty });
    for (const leg of legs)
      reservations.set(leg, { ...about, buys: !buys(side), leavesQty: ZERO_QTY, parent: unit.entryClOrdId });
  };
  hold({ entryClOrdId: clOrdId, orderQty: firstQty }, bracket ? [bracket.stopClOrdId, bracket.targetClOrdId] : []);
  for (const unit of units) hold(unit, [unit.stopClOrdId, unit.targetClOrdId]);
}

/** The order is about to reach the broker. One that we released before, or never saw, is held again from what is sent. */
export function reserveSubmitted(reservations: Reservations, event: EventByKind<"order.submitted">, nowUs: Us): void {
  const held = reservations.get(event.clOrdId);
  if (held !== undefined) {
    held.status = "SUBMITTED";
    held.working = event;
    if (held.parent === undefined) held.unansweredUs = nowUs;
    return;
  }
  const { clOrdId, symbol, side, orderQty, parentClOrdId: parent } = event;
  const leavesQty = parent === undefined ? orderQty : ZERO_QTY;
  reservations.set(clOrdId, {
    symbol,
    buys: buys(side),
    leavesQty,
    expiresUs: nowUs,
    status: "SUBMITTED",
    canceling: false,
    parent,
    strategy: event.strategy,
    working: event,
    ...(parent === undefined ? { unansweredUs: nowUs } : {}),
    ...blockGroupOf(event),
  });
}

/** Its cancel was asked for: still reserved, and an answer is due where the broker has it. */
export function holdCancel(reservations: Reservations, clOrdId: string, nowUs: Us): boolean {
  const held = reservations.get(clOrdId);
  if (held === undefined) return false;
  held.canceling = true;
  if (held.status === "SUBMITTED") held.unansweredUs = nowUs;
  return true;
}

/** The broker said something of the order. */
export function holdAnswer(reservations: Reservations, clOrdId: string): void {
  const held = reservations.get(clOrdId);
  if (held !== undefined) held.unansweredUs = undefined;
}

/** How long the broker has left the oldest order or cancel in a symbol without an answer, in microseconds. */
export function unansweredFor(reservations: Reservations, symbol: string, nowUs: Us): number {
  let longest = 0;
  for (const held of reservations.values())
    if (held.symbol === symbol && held.unansweredUs !== undefined)
      longest = Math.max(longest, nowUs - held.unansweredUs);
  return longest;
}

/** Nobody knows whether the broker has the order: held until that is known, also where we had released it. */
export function holdUnknown(
  reservations: Reservations,
  { clOrdId, symbol }: Pick<EventByKind<"order.unknown">, "clOrdId" | "symbol">,
  nowUs: Us,
): void {
  const held = reservations.get(clOrdId);
  if (held !== undefined) held.status = "UNKNOWN";
  else reservations.set(clOrdId, doubtful(symbol, nowUs));
}

/** The broker has the order. One that was given up as lost works with a quantity that we no longer hold: still in doubt. */
export function holdResolved(reservations: Reservations, event: EventByKind<"order.resolved">, nowUs: Us): void {
  const held = reservations.get(event.clOrdId);
  if (held === undefined) return void reservations.set(event.clOrdId, doubtful(event.symbol, nowUs));
  held.status = "SUBMITTED";
  held.unansweredUs = undefined;
}

const doubtful = (symbol: string, nowUs: Us): Reservation => ({
  symbol,
  buys: true,
  leavesQty: ZERO_QTY,
  expiresUs: nowUs,
  status: "UNKNOWN",
  canceling: false,
});

const externalId = (orderId: string): string => `external ${orderId}`;

/** An order that is not ours, as far as it may still fill: it counts as one of ours would, and nobody can change it. */
export function holdExternal(
  reservations: Reservations,
  { orderId, symbol, side, leavesQty = ZERO_QTY }: EventByKind<"broker.external-order">,
  nowUs: Us,
): void {
  const id = externalId(orderId);
  if (leavesQty === 0) return void reservations.delete(id);
  const about = { symbol, buys: buys(side), expiresUs: nowUs, status: "SUBMITTED" as const, canceling: false };
  reservations.set(id, { ...about, leavesQty, external: true });
}

/** What orders that are not ours may still buy, or sell, in a symbol. */
export function externalQty(reservations: Reservations, symbol: string, wanted: Pick<Wanted, "buys">): Qty {
  let total = ZERO_QTY;
  for (const held of reservations.values())
    if (held.external === true && held.symbol === symbol && held.buys === wanted.buys)
      total = addQty(total, held.leavesQty);
  return total;
}

/** A fill releases its part; an entry's fill puts its legs into effect, a leg's fill takes from its sibling too. */
export function releaseFill(reservations: Reservations, fill: EventByKind<"order.filled">): void {
  const held = reservations.get(fill.clOrdId);
  if (held === undefined) return;
  for (const [clOrdId, other] of reservations) {
    if (other.parent === fill.clOrdId) other.leavesQty = addQty(other.leavesQty, fill.lastQty);
    if (clOrdId !== fill.clOrdId && held.parent !== undefined && other.parent === held.parent)
      take(other, fill.lastQty);
  }
  held.cumQty = fill.cumQty;
  held.unansweredUs = undefined;
  if (held.parent === undefined) held.leavesQty = fill.leavesQty;
  else take(held, fill.lastQty);
  if (fill.leavesQty === 0) reservations.delete(fill.clOrdId);
}

/**
 * An execution was corrected: what it moved less is open again where the order works on, and what it moved more is not. A leg of a
 * bracket weighs by what is filled of its entry, so it follows its entry's correction.
 */
export function restateFill(reservations: Reservations, event: EventByKind<"order.corrected">): void {
  const change = subQty(event.lastQty, event.correctedQty);
  for (const other of reservations.values())
    if (other.parent === event.clOrdId) other.leavesQty = qty(Math.max(0, addQty(other.leavesQty, change)));
  const held = reservations.get(event.clOrdId);
  if (held === undefined) return;
  held.cumQty = event.cumQty;
  if (held.parent === undefined) held.leavesQty = event.leavesQty;
  else take(held, change);
  if (event.leavesQty === 0) reservations.delete(event.clOrdId);
}

const take = (held: Reservation, quantity: Qty): void => {
  held.leavesQty = qty(Math.max(0, subQty(held.leavesQty, quantity)));
};

/** The order ended. Legs whose entry was never filled end with it. */
export function release(reservations: Reservations, clOrdId: string): void {
  reservations.delete(clOrdId);
  for (const [id, other] of reservations)
    if (other.parent === clOrdId && other.leavesQty === 0) reservations.delete(id);
}

/** Approvals that were not sent and cannot be any more: expired longer than the tolerance ago. In order of approval. */
export function lapsedAt(reservations: Reservations, nowUs: Us, toleranceUs: number): string[] {
  const lapsed: string[] = [];
  for (const [clOrdId, { status, parent, expiresUs }] of reservations) {
    if (status === "APPROVED" && parent === undefined && nowUs > expiresUs + toleranceUs) lapsed.push(clOrdId);
  }
  return lapsed;
}

export const unknownOrdersIn = (reservations: Reservations, symbol: string): number => {
  let count = 0;
  for (const held of reservations.values()) if (held.symbol === symbol && held.status === "UNKNOWN") count += 1;
  return count;
};

/** Those of one symbol, in their order: what most questions about an order are about. */
export function reservationsIn(reservations: Reservations, symbol: string): Reservations {
  const found: Reservations = new Map();
  for (const [clOrdId, held] of reservations) if (held.symbol === symbol) found.set(clOrdId, held);
  return found;
}

type Wanted = {
  readonly buys: boolean;
  /** Leaves out what is being canceled. */
  readonly standing?: boolean;
  /** An order besides those that are held. */
  readonly with?: Pick<Order, "orderQty" | "ocaGroup" | "ocaType"> | undefined;
};

/** Quantity that may still be bought (or sold) in a symbol. */
export function openQty(reservations: Reservations, symbol: string, wanted: Wanted): Qty {
  let total = ZERO_QTY;
  let families: Map<string, Qty> | undefined;
  const add = (family: string | undefined, quantity: Qty): void => {
    if (family === undefined) total = addQty(total, quantity);
    else (families ??= new Map()).set(family, qty(Math.max(quantity, families.get(family) ?? 0)));
  };
  for (const held of reservations.values()) {
    if (held.symbol !== symbol || held.buys !== wanted.buys || (wanted.standing === true && held.canceling)) continue;
    add(held.parent ?? held.blockGroup, held.leavesQty);
  }
  if (wanted.with !== undefined) add(blockGroupOf(wanted.with).blockGroup, wanted.with.orderQty);
  if (families !== undefined) for (const quantity of families.values()) total = addQty(total, quantity);
  return total;
}
