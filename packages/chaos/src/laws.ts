import type { Entry } from "@bowline/contracts";
import { isTerminal, type OrdStatus } from "@bowline/orders";
import { type BrokerOrderFact, type Facts, LAWS } from "@bowline/rehearsal";
import { checkAnswers } from "./answers.ts";
import { checkLegs, checkOrphans } from "./families.ts";
import { makeOrderStates, type OrderLife } from "./order-states.ts";
import { neverApproved, placedAgain, type PlacedFact } from "./placed.ts";

/** An order as the simulator knows it, with how it stands there. */
export type BrokerStanding = BrokerOrderFact & {
  readonly status: string;
  readonly orderQty: number;
  readonly cumQty: number;
};

/** What happened in a session, from both sides. Quantities are micros of a share. */
export type ChaosFacts = Omit<Facts, "orders"> & {
  readonly orders: readonly BrokerStanding[];
  readonly placed: readonly PlacedFact[];
  /** What the broker's account holds. */
  readonly positions: readonly { readonly symbol: string; readonly positionQty: number }[];
  /** Where an operator killed trading: from this entry on, and this moment on, everybody knew it. */
  readonly killed?: { readonly seq: number; readonly wallMs: number } | undefined;
};

export type ChaosLaw = {
  readonly name: string;
  readonly doc: string;
  /** What breaks it, in words that name the orders; `undefined` where it holds. */
  check(facts: ChaosFacts): string | undefined;
};

const OWN_LAWS: readonly ChaosLaw[] = [
  {
    name: "one-place-order",
    doc: "The simulator's log has at most one placeOrder for each clOrdId, and one more for each approved change of it.",
    check: ({ placed, entries }) => {
      const again = placedAgain(placed, entries);
      return again === undefined ? undefined : `${again.clOrdId} was placed again`;
    },
  },
  {
    name: "only-approved",
    doc: "The simulator's log has no placeOrder without an approval in the journal.",
    check: ({ placed, entries }) => {
      const approved = approvedIds(entries);
      const without = placed.find(({ clOrdId }) => !approved.has(clOrdId));
      return without === undefined ? undefined : `${without.clOrdId || "an order without a name"} was never approved`;
    },
  },
  {
    name: "approved-terms",
    doc: "Every placeOrder has the quantity and prices of the order as it was submitted, or as an approved change made it.",
    check: ({ placed, entries }) => {
      const other = neverApproved(placed, entries);
      return other === undefined ? undefined : `${other.clOrdId} was placed as nobody approved it: ${termsOf(other)}`;
    },
  },
  { name: "one-outcome", doc: "Every approval has exactly one outcome.", check: checkOutcomes },
  {
    name: "one-answer",
    doc: "Every approved change has exactly one answer, or its order ended under it.",
    check: ({ entries }) => checkAnswers(entries, statesOf(entries).lives()),
  },
  {
    name: "life-cycle",
    doc: "Every order went from state to state as the table of the life cycle has it.",
    check: ({ entries }) => statesOf(entries).illegal()[0],
  },
  {
    name: "legs-within-entry",
    doc: "The legs of a bracket never trade more than its entry brought.",
    check: ({ entries }) => checkLegs(entries, statesOf(entries).lives()),
  },
  {
    name: "no-orphan",
    doc: "No leg of an entry that has ended works for more than is held.",
    check: checkLeftLegs,
  },
  { name: "orders-agree", doc: "Every order stands with us as it stands at the broker.", check: checkStandings },
  {
    name: "positions-agree",
    doc: "Every position of the ledger is the broker's.",
    check: ({ entries, positions }) => {
      const ours = positionsOf(entries);
      const theirs = new Map(positions.map(({ symbol, positionQty }) => [symbol, positionQty]));
      const symbol = [...ours.keys(), ...theirs.keys()].find((one) => (ours.get(one) ?? 0) !== (theirs.get(one) ?? 0));
      if (symbol === undefined) return undefined;
      return `${symbol}: ours ${ours.get(symbol) ?? 0}, the broker's ${theirs.get(symbol) ?? 0}`;
    },
  },
  {
    name: "silent-after-kill",
    doc: "Nothing was begun or sent after a kill was known.",
    check: ({ killed, entries, placed }) => {
      if (killed === undefined) return undefined;
      const begun = entries.find(({ seq, event }) => seq > killed.seq && event.kind === "order.submitted");
      if (begun?.event.kind === "order.submitted") return `${begun.event.clOrdId} was begun at entry ${begun.seq}`;
      const sent = placed.find(({ wallMs }) => wallMs > killed.wallMs);
      return sent === undefined ? undefined : `${sent.clOrdId} was sent`;
    },
  },
];

/** Laws of rehearsals that hold here as well. That nothing is halted is not among them: a lost order may have that effect. */
const SHARED: ReadonlySet<string> = new Set([
  "no-order-late",
  "no-dead-letters",
  "none-unknown",
  "fills-equal",
  "books-agree",
]);

/** What must hold after every session, in the order in which it is looked at. */
export const CHAOS_LAWS: readonly ChaosLaw[] = [...OWN_LAWS, ...LAWS.filter(({ name }) => SHARED.has(name))];

