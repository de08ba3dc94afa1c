import type { Entry } from "@bowline/contracts";

/** An order as the simulator knows it. */
export type BrokerOrderFact = { readonly permId: number; readonly orderRef: string; readonly symbol: string };
/** An execution as the simulator knows it, hidden ones too, as it was corrected last; micros of a share and of a dollar. */
export type ExecutionFact = {
  readonly execId: string;
  readonly order: BrokerOrderFact;
  readonly lastQty: number;
  readonly lastPx: number;
};
/** What the simulator's account holds of a symbol, signed, in micros of a share. */
export type PositionFact = { readonly symbol: string; readonly positionQty: number };

/** What happened from the first step of a rehearsal on, from both sides. */
export type Facts = {
  readonly entries: readonly Entry[];
  readonly orders: readonly BrokerOrderFact[];
  readonly executions: readonly ExecutionFact[];
  /** As they are now. */
  readonly positions: readonly PositionFact[];
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

/** Executions of a journal as they were told or corrected last, by their id without its suffix. */
function bookedIn(
  entries: readonly Entry[],
): ReadonlyMap<string, { readonly lastQty: number; readonly lastPx: number }> {
  const booked = new Map<string, { readonly lastQty: number; readonly lastPx: number }>();
  for (const { event } of entries)
    if (event.kind === "order.filled" || event.kind === "order.corrected") booked.set(executionOf(event.execId), event);
  return booked;
}

/** Positions of our ledger by symbol, as it says of itself. */
function ledgerOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const ledger = new Map<string, number>();
  for (const { event } of entries)
    if (event.kind.startsWith("position.") && "quantity" in event && "symbol" in event)
      ledger.set(event.symbol, event.quantity);
  return ledger;
}

function missingFrom(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((id) => !other.has(id));
}

const EXECUTED: ReadonlySet<string> = new Set(["order.filled", "order.corrected", "broker.external-fill"]);

const isStateOf = ({ event }: Entry, symbol: string | undefined): boolean =>
  event.kind === "risk.trading-state" && symbol !== undefined && event.scope === symbol;
const haltsOf = (entry: Entry, symbol: string | undefined): boolean =>
  isStateOf(entry, symbol) && entry.event.kind === "risk.trading-state" && entry.event.state === "HALTED";

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
      if (doubled !== undefined) return `execution ${doubled} is booked twice`;
      const restated = bookedIn(entries);
      const other = ours.find(({ execId, lastQty, lastPx }) => {
        const book = restated.get(executionOf(execId));
        return book?.lastQty !== lastQty || (lastQty !== 0 && book.lastPx !== lastPx);
      });
      return other === undefined ? undefined : `execution ${other.execId} is booked otherwise than the broker has it`;
    },
  },
  {
    name: "positions-equal",
    doc: "Of every symbol that was executed, by whomever, our ledger holds what the broker holds.",
    check: ({ entries, executions, positions }) => {
      const ledger = ledgerOf(entries);
      const broker = new Map(positions.map(({ symbol, positionQty }) => [symbol, positionQty]));
      const symbols = new Set([...executions.map(({ order }) => order.symbol), ...ledger.keys()]);
      const differing = [...symbols].find((symbol) => (ledger.get(symbol) ?? 0) !== (broker.get(symbol) ?? 0));
      if (differing === undefined) return undefined;
      const [ours, theirs] = [ledger.get(differing) ?? 0, broker.get(differing) ?? 0];
      return `${differing}: the ledger holds ${ours / 1e6}, the broker ${theirs / 1e6}`;
    },
  },
  {
    name: "books-agree",
    doc: "Our books and the broker's account are equal in the end, its last word later than the last execution.",
    check: ({ entries }) => {
      const executed = entries.findLastIndex(({ event }) => EXECUTED.has(event.kind));
      if (executed > entries.findLastIndex(({ event }) => event.kind === "broker.account"))
        return "the broker did not tell its account after the last execution";
      const last = entries.findLast(({ event }) => event.kind === "account.reconciliation");
      if (last?.event.kind !== "account.reconciliation" || last.event.clean) return undefined;
      const texts = last.event.differences.map(
        ({ subject, ours, broker }) => `${subject}: ours ${ours ?? "none"}, the broker's ${broker ?? "none"}`,
      );
      return texts.join("; ");
    },
  },
  {
    name: "anomaly-halts",
    doc: "A symbol that an anomaly halts is HALTED in the end, and no order of it is approved after that.",
    check: ({ entries }) => {
      for (const [at, { event }] of entries.entries()) {
        if (event.kind !== "order.anomaly" || event.effect !== "HALT_SYMBOL") continue;
        const { symbol } = event;
        const halted = entries.findIndex(
          (entry, index) => index > at && entry.event.kind === "risk.trading-state" && haltsOf(entry, symbol),
        );
        if (halted < 0) return `${symbol ?? "no symbol"} is not halted after ${event.code}`;
        const late = entries
          .slice(halted)
          .find((entry) => entry.event.kind === "order.approved" && entry.event.order.symbol === symbol);
        if (late !== undefined) return `${symbol ?? ""}: approved at ${late.seq}, though it was halted`;
        const last = entries.findLast((entry) => isStateOf(entry, symbol));
        if (last === undefined || !haltsOf(last, symbol)) return `${symbol ?? ""} trades again, and nobody said so`;
      }
      return undefined;
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
