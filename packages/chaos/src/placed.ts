import type { Entry, EventByKind } from "@bowline/contracts";

/** A placeOrder that the simulator wrote into its own log as it came in. Micros of a share and of a dollar. */
export type PlacedFact = {
  readonly clOrdId: string;
  readonly wallMs: number;
  /** The session's id, under which the broker takes a further placeOrder for a change. */
  readonly ibOrderId: number;
  readonly orderQty: number;
  readonly lmtPx?: number | undefined;
  readonly stopPx?: number | undefined;
};

/** Tells orders from changes by the broker's own rule: what comes under an id that an order of that name has already changes it. */
export function splitPlaced(placed: readonly PlacedFact[]): {
  readonly orders: readonly PlacedFact[];
  readonly changes: readonly PlacedFact[];
} {
  const known = new Set<string>();
  const [orders, changes]: [PlacedFact[], PlacedFact[]] = [[], []];
  for (const one of placed) {
    const name = `${one.ibOrderId} ${one.clOrdId}`;
    (known.has(name) ? changes : orders).push(one);
    known.add(name);
  }
  return { orders, changes };
}

export type ApprovedChange = EventByKind<"order.replace-approved">;

export const approvedChanges = (entries: readonly Entry[]): readonly ApprovedChange[] =>
  entries.flatMap(({ event }) => (event.kind === "order.replace-approved" ? [event] : []));

/** What is more than one placeOrder for the order, and one for each change of it that was approved. */
export function placedAgain(placed: readonly PlacedFact[], entries: readonly Entry[]): PlacedFact | undefined {
  const { orders, changes } = splitPlaced(placed);
  const seen = new Set<string>();
  const second = orders.find(({ clOrdId }) => seen.has(clOrdId) || !seen.add(clOrdId));
  if (second !== undefined) return second;
  const left = new Map<string, number>();
  for (const { clOrdId } of approvedChanges(entries)) left.set(clOrdId, (left.get(clOrdId) ?? 0) + 1);
  return changes.find(({ clOrdId }) => {
    const more = (left.get(clOrdId) ?? 0) - 1;
    left.set(clOrdId, more);
    return more < 0;
  });
}

/** What of an order stands in its placeOrder and can be changed. */
type Terms = Pick<PlacedFact, "orderQty" | "lmtPx" | "stopPx">;

/**
 * A placeOrder with terms that nobody approved. An order is placed as it was submitted, and then as one approved change after the other
 * makes of it: what a change does not name stays as the broker showed it last. Each counts once, in the order of the journal.
 */
export function neverApproved(placed: readonly PlacedFact[], entries: readonly Entry[]): PlacedFact | undefined {
  const left = approvedTerms(entries);
  return placed.find((one) => {
    const approved = left.get(one.clOrdId) ?? [];
    const at = approved.findIndex((terms) => isSame(terms, one));
    left.set(one.clOrdId, approved.slice(at + 1));
    return at < 0;
  });
}

/** The terms that each order may be placed with, one after the other. */
function approvedTerms(entries: readonly Entry[]): Map<string, readonly Terms[]> {
  const now = new Map<string, Terms>();
  const approved = new Map<string, readonly Terms[]>();
  for (const { event } of entries) {
    if (event.kind === "order.submitted" && !now.has(event.clOrdId)) {
      now.set(event.clOrdId, event);
      approved.set(event.clOrdId, [event]);
    }
    if (event.kind === "order.replaced") now.set(event.clOrdId, event);
    if (event.kind !== "order.replace-approved") continue;
    const before = now.get(event.clOrdId);
    if (before !== undefined)
      approved.set(event.clOrdId, [...(approved.get(event.clOrdId) ?? []), asChanged(before, event)]);
  }
  return approved;
}

const asChanged = (before: Terms, change: ApprovedChange): Terms => ({
  orderQty: change.orderQty ?? before.orderQty,
  lmtPx: change.lmtPx ?? before.lmtPx,
  stopPx: change.stopPx ?? before.stopPx,
});

const isSame = (a: Terms, b: Terms): boolean =>
  a.orderQty === b.orderQty && a.lmtPx === b.lmtPx && a.stopPx === b.stopPx;
