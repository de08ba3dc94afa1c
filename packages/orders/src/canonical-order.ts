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
  "order.corrected": 5,
  "order.commission": 6,
  "order.replaced": 7,
  "order.replace-rejected": 8,
  "order.cancel-rejected": 9,
  "order.canceled": 10,
  "order.rejected": 11,
  "order.expired": 12,
  "order.lost": 13,
  "order.anomaly": 14,
  // Behind its fills: what is executed moves the position before it frees what the order may still fill.
  "broker.external-fill": 15,
  "broker.external-commission": 16,
  "broker.external-order": 17,
  "broker.adjustment": 18,
};

/** Doubt that nothing in the same turn ended came last, behind the facts; a loss that was taken back came before them. */
const LASTING_DOUBT_RANK = 12.5;
const ENDED_LOSS_RANK = 1.5;

/** Orders whose last word about their doubt is that it lasts, as the outputs were said. */
function inDoubt(outputs: readonly OrderOutput[]): ReadonlySet<string> {
  const doubted = new Set<string>();
  for (const { event } of outputs) {
    if (event.kind === "order.unknown" || event.kind === "order.lost") doubted.add(event.clOrdId);
    if (event.kind === "order.resolved") doubted.delete(event.clOrdId);
  }
  return doubted;
}

/** What tells two events of one kind and one order apart. */
const execIdOf = (event: OrderEvent): string => {
  if (event.kind === "order.anomaly") return `${event.code} ${event.subject} ${event.detail}`;
  if (event.kind === "broker.external-order") return event.orderId;
  return "execId" in event ? event.execId : "";
};
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One turn's outputs in the order in which they are journaled: symbol, placement, kind, filled quantity, execId. The
 * broker may tell the same facts in another order, after a reconnect for example; the journal is the same.
 */
export function canonicalOrder(outputs: readonly OrderOutput[]): readonly OrderOutput[] {
  const doubted = inDoubt(outputs);
  const rank = ({ event }: OrderOutput): number => {
    if (event.kind === "order.unknown" && doubted.has(event.clOrdId)) return LASTING_DOUBT_RANK;
    return event.kind === "order.lost" && !doubted.has(event.clOrdId) ? ENDED_LOSS_RANK : RANKS[event.kind];
  };
  return outputs.toSorted(
    (a, b) =>
      compareText(a.event.symbol ?? "", b.event.symbol ?? "") ||
      a.placement - b.placement ||
      rank(a) - rank(b) ||
      a.cumQty - b.cumQty ||
      compareText(execIdOf(a.event), execIdOf(b.event)),
  );
}
