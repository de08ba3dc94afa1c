import type { Groups } from "@bowline/config";
import type { Entry, Event } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import type { AccountView, Broker, BrokerEvent, Market } from "@bowline/matching";
import {
  approvedOrderOf,
  canonicalOrder,
  legsOf,
  makeOrderBook,
  type OrderBook,
  type OrderLeg,
  type OrderOutput,
  submittedEvent,
} from "@bowline/orders";
import { callbackOf } from "./broker-callbacks.ts";
import { accountEvent, historyEvent, instrumentEvent } from "./broker-entries.ts";
import type { MemoryJournal } from "./memory-journal.ts";
import { CLIENT_ID, placeRequest } from "./place-request.ts";
import type { Seat } from "./seat.ts";

export type ExecutionOptions = {
  readonly journal: MemoryJournal;
  readonly broker: Broker;
  readonly market: Market;
  readonly groups: Groups;
  /** Simulated time of the step. */
  nowUs(): Us;
};

/** Stands where services/execution stands: the same translation, the broker in memory instead of behind a socket. */
export type ExecutionSeat = Seat & {
  /** Takes what the broker tells; it is journaled in the next turn. */
  hear(events: readonly BrokerEvent[]): void;
  /** Puts an event before everything else of the next turn: a bar, a session's state. */
  say(event: Event, subject?: string): void;
};

type Said = { readonly event: Event; readonly subject: string | undefined };
type Desk = ExecutionOptions & {
  readonly book: OrderBook;
  /** What the next turn journals: what was said, what the broker told of orders, and the account as it told it last. */
  said: Said[];
  outputs: OrderOutput[];
  account: AccountView | undefined;
  /** What the next turn does before that: sends, cancels, answers, in the order of their entries. */
  work: (() => void)[];
  serial: number;
  nextIbOrderId: number;
};

export function makeExecutionSeat(options: ExecutionOptions): ExecutionSeat {
  const nextIbOrderId = options.broker.nextIbOrderId(CLIENT_ID);
  const pending = { said: [], outputs: [], account: undefined, work: [] };
  const desk: Desk = { ...options, ...pending, book: makeOrderBook(), serial: 0, nextIbOrderId };
  return {
    name: "execution",
    hear: (events) => hear(desk, events),
    say: (event, subject) => void desk.said.push({ event, subject }),
    apply(entry) {
      if (entry.header.machine !== "execution") observe(desk, entry);
    },
    pending: () => desk.said.length + desk.outputs.length + desk.work.length + (desk.account === undefined ? 0 : 1),
    // First what was approved, then everything that came back: after a crash in between, the journal reads the same.
    turn() {
      const due = desk.work;
      desk.work = [];
      for (const act of due) act();
      publishHeard(desk);
    },
  };
}

function hear(desk: Desk, events: readonly BrokerEvent[]): void {
  for (const event of events) {
    if (event.type === "account") desk.account = event.account;
    else desk.outputs.push(...desk.book.apply(callbackOf(event)).outputs);
  }
}

function observe(desk: Desk, entry: Entry): void {
  const { event } = entry;
  const order = approvedOrderOf(entry);
  if (order !== undefined) desk.work.push(() => send(desk, legsOf(order), entry));
  else if (event.kind === "order.cancel-intent") {
    desk.book.observe(entry);
    desk.work.push(() => cancel(desk, event.clOrdId));
  } else if (event.kind === "request.subscribe") {
    desk.work.push(() => publish(desk, [instrumentEvent(event, desk.groups)], entry));
  } else if (event.kind === "request.backfill") {
    desk.work.push(() => publish(desk, [historyEvent(event, desk.market)], entry));
  }
}

/** One batch, as one message of the broker's: what was said, orders in their canonical order, the account last. */
function publishHeard(desk: Desk): void {
  const { journal, said, outputs, account } = desk;
  if (said.length + outputs.length === 0 && account === undefined) return;
  const origin = originOf(desk);
  let ordinal = 0;
  for (const { event, subject } of said) journal.append(event, { ...origin, ordinal: ordinal++ }, subject);
  for (const { event } of canonicalOrder(outputs)) journal.append(event, { ...origin, ordinal: ordinal++ });
  if (account !== undefined) journal.append(accountEvent(account), { ...origin, ordinal });
  Object.assign(desk, { said: [], outputs: [], account: undefined });
}

function originOf(desk: Desk) {
  desk.serial += 1;
  const nowUs = desk.nowUs();
  return { machine: "execution", causeSeq: desk.serial, eventUs: nowUs, seenUs: nowUs };
}

function publish(desk: Desk, events: readonly Event[], cause: Entry): void {
  const origin = originOf(desk);
  events.forEach((event, ordinal) => desk.journal.append(event, { ...origin, cause, ordinal }));
}

/** All legs are journaled as submitted before the first is placed: they stand or fall together. */
function send(desk: Desk, legs: readonly OrderLeg[], entry: Entry): void {
  publish(desk, legs.map(submittedEvent), entry);
  const ids = new Map<string, number>();
  for (const leg of legs) {
    const ibOrderId = desk.nextIbOrderId;
    desk.nextIbOrderId += 1;
    ids.set(leg.clOrdId, ibOrderId);
    desk.book.add(leg, ibOrderId);
    hear(desk, desk.broker.place(placeRequest(leg, ibOrderId, ids), desk.nowUs()));
  }
}

/** A cancel of an order that was never placed has nothing to reach. */
function cancel(desk: Desk, clOrdId: string): void {
  const ibOrderId = desk.book.get(clOrdId)?.ibOrderId;
  if (ibOrderId !== undefined) hear(desk, desk.broker.cancel(CLIENT_ID, ibOrderId, desk.nowUs()));
}
