import type { OrderEvent } from "./known-order.ts";

/** One entry about an order, with what sorts it among the others of a turn. */
export type OrderOutput = {
  readonly event: OrderEvent;
  /** Rising number in which the orders were submitted; orders that are not ours come after all of ours. */
  readonly placement: number;
  /** Filled so far, as of this event; for a commission as of its fill. */
  readonly cumQty: number;
};

const RANKS: Readonly<Record<OrderEvent["kind"], number>> = {
  "order.submitted": 0,
  "order.unknown": 1,
  "order.resolved": 2,
  "order.accepted": 3,
  "order.filled": 4,
  "order.commission": 5,
  "order.canceled": 6,
  "order.rejected": 7,
  "order.expired": 8,
  "order.lost": 9,
  "broker.external-order": 10,
};

const execIdOf = (event: OrderEvent): string => ("execId" in event ? event.execId : "");
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One turn's outputs in the order in which they are journaled: symbol, placement, kind, filled quantity, execId. The
 * broker may tell the same facts in another order, after a reconnect for example; the journal is the same.
 */
export const canonicalOrder = (outputs: readonly OrderOutput[]): readonly OrderOutput[] =>
  outputs.toSorted(
    (a, b) =>
      compareText(a.event.symbol, b.event.symbol) ||
      a.placement - b.placement ||
      RANKS[a.event.kind] - RANKS[b.event.kind] ||
      a.cumQty - b.cumQty ||
      compareText(execIdOf(a.event), execIdOf(b.event)),
  );
