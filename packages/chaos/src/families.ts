import type { Entry, EventByKind } from "@bowline/contracts";
import type { OrderLife } from "./order-states.ts";

type Leg = Pick<EventByKind<"order.submitted">, "clOrdId" | "symbol" | "side">;

/** What the broker works, and holds, when all is over. Micros of a share. */
export type Left = {
  readonly entries: readonly Entry[];
  /** What each order at work may still fill, by its clOrdId. */
  readonly leaves: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, number>;
};

/** Says of which bracket the legs traded more than its entry brought: they turned the position. */
export function checkLegs(
  entries: readonly Entry[],
  lives: ReadonlyMap<string, Pick<OrderLife, "cumQty">>,
): string | undefined {
  const filled = (clOrdId: string): number => lives.get(clOrdId)?.cumQty ?? 0;
  for (const [entry, legs] of familiesOf(entries)) {
    const traded = legs.reduce((sum, { clOrdId }) => sum + filled(clOrdId), 0);
    if (traded > filled(entry)) return `the legs of ${entry} traded ${traded}, and it brought ${filled(entry)}`;
  }
  return undefined;
}

/** Says which leg still works though its entry does not, and there is no position, or not so much of one, that it could end. */
export function checkOrphans({ entries, leaves, positions }: Left): string | undefined {
  const mayEnd = new Map(positions);
  for (const [entry, legs] of familiesOf(entries)) {
    if (leaves.has(entry)) continue;
    const working = legs.filter(({ clOrdId }) => leaves.has(clOrdId));
    const [first] = working;
    if (first === undefined) continue;
    // A fill of one of them takes as much from the others.
    const most = Math.max(...working.map(({ clOrdId }) => leaves.get(clOrdId) ?? 0));
    const sign = first.side === "SELL" ? 1 : -1;
    const held = (mayEnd.get(first.symbol) ?? 0) * sign;
    if (most > held) return `${first.clOrdId} works for ${most} of ${first.symbol}, and ${held} are held`;
    mayEnd.set(first.symbol, (held - most) * sign);
  }
  return undefined;
}

/** The legs of each bracket that were begun, by its entry. */
function familiesOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Leg[]> {
  const families = new Map<string, Leg[]>();
  for (const { event } of entries) {
    if (event.kind !== "order.submitted" || event.parentClOrdId === undefined) continue;
    const { clOrdId, symbol, side, parentClOrdId: entry } = event;
    families.set(entry, [...(families.get(entry) ?? []), { clOrdId, symbol, side }]);
  }
  return families;
}
