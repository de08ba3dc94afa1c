import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { moveOf, type OrderStep, type OrdStatus, type Standing } from "@bowline/orders";
import type { ApprovedChange } from "./placed.ts";

/** One order of ours as the journal tells its life. */
export type OrderLife = {
  readonly clOrdId: string;
  readonly status: OrdStatus;
  /** Filled so far, in micros of a share. */
  readonly cumQty: number;
  /** Total quantity, as it was submitted or changed last. */
  readonly orderQty: number;
  /** The change that is approved and not answered, with the total quantity that it asks for. */
  readonly asked?: { readonly replaceId: string; readonly orderQty: number } | undefined;
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
  "order.replace-approved": "replace-requested",
  "order.replaced": "replaced",
  "order.replace-rejected": "replace-rejected",
  "order.rejected": "rejected",
  "order.expired": "expired",
  "order.unknown": "unknown",
  "order.resolved": "resolved",
  "order.lost": "lost",
};

type Life = {
  clOrdId: string;
  status: OrdStatus;
  orderQty: number;
  cumQty: number;
  accepted: boolean;
  asked: OrderLife["asked"];
};

export function makeOrderStates(): OrderStates {
  const lives = new Map<string, Life>();
  const illegal: string[] = [];
  const lifeOf = (clOrdId: string, orderQty = Number.MAX_SAFE_INTEGER): Life => {
    const known = lives.get(clOrdId);
    if (known !== undefined) return known;
    const life: Life = { clOrdId, status: "PENDING_NEW", orderQty, cumQty: 0, accepted: false, asked: undefined };
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
      if (event.kind === "order.replace-approved") return ask(life, event);
      if (wasNeverSent(life, event)) return answered(life, event);
      const move = moveOf(standingOf(life), step);
      if (move.type !== "legal") {
        illegal.push(`entry ${seq}: ${life.clOrdId} is ${life.status}, and then ${step} (${move.type})`);
        return life;
      }
      take(life, event, step);
      life.status = moved(life, step);
      return begin(life);
    },
    lives: () => lives,
    illegal: () => illegal,
  };
}

const canBeCanceled = (life: Life | undefined): boolean =>
  life !== undefined && moveOf(standingOf(life), "cancel-requested").type === "legal";

const standingOf = (life: Life): Standing => ({ ...life, pendingQty: life.asked?.orderQty });

/** The moment at which execution begins a change is in no entry: it waits for it from the approval on, as soon as it works. */
function ask(life: Life, { replaceId, orderQty }: ApprovedChange): OrderLife | undefined {
  life.asked = { replaceId, orderQty: orderQty ?? life.orderQty };
  const before = life.status;
  return begin(life).status === before ? undefined : life;
}

function begin(life: Life): OrderLife {
  const move = moveOf(standingOf(life), "replace-requested");
  if (life.asked !== undefined && move.type === "legal") life.status = move.status;
  return life;
}

type Refusal = EventByKind<"order.replace-rejected">;

/** Our own refusal of a change is no step of an order that does not wait for it. */
const wasNeverSent = (life: Life, event: Event): event is Refusal =>
  event.kind === "order.replace-rejected" && event.code === 0 && life.status !== "PENDING_REPLACE";

function answered(life: Life, { replaceId }: Pick<Refusal, "replaceId">): undefined {
  if (life.asked?.replaceId === replaceId) life.asked = undefined;
}

function stepOf(event: Event): OrderStep | undefined {
  if (event.kind === "order.filled") return event.leavesQty === 0 ? "filled" : "part-filled";
  return STEPS[event.kind];
}

/** Takes over what the entry says of quantities. */
function take(life: Life, event: Event, step: OrderStep): void {
  if (event.kind === "order.filled" || event.kind === "order.corrected") life.cumQty = event.cumQty;
  if (event.kind === "order.replaced" || event.kind === "order.replace-rejected") answered(life, event);
  if (event.kind === "order.replaced") life.orderQty = event.orderQty;
  if (step === "accepted") life.accepted = true;
}

/** Where the order stands by what is known of it now. */
function moved(life: Life, step: OrderStep): OrdStatus {
  const move = moveOf(standingOf(life), step);
  return move.type === "legal" ? move.status : life.status;
}
