import type { Order } from "@bowline/contracts";
import { type Px, type Qty, qty, subQty, type Us, ZERO_QTY } from "@bowline/kernel";

/** One order of a group, as the journal told of it so far. Plain JSON. */
export type GroupOrder = {
  readonly clOrdId: string;
  readonly role: "ENTRY" | "STOP" | "TARGET";
  orderQty: Qty;
  cumQty: Qty;
  /** Of a stop: its trigger as it was approved, or changed since. */
  stopPx?: Px;
  status: "EXPECTED" | "IN_FLIGHT" | "WORKING" | "UNKNOWN" | "ENDED";
  /** Somebody asked for its cancel. */
  cancelAsked: boolean;
  /** It was more than its group holds at the last clock, too. */
  isExcess?: boolean;
  /** The quantity that we asked the broker to change it to; absent where no change is under way. */
  askedQty?: Qty;
  /** A part of the position is to be closed by an order of its own: the strategy asked for this one to become smaller. */
  isReleasing?: boolean;
  /** How often it was asked for another quantity. */
  asks?: number;
  /** The quantity that was refused last, and when it may be asked for again. */
  refusedQty?: Qty;
  askAgainUs?: Us;
};

/**
 * Orders that belong together: an entry with its stop and target (BRACKET), or a stop and a target beside a position that is
 * there already (OCO). Each part of an entry with several targets is a group of its own.
 */
export type Group = {
  /** clOrdId of the entry; of an OCO the broker's group. */
  readonly id: string;
  readonly kind: "BRACKET" | "OCO";
  readonly symbol: string;
  readonly strategy: string;
  readonly rule: string;
  readonly orders: GroupOrder[];
  /** Unprotected quantity that was told already. */
  toldNaked: Qty;
  /** It was unprotected after its last event: the very next one, or the clock, ends the wait for what explains it. */
  isSuspect: boolean;
  /** Its protection was taken away on purpose: an exit is to follow. */
  closing: boolean;
  /** So much of its protection was taken away on purpose, and an order that closes this part is to follow. */
  releasedQty?: Qty;
  /** What such orders closed. */
  reducedQty?: Qty;
};

const anOrder = (clOrdId: string, role: GroupOrder["role"], orderQty: Qty): GroupOrder => ({
  clOrdId,
  role,
  orderQty,
  cumQty: ZERO_QTY,
  status: "EXPECTED",
  cancelAsked: false,
});
const aStop = (clOrdId: string, orderQty: Qty, stopPx: Px): GroupOrder => ({
  ...anOrder(clOrdId, "STOP", orderQty),
  stopPx,
});

/** The groups that an approved order begins: one for each part of a bracket. */
export function bracketGroups(order: Order): readonly Group[] {
  const { bracket, symbol, strategy, rule } = order;
  if (bracket === undefined) return [];
  const units = bracket.more?.units ?? [];
  const { stopPx } = bracket;
  const orderQty = units.reduce((left, unit) => subQty(left, unit.orderQty), order.orderQty);
  return [{ ...bracket, entryClOrdId: order.clOrdId, orderQty }, ...units].map((unit) => ({
    id: unit.entryClOrdId,
    kind: "BRACKET",
    symbol,
    strategy,
    rule,
    orders: [
      anOrder(unit.entryClOrdId, "ENTRY", unit.orderQty),
      aStop(unit.stopClOrdId, unit.orderQty, stopPx),
      anOrder(unit.targetClOrdId, "TARGET", unit.orderQty),
    ],
    toldNaked: ZERO_QTY,
    isSuspect: false,
    closing: false,
  }));
}

/** Adds an approved order to the OCO that it names; the first begins it. */
export function joinOco(groups: Map<string, Group>, order: Order): void {
  const { ocaGroup, clOrdId, symbol, strategy, rule, orderQty, stopPx } = order;
  if (ocaGroup === undefined) return;
  const group: Group = groups.get(ocaGroup) ?? {
    id: ocaGroup,
    kind: "OCO",
    symbol,
    strategy,
    rule,
    orders: [],
    toldNaked: ZERO_QTY,
    isSuspect: false,
    closing: false,
  };
  groups.set(ocaGroup, group);
  if (group.orders.every((other) => other.clOrdId !== clOrdId))
    group.orders.push(stopPx === undefined ? anOrder(clOrdId, "TARGET", orderQty) : aStop(clOrdId, orderQty, stopPx));
}

/** A stop that stands for one that is gone belongs where that one did. */
export function joinProtected(groups: Map<string, Group>, id: string, { clOrdId, orderQty, stopPx }: Order): void {
  const group = groups.get(id);
  if (group === undefined || stopPx === undefined) return;
  if (group.orders.every((other) => other.clOrdId !== clOrdId)) group.orders.push(aStop(clOrdId, orderQty, stopPx));
}

/** Where the newest of its stops was to trigger. */
export const stopPxOf = ({ orders }: Group): Px | undefined => orders.findLast(({ role }) => role === "STOP")?.stopPx;

export const leaves = ({ orderQty, cumQty, status }: GroupOrder): Qty =>
  status === "ENDED" ? ZERO_QTY : qty(Math.max(0, orderQty - cumQty));

const sumOf = (orders: readonly GroupOrder[], of: (order: GroupOrder) => number): number =>
  orders.reduce((sum, order) => sum + of(order), 0);

const isEntry = ({ role }: GroupOrder): boolean => role === "ENTRY";
export const exitsOf = ({ orders }: Group): readonly GroupOrder[] => orders.filter((order) => !isEntry(order));

/** What the group's fills leave of a position: nothing where exits filled more than the entry. */
export function exposureOf(group: Group): Qty {
  const exits = exitsOf(group);
  const opened =
    group.kind === "BRACKET"
      ? sumOf(group.orders.filter(isEntry), ({ cumQty }) => cumQty)
      : Math.max(0, ...exits.map(({ orderQty }) => orderQty));
  return qty(Math.max(0, opened - (group.reducedQty ?? 0) - sumOf(exits, ({ cumQty }) => cumQty)));
}

/** The most that its exits may still take: what is there, and what the entry may still bring. */
export const allowedQty = (group: Group): Qty => qty(exposureOf(group) + sumOf(group.orders.filter(isEntry), leaves));

/** How much of the position no stop protects that works or is on its way. One in doubt protects nothing. */
export function nakedQty(group: Group): Qty {
  const stops = group.orders.filter(
    ({ role, status }) => role === "STOP" && (status === "WORKING" || status === "IN_FLIGHT"),
  );
  if (group.kind === "OCO" && group.orders.every(({ role, status }) => role !== "TARGET" || status === "ENDED"))
    return ZERO_QTY;
  return qty(Math.max(0, exposureOf(group) - (group.releasedQty ?? 0) - sumOf(stops, leaves)));
}

export const isOver = ({ orders }: Group): boolean => orders.every(({ status }) => status === "ENDED");
