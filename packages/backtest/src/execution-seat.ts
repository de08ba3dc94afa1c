import type { Groups } from "@bowline/config";
import type { Entry, Event, EventByKind, EventKind, Order } from "@bowline/contracts";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import {
  type AccountView,
  type Broker,
  type BrokerEvent,
  type DailyHistory,
  makeDailyHistory,
  type Market,
} from "@bowline/matching";
import {
  type Approved,
  approvedOrderOf,
  canonicalOrder,
  flipReason,
  isTerminal,
  legsOf,
  makeOrderBook,
  type OrderBook,
  type OrderOutput,
  submittedEvent,
} from "@bowline/orders";
import { callbackOf } from "./broker-callbacks.ts";
import { changeOrder } from "./change-order.ts";
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
  readonly daily: DailyHistory;
  readonly book: OrderBook;
  /** What the next turn journals: what was said, what the broker told of orders, and the account as it told it last. */
  said: Said[];
  outputs: OrderOutput[];
  account: EventByKind<"broker.account"> | undefined;
  /** Sends and cancels that the next turn begins with, and requests that it then answers, in the order of their entries. */
  work: (() => void)[];
  requests: (() => Event)[];
  /** The account as it was journaled last, and in which minute: told again when one of the two is another. */
  told: string;
  /** What the fills add up to, signed, by symbol: the account starts flat. */
  readonly positions: Map<string, number>;
  serial: number;
  nextIbOrderId: number;
};

/** What others write and execution acts on. */
const OBSERVED: ReadonlySet<EventKind> = new Set<EventKind>([
  "order.approved",
  "order.cancel-intent",
  "order.replace-approved",
  "request.subscribe",
  "request.backfill",
]);

export function makeExecutionSeat(options: ExecutionOptions): ExecutionSeat {
  const nextIbOrderId = options.broker.nextIbOrderId(CLIENT_ID);
  const pending = { said: [], outputs: [], account: undefined, work: [], requests: [] };
  const desk: Desk = {
    ...options,
    daily: makeDailyHistory(options.market),
    ...pending,
    told: "",
    positions: new Map(),
    book: makeOrderBook(),
    serial: 0,
    nextIbOrderId,
  };
  return {
    name: "execution",
    sees: (kind) => OBSERVED.has(kind),
    hear: (events) => hear(desk, events),
    say: (event, subject) => void desk.said.push({ event, subject }),
    apply(entry) {
      if (entry.header.machine !== "execution") observe(desk, entry);
    },
    pending: () =>
      desk.said.length +
      desk.outputs.length +
      desk.work.length +
      desk.requests.length +
      (desk.account === undefined ? 0 : 1),
    // First what was approved, then everything that came back: after a crash in between, the journal reads the same.
    turn() {
      for (const act of desk.work.splice(0)) act();
      publish(desk);
    },
  };
}

function hear(desk: Desk, events: readonly BrokerEvent[]): void {
  for (const event of events) {
    if (event.type === "account") hearAccount(desk, event.account);
    else for (const output of desk.book.apply(callbackOf(event)).outputs) hearOutput(desk, output);
  }
}

function hearOutput({ outputs, positions }: Desk, output: OrderOutput): void {
  outputs.push(output);
  const { event } = output;
  if (event.kind !== "order.filled") return;
  const signed = event.side === "BUY" ? Number(event.lastQty) : -event.lastQty;
  positions.set(event.symbol, (positions.get(event.symbol) ?? 0) + signed);
}

function hearAccount(desk: Desk, view: AccountView): void {
  const account = accountEvent(view);
  const picture = `${Math.floor(desk.nowUs() / US_PER_MINUTE)} ${JSON.stringify(account)}`;
  if (picture === desk.told) return;
  desk.told = picture;
  desk.account = account;
}

function observe(desk: Desk, entry: Entry): void {
  const { event } = entry;
  const order = approvedOrderOf(entry);
  if (order !== undefined) desk.work.push(() => send(desk, order, entry));
  else if (event.kind === "order.cancel-intent") {
    desk.book.observe(entry);
    desk.work.push(() => cancel(desk, event.clOrdId));
  } else if (event.kind === "order.replace-approved") {
    desk.work.push(() => change(desk, event));
  } else if (event.kind === "request.subscribe") {
    desk.requests.push(() => instrumentEvent(event, desk.groups));
  } else if (event.kind === "request.backfill") {
    desk.requests.push(() => historyEvent(event, desk));
  }
}

/** One batch: what was said, orders in their canonical order, answers, the account last. */
function publish(desk: Desk): void {
  const { journal, said, outputs, requests, account } = desk;
  if (said.length + outputs.length + requests.length === 0 && account === undefined) return;
  const origin = { ...originOf(desk), ordinal: 0 };
  const write = (event: Event, subject?: string): void => {
    journal.append(event, origin, subject);
    origin.ordinal += 1;
  };
  for (const { event, subject } of said) write(event, subject);
  if (outputs.length > 0) for (const { event } of canonicalOrder(outputs)) write(event);
  for (const answer of requests) write(answer());
  if (account !== undefined) write(account);
  desk.said = [];
  desk.outputs = [];
  desk.requests = [];
  desk.account = undefined;
}

function originOf(desk: Desk) {
  desk.serial += 1;
  const nowUs = desk.nowUs();
  return { machine: "execution", causeSeq: desk.serial, eventUs: nowUs, seenUs: nowUs };
}

/** All legs are journaled as submitted before the first is placed: they stand or fall together. */
function send(desk: Desk, order: Approved<Order>, entry: Entry): void {
  if (desk.nowUs() > order.expiresUs || desk.book.cancelRequested(order.clOrdId)) return;
  const open = { ours: desk.book.open(), external: [] };
  if (flipReason(order, desk.positions.get(order.symbol) ?? 0, open) !== undefined) return;
  const legs = legsOf(order);
  const origin = originOf(desk);
  legs.forEach((leg, ordinal) => desk.journal.append(submittedEvent(leg), { ...origin, cause: entry, ordinal }));
  const ids = new Map<string, number>();
  for (const leg of legs) {
    const ibOrderId = desk.nextIbOrderId;
    desk.nextIbOrderId += 1;
    ids.set(leg.clOrdId, ibOrderId);
    desk.book.add(leg, ibOrderId);
    hear(desk, desk.broker.place(placeRequest(leg, ibOrderId, ids), desk.nowUs()));
  }
}

function change(desk: Desk, approved: EventByKind<"order.replace-approved">): void {
  const { book, broker, positions, outputs } = desk;
  const nowUs = desk.nowUs();
  const refused = changeOrder(
    {
      book,
      nowUs,
      positionOf: (symbol) => positions.get(symbol) ?? 0,
      place: (request) => hear(desk, broker.place(request, nowUs)),
    },
    approved,
  );
  outputs.push(...refused);
}

/** A cancel of an order that does not work has nothing to reach. */
function cancel(desk: Desk, clOrdId: string): void {
  const order = desk.book.get(clOrdId);
  if (order?.ibOrderId === undefined || isTerminal(order.status)) return;
  hear(desk, desk.broker.cancel(CLIENT_ID, order.ibOrderId, desk.nowUs()));
}