function statesOf(entries: readonly Entry[]) {
  const states = makeOrderStates();
  for (const entry of entries) states.apply(entry);
  return states;
}

type Approval = { readonly clOrdId: string; readonly expiresUs: number };

const approvalsOf = (entries: readonly Entry[]): readonly Approval[] =>
  entries.flatMap(({ event }) => (event.kind === "order.approved" ? [event.order] : []));

const termsOf = ({ orderQty, lmtPx, stopPx }: PlacedFact): string => JSON.stringify({ orderQty, lmtPx, stopPx });

/** A bracket's legs are approved with their entry. */
function approvedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const orders = entries.flatMap(({ event }) => (event.kind === "order.approved" ? [event.order] : []));
  return new Set(
    orders.flatMap(({ clOrdId, bracket }) =>
      bracket === undefined ? [clOrdId] : [clOrdId, bracket.stopClOrdId, bracket.targetClOrdId],
    ),
  );
}

/** It lapsed unsent, or it was begun and came to one end, or it still works at the broker. */
function checkOutcomes({ entries, orders }: ChaosFacts): string | undefined {
  const lives = statesOf(entries).lives();
  const open = new Set(orders.filter(({ status }) => OPEN.has(status)).map(({ orderRef }) => orderRef));
  const lapsed = entries.flatMap(({ event }) => (event.kind === "order.lapsed" ? [event.clOrdId] : []));
  const nowUs = entries.at(-1)?.header.seenUs ?? 0;
  for (const { clOrdId, expiresUs } of approvalsOf(entries)) {
    const life = lives.get(clOrdId);
    const lapses = lapsed.filter((one) => one === clOrdId).length;
    if (life === undefined && lapses === 0 && nowUs <= expiresUs) continue;
    const ends = life !== undefined && isOutcome(life, open) ? 1 : 0;
    if (life !== undefined && ends + lapses === 0) return `${clOrdId} ended as ${life.status} and works nowhere`;
    if (ends + lapses !== 1) return `${clOrdId} has ${ends + lapses} outcomes`;
  }
  return undefined;
}

const isOutcome = ({ clOrdId, status }: OrderLife, open: ReadonlySet<string>): boolean =>
  isTerminal(status) || open.has(clOrdId);

const OPEN: ReadonlySet<string> = new Set(["PendingSubmit", "PreSubmitted", "Submitted", "PendingCancel"]);
const ENDED: ReadonlySet<string> = new Set(["Cancelled", "Inactive"]);

/** How the broker may have an order that is in a state with us; an empty set: not at all. */
const STANDINGS: Readonly<Record<string, ReadonlySet<string>>> = {
  NEW: OPEN,
  PARTIALLY_FILLED: OPEN,
  PENDING_CANCEL: OPEN,
  PENDING_REPLACE: OPEN,
  FILLED: new Set(["Filled"]),
  CANCELED: ENDED,
  EXPIRED: ENDED,
  REJECTED: ENDED,
  LOST: new Set(),
} satisfies Partial<Record<OrdStatus, ReadonlySet<string>>>;

/** A broker keeps no list of what it refused. */
const MAY_BE_ABSENT: ReadonlySet<OrdStatus> = new Set(["REJECTED", "LOST"]);

function checkStandings({ entries, orders }: ChaosFacts): string | undefined {
  const lives = statesOf(entries).lives();
  const theirs = new Map(orders.filter(({ orderRef }) => orderRef !== "").map((order) => [order.orderRef, order]));
  const stranger = [...theirs.keys()].find((clOrdId) => !lives.has(clOrdId));
  if (stranger !== undefined) return `${stranger} is at the broker, and not in the journal`;
  for (const { clOrdId, status, cumQty, orderQty, asked } of lives.values()) {
    const order = theirs.get(clOrdId);
    if (order === undefined && !MAY_BE_ABSENT.has(status)) return `${clOrdId} is ${status}, and not at the broker`;
    if (order === undefined) continue;
    if (STANDINGS[status]?.has(order.status) !== true)
      return `${clOrdId} is ${status}, and ${order.status} at the broker`;
    if (order.cumQty !== cumQty) return `${clOrdId}: filled ${cumQty}, at the broker ${order.cumQty}`;
    // Less is the broker's doing: a fill of one leg takes from the other.
    const most = Math.max(orderQty, asked?.orderQty ?? 0);
    if (order.orderQty > most) return `${clOrdId}: ordered ${most}, at the broker ${order.orderQty}`;
  }
  return undefined;
}

function checkLeftLegs({ entries, orders, positions }: ChaosFacts): string | undefined {
  const open = orders.filter(({ orderRef, status }) => orderRef !== "" && OPEN.has(status));
  return checkOrphans({
    entries,
    leaves: new Map(open.map(({ orderRef, orderQty, cumQty }) => [orderRef, orderQty - cumQty])),
    positions: new Map(positions.map(({ symbol, positionQty }) => [symbol, positionQty])),
  });
}

function positionsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const { event } of entries)
    if (event.kind.startsWith("position.") && "quantity" in event && "symbol" in event)
      positions.set(event.symbol, event.quantity);
  return positions;
}
