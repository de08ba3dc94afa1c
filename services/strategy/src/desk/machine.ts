import {
  type Emit,
  type Entry,
  type Event,
  type EventByKind,
  type Machine,
  resumedState,
  strictestState,
} from "@bowline/contracts";
import { addMs, assert, formatMicros, type JsonValue, us } from "@bowline/kernel";
import { type Child, type ChildEnd, type GroupNeed, leavesOf, watchGroups } from "@bowline/orders";
import { quoteDoubtOf } from "../quote-doubt.ts";
import { changeChild, finish, forgetTaken, isKilled, stop, takeParent, work } from "./parents.ts";
import type { Desk, DeskState } from "./state.ts";

export type DeskMachineOptions = {
  /** Ticker group; the machine is `desk.<group>`. */
  readonly group: string;
  readonly symbols: readonly string[];
};

const VERSION = 3;
const RESIZE_WITHIN_MS = 10_000;
const silent: Emit = () => undefined;
const emptyState = (): DeskState => ({
  nowUs: us(1),
  isOpen: false,
  parents: [],
  taken: [],
  killed: [],
  groups: [],
  markets: [],
});

/**
 * Works parent intents: makes orders of them by their style, each of which goes through the risk gate, and watches over
 * brackets and pairs, whoever's they are. It sees entries alone, so it goes on after a restart where it was.
 */
export function makeDeskMachine({ group, symbols }: DeskMachineOptions): Machine {
  const desk: Desk = {
    group,
    symbols: new Set(symbols),
    state: emptyState(),
    groups: new Map(),
    markets: new Map(),
    emit: silent,
  };
  return {
    name: `desk.${group}`,
    version: VERSION,
    apply(entry, emit) {
      if (entry.header.seenUs > desk.state.nowUs) desk.state.nowUs = entry.header.seenUs;
      desk.emit = emit;
      apply(desk, entry);
      desk.emit = silent;
    },
    snapshot() {
      const { groups, markets } = desk;
      const state: DeskState = { ...desk.state, groups: [...groups.values()], markets: [...markets] };
      return JSON.parse(JSON.stringify(state)) as JsonValue;
    },
    restore(snapshot) {
      const state = JSON.parse(JSON.stringify(snapshot)) as DeskState;
      assert(Array.isArray(state.parents), "a desk snapshot without parents");
      desk.state = { ...state, groups: [], markets: [] };
      desk.groups = new Map(state.groups.map((one) => [one.id, one]));
      desk.markets = new Map(state.markets);
    },
  };
}

function apply(desk: Desk, { event }: Entry): void {
  if (event.kind === "md.quote") return onQuote(desk, event);
  if (event.kind === "control.clock") return onClock(desk, event);
  if (event.kind === "control.kill" || event.kind === "control.resume") return onKill(desk, event);
  if (event.kind === "order.parent-intent") return takeParent(desk, event);
  if (isOfGroup(desk, event)) for (const need of watchGroups(desk.groups, event)) answer(desk, need);
  onOrder(desk, event);
}

function isOfGroup({ symbols }: Desk, event: Event): boolean {
  const symbol = event.kind === "order.approved" ? event.order.symbol : "symbol" in event ? event.symbol : undefined;
  return symbol !== undefined && symbols.has(symbol);
}

/** The most frequent entry by far: nothing follows from it where no parent works in the symbol. */
function onQuote(desk: Desk, quote: EventByKind<"md.quote">): void {
  const { symbol, bidPx, askPx, halted } = quote;
  if (!desk.symbols.has(symbol)) return;
  desk.markets.set(symbol, {
    halted,
    doubtful: quoteDoubtOf(quote) !== undefined,
    ...(bidPx === undefined ? {} : { bidPx }),
    ...(askPx === undefined ? {} : { askPx }),
  });
  for (const parent of desk.state.parents) if (parent.order.symbol === symbol) work(desk, parent);
}

function onClock(desk: Desk, event: EventByKind<"control.clock">): void {
  desk.state.isOpen = event.phase === "REGULAR";
  for (const need of watchGroups(desk.groups, event)) answer(desk, need);
  for (const parent of desk.state.parents) work(desk, parent);
  if (desk.state.taken.length > 0) forgetTaken(desk);
}

