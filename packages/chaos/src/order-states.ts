import type { Entry, Event } from "@bowline/contracts";
import { moveOf, type OrderStep, type OrdStatus } from "@bowline/orders";

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
  "order.cancel-intent": "cancel-requested",
  "order.canceled": "canceled",
  "order.corrected": "corrected",
  "order.replaced": "replaced",
  "order.replace-rejected": "replace-rejected",
  "order.rejected": "rejected",
  "order.expired": "expired",
  "order.unknown": "unknown",
  "order.resolved": "resolved",
  "order.lost": "lost",
};

type Life = { clOrdId: string; status: OrdStatus; orderQty: number; cumQty: number; accepted: boolean };

export function makeOrderStates(): OrderStates {
  const lives = new Map<string, Life>();
  const illegal: string[] = [];
  const lifeOf = (clOrdId: string, orderQty = Number.MAX_SAFE_INTEGER): Life => {
    const known = lives.get(clOrdId);
    if (known !== undefined) return known;
    const life: Life = { clOrdId, status: "PENDING_NEW", orderQty, cumQty: 0, accepted: false };
    lives.set(clOrdId, life);
    return life;
  };
  return {
    apply: ({ seq, event }) => {
      if (event.kind === "order.submitted") {
        if (lives.has(event.clOrdId)) illegal.push(`entry ${seq}: ${event.clOrdId} is submitted again`);
        return lifeOf(event.clOrdId, event.orderQty);
      }
      const step = stepOf(event);
      if (step === undefined || !("clOrdId" in event) || event.clOrdId === undefined) return undefined;
      // A strategy may ask for the cancel of what was never begun, or has ended.
      if (step === "cancel-requested" && !canBeCanceled(lives.get(event.clOrdId))) return undefined;
      const life = lifeOf(event.clOrdId);
      const move = moveOf(life, step);
      if (move.type !== "legal") {
        illegal.push(`entry ${seq}: ${life.clOrdId} is ${life.status}, and then ${step} (${move.type})`);
        return life;
      }
      take(life, event, step);
      life.status = moved(life, step);
      return life;
    },
    lives: () => lives,
    illegal: () => illegal,
  };
}

const canBeCanceled = (life: Life | undefined): boolean =>
  life !== undefined && moveOf(life, "cancel-requested").type === "legal";

function stepOf(event: Event): OrderStep | undefined {
  if (event.kind === "order.filled") return event.leavesQty === 0 ? "filled" : "part-filled";
  return STEPS[event.kind];
}

/** Takes over what the entry says of quantities. */
function take(life: Life, event: Event, step: OrderStep): void {
  if (event.kind === "order.filled" || event.kind === "order.corrected") life.cumQty = event.cumQty;
  if (step === "accepted") life.accepted = true;
}

/** Where the order stands by what is known of it now. */
function moved(life: Life, step: OrderStep): OrdStatus {
  const move = moveOf(life, step);
  return move.type === "legal" ? move.status : life.status;
}
