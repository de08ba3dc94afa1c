import type { Event } from "@bowline/contracts";

/** What became of every order that may have reached the broker. */
export type Outcomes = {
  /** Submitted, and neither accepted nor ended so far. */
  readonly open: Set<string>;
  /** In doubt. */
  readonly unknown: Set<string>;
  readonly lost: Set<string>;
  /** At the broker and not ours. */
  readonly external: Set<string>;
};

export const makeOutcomes = (): Outcomes => ({
  open: new Set(),
  unknown: new Set(),
  lost: new Set(),
  external: new Set(),
});

/** Orders that nobody can explain at this point: external ones, those in doubt, and those of which nothing was ever heard. */
export const unexplainedOrders = ({ open, unknown, external }: Outcomes): number =>
  new Set([...open, ...unknown]).size + external.size;

export function followOutcome(outcomes: Outcomes, event: Event): void {
  switch (event.kind) {
    case "order.submitted":
      outcomes.open.add(event.clOrdId);
      break;
    case "order.unknown":
      outcomes.unknown.add(event.clOrdId);
      break;
    case "order.lost":
      settle(outcomes, event.clOrdId);
      outcomes.lost.add(event.clOrdId);
      break;
    case "order.resolved":
    case "order.accepted":
    case "order.filled":
    case "order.canceled":
    case "order.rejected":
    case "order.expired":
      settle(outcomes, event.clOrdId);
      break;
    case "broker.external-order":
      outcomes.external.add(event.orderId);
      break;
    default:
  }
}

function settle({ open, unknown, lost }: Outcomes, clOrdId: string): void {
  open.delete(clOrdId);
  unknown.delete(clOrdId);
  lost.delete(clOrdId);
}
