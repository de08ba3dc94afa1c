import type { Entry } from "@bowline/contracts";

/** An order as the simulator knows it. */
export type BrokerOrderFact = { readonly permId: number; readonly orderRef: string; readonly symbol: string };
/** An execution as the simulator knows it, hidden ones too. */
export type ExecutionFact = { readonly execId: string; readonly order: BrokerOrderFact };

/** What happened from the first step of a rehearsal on, from both sides. */
export type Facts = {
  readonly entries: readonly Entry[];
  readonly orders: readonly BrokerOrderFact[];
  readonly executions: readonly ExecutionFact[];
  readonly deadLetters: number;
};

export type Law = {
  readonly name: string;
  readonly doc: string;
  /** What breaks it, in words; `undefined` where it holds. */
  check(facts: Facts): string | undefined;
};

/** An execution id without the part that counts corrections. */
const executionOf = (execId: string): string => execId.slice(0, execId.lastIndexOf("."));

function missingFrom(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((id) => !other.has(id));
}

const LAWS_LIST = [
  {
    name: "no-order-doubled",
    doc: "No order of ours is at the broker twice.",
    check: ({ orders }) => {
      const seen = new Set<string>();
      for (const { orderRef, permId } of orders) {
        if (orderRef === "") continue;
        if (seen.has(orderRef)) return `${orderRef} is at the broker again, with permId ${permId}`;
        seen.add(orderRef);
      }
      return undefined;
    },
  },
  {
    name: "no-order-late",
    doc: "What was denied or lapsed never reaches the broker.",
    check: ({ entries, orders }) => {
      const atBroker = new Set(orders.map(({ orderRef }) => orderRef));
      const late = entries.find(
        ({ event }) => (event.kind === "order.denied" || event.kind === "order.lapsed") && atBroker.has(event.clOrdId),
      );
      return late === undefined ? undefined : `${late.event.kind} at ${late.seq}, and the order is at the broker`;
    },
  },
  {
    name: "no-dead-letters",
    doc: "Every entry can be read by everybody.",
    check: ({ deadLetters }) => (deadLetters === 0 ? undefined : `${deadLetters} dead letters`),
  },
  {
    name: "none-unknown",
    doc: "Every order whose fate was not known is explained in the end: resolved, or shown as lost.",
    check: ({ entries }) => {
      const unknown = new Set<string>();
      for (const { event } of entries) {
        if (event.kind === "order.unknown") unknown.add(event.clOrdId);
        if (event.kind === "order.resolved" || event.kind === "order.lost") unknown.delete(event.clOrdId);
      }
      return unknown.size === 0 ? undefined : `still unknown: ${[...unknown].join(", ")}`;
    },
  },
  {
    name: "fills-equal",
    doc: "Every execution at the broker is booked once, and nothing else is.",
    check: ({ entries, executions }) => {
      const ours = executions.filter(({ order }) => order.orderRef !== "");
      const atBroker = new Set(ours.map(({ execId }) => executionOf(execId)));
      const booked: string[] = [];
      for (const { event } of entries) if (event.kind === "order.filled") booked.push(executionOf(event.execId));
      const [lost] = missingFrom(atBroker, new Set(booked));
      if (lost !== undefined) return `execution ${lost} is not booked`;
      const [invented] = missingFrom(new Set(booked), atBroker);
      if (invented !== undefined) return `execution ${invented} is booked, but not at the broker`;
      const doubled = booked.find((id, index) => booked.indexOf(id) !== index);
      return doubled === undefined ? undefined : `execution ${doubled} is booked twice`;
    },
  },
  {
    name: "books-agree",
    doc: "Our books and the broker's account are equal in the end.",
    check: ({ entries }) => {
      const last = entries.findLast(({ event }) => event.kind === "account.reconciliation");
      if (last?.event.kind !== "account.reconciliation" || last.event.clean) return undefined;
      const texts = last.event.differences.map(
        ({ subject, ours, broker }) => `${subject}: ours ${ours ?? "none"}, the broker's ${broker ?? "none"}`,
      );
      return texts.join("; ");
    },
  },
  {
    name: "not-halted",
    doc: "The trading state is ACTIVE everywhere in the end.",
    check: ({ entries }) => {
      const states = new Map<string, string>();
      for (const { event } of entries) if (event.kind === "risk.trading-state") states.set(event.scope, event.state);
      const halted = [...states].find(([, state]) => state !== "ACTIVE");
      return halted === undefined ? undefined : `${halted[0]} is ${halted[1]}`;
    },
  },
] as const satisfies readonly Law[];

/** Holds where a further order is filled after everything: the performance sees to that itself. */
const RECOVERS = "recovers";

export const LAWS: readonly Law[] = LAWS_LIST;
export type LawName = (typeof LAWS_LIST)[number]["name"] | typeof RECOVERS;
export const LAW_NAMES: [LawName, ...LawName[]] = [RECOVERS, ...LAWS_LIST.map(({ name }) => name)];

/** These hold in every rehearsal, whatever its script names. */
export const ALWAYS: readonly LawName[] = ["no-order-doubled", "no-order-late", "no-dead-letters"];