/**
 * A kill ends what is being worked: nothing of it goes on by itself after a resume. What works already is the kill's affair, and no
 * level below CANCEL takes away what protects a position.
 */
function onKill(desk: Desk, { kind, scope, state: to }: EventByKind<"control.kill" | "control.resume">): void {
  const { state } = desk;
  const before = state.killed.find((other) => other.scope === scope)?.state ?? "ACTIVE";
  const after = kind === "control.kill" ? strictestState([before, to ?? "HALTED"]) : resumedState(before, to);
  state.killed = state.killed.filter((other) => other.scope !== scope);
  if (after === "ACTIVE") return;
  state.killed.push({ scope, state: after });
  for (const parent of state.parents)
    if (isKilled(state.killed, parent.order)) finish(desk, parent, { state: "STOPPED", reason: "killed" });
}

const ENDS: Readonly<Partial<Record<Event["kind"], ChildEnd>>> = {
  "order.canceled": "CANCELED",
  "order.denied": "DENIED",
  "order.lapsed": "LAPSED",
  "order.rejected": "REJECTED",
  "order.expired": "EXPIRED",
  "order.lost": "LOST",
};

// oxlint-disable-next-line complexity -- the one switch over the life of an order
function onOrder(desk: Desk, event: Event): void {
  if (!("clOrdId" in event) || event.clOrdId === undefined) return;
  const change = (to: (child: Child) => Partial<Child>): void =>
    changeChild(desk, event.clOrdId ?? "", (child) => ({ ...child, ...to(child) }));
  const end = ENDS[event.kind];
  if (end !== undefined) return change((child) => ended(child, end));
  switch (event.kind) {
    case "order.accepted":
    case "order.resolved":
      return change(() => ({ status: "WORKING" }));
    case "order.unknown":
      return change(() => ({ status: "UNKNOWN" }));
    case "order.filled":
      return change((child) => ({
        cumQty: event.cumQty,
        ...(event.leavesQty === 0 ? ended(child, "FILLED") : {}),
      }));
    case "order.corrected":
      return change(() => ({ cumQty: event.cumQty }));
    case "order.replaced":
      return change(() => ({
        replacing: false,
        orderQty: event.orderQty,
        ...(event.stopPx === undefined ? {} : { stopPx: event.stopPx }),
      }));
    case "order.replace-denied":
    case "order.replace-rejected":
      return change(() => ({ replacing: false }));
    case "order.cancel-intent":
      return cancelParent(desk, event);
    default:
  }
}

/** A child that ended stays so, and a later fill of it still counts. */
const ended = (child: Child, end: ChildEnd): Partial<Child> =>
  child.status === "ENDED" ? {} : { status: "ENDED", end: leavesOf(child) === 0 ? "FILLED" : end };

function cancelParent(desk: Desk, { clOrdId, reason }: EventByKind<"order.cancel-intent">): void {
  const parent = desk.state.parents.find(({ order }) => order.clOrdId === clOrdId);
  if (parent !== undefined) stop(desk, parent, { state: "CANCELED", reason });
}

/** What a group of orders needs: a person's eyes, or its exits made smaller. */
function answer({ emit, group, state }: Desk, need: GroupNeed): void {
  const { symbol, strategy, rule } = need.group;
  if (need.type === "ALARM") {
    const detail = `${formatMicros(need.nakedQty)} ${symbol} of ${need.group.id} have no working stop: ${need.why}`;
    return emit({
      kind: "control.alert",
      source: "strategy",
      severity: "CRITICAL",
      code: "NAKED_POSITION",
      subject: symbol,
      detail,
    });
  }
  const about = { clOrdId: need.clOrdId, group, symbol, strategy, rule };
  if (need.type === "CANCEL") return emit({ kind: "order.cancel-intent", ...about, reason: need.why });
  emit({
    kind: "order.replace-intent",
    ...about,
    replaceId: `${need.clOrdId}:${need.orderQty}${need.ask === 1 ? "" : `:${need.ask}`}`,
    orderQty: need.orderQty,
    expiresUs: addMs(state.nowUs, RESIZE_WITHIN_MS),
    reason: "no more than its entry brought",
  });
}
