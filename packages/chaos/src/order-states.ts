import type { Entry, Event } from "@bowline/contracts";
import { nextStatus, type OrderStep, type OrdStatus } from "@bowline/orders";

/** One order of ours as the journal tells its life. */
export type OrderLife = {
  readonly clOrdId: string;
  readonly status: OrdStatus;
  /** Filled so far, in micros of a share. */
  readonly cumQty: number;
};

/** Folds a journal into the lives of its orders, by the table of the order life cycle alone. */
export type OrderStates = {
  /** The life that the entry moved; `undefined` where it tells of none. */
  apply(entry: Entry): OrderLife | undefined;
  lives(): ReadonlyMap<string, OrderLife>;
  /** Pairs of state and event that the table does not have, in words. */
  illegal(): readonly string[];
};

const STEPS: Readonly<Partial<Record<Event["kind"], OrderStep>>> = {
  "order.accepted": "accepted",
  "order.canceled": "canceled",
  "order.rejected": "rejected",
  "order.expired": "expired",
  "order.unknown": "unknown",
  "order.resolved": "resolved",
  "order.lost": "lost",
};

type Life = { clOrdId: string; status: OrdStatus; cumQty: number; accepted: boolean };

export function makeOrderStates(): OrderStates {
  const lives = new Map<string, Life>();
  const illegal: string[] = [];
  const lifeOf = (clOrdId: string): Life => {
    const known = lives.get(clOrdId);
    if (known !== undefined) return known;
    const life: Life = { clOrdId, status: "PENDING_NEW", cumQty: 0, accepted: false };
    lives.set(clOrdId, life);
    return life;
  };
  return {
    apply: ({ seq, event }) => {
      if (event.kind === "order.submitted") {
        if (lives.has(event.clOrdId)) illegal.push(`entry ${seq}: ${event.clOrdId} is submitted again`);
        return lifeOf(event.clOrdId);
      }
      const step = stepOf(event);
      if (step === undefined || !("clOrdId" in event) || event.clOrdId === undefined) return undefined;
      const life = lifeOf(event.clOrdId);
      const next = nextStatus(life.status, step);
      if (next === undefined) {
        illegal.push(`entry ${seq}: ${life.clOrdId} is ${life.status}, and then ${step}`);
        return life;
      }
      if (event.kind === "order.filled") life.cumQty = event.cumQty;
      if (step === "accepted") life.accepted = true;
      life.status = step === "resolved" ? resumed(life) : next;
      return life;
    },
    lives: () => lives,
    illegal: () => illegal,
  };
}

function stepOf(event: Event): OrderStep | undefined {
  if (event.kind === "order.filled") return event.leavesQty === 0 ? "filled" : "part-filled";
  return STEPS[event.kind];
}

/** What a doubt that has ended leaves: the order stands where it stood before. */
function resumed({ accepted, cumQty }: Life): OrdStatus {
  if (cumQty > 0) return "PARTIALLY_FILLED";
  return accepted ? "NEW" : "PENDING_NEW";
}
