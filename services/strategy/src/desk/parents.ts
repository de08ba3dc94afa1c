import { makeClOrdId, type Order, scopesOf } from "@bowline/contracts";
import { type Qty, US_PER_SECOND, addMs, qty, us, ZERO_QTY } from "@bowline/kernel";
import { type Child, type Command, isOpenChild, isReduceOnly, openQtyOf, STYLE_TABLE } from "@bowline/orders";
import { type Desk, type Killed, midOf, type Parent, type ParentIntent } from "./state.ts";

/** How long an order of the desk may wait before it is sent. */
const SEND_WITHIN_MS = 10_000;

/** Takes a parent intent, or says why not. One that was taken before changes nothing. */
export function takeParent(desk: Desk, { order, style }: ParentIntent): void {
  const { state, group, symbols } = desk;
  if (order.group !== group || state.taken.some(([clOrdId]) => clOrdId === order.clOrdId)) return;
  state.taken.push([order.clOrdId, state.nowUs]);
  const parent: Parent = { order, style, startUs: state.nowUs, children: [], filledQty: ZERO_QTY, memory: {} };
  const fault = symbols.has(order.symbol) ? faultOf(desk, parent) : "the symbol is not of this group";
  if (fault !== undefined) return tell(desk, parent, { state: "DENIED", reason: fault });
  state.parents.push(parent);
  tell(desk, parent, { state: "WORKING", reason: style.name.toLowerCase() });
  work(desk, parent);
}

function faultOf({ state }: Desk, { order, style }: Parent): string | undefined {
  if (state.nowUs > order.expiresUs) return "it came too late";
  if (isKilled(state.killed, order)) return "killed";
  if (order.orderQty <= 0) return "the quantity must be more than nothing";
  return STYLE_TABLE[style.name].fault(order, style);
}

/** By any of its scopes; one that may still reduce counts as killed for what the desk works, unless that is an exit. */
export const isKilled = (killed: readonly Killed[], order: Order): boolean => {
  const scopes = scopesOf(order);
  return killed.some(({ scope, state }) => scopes.includes(scope) && !(state === "REDUCING" && isReduceOnly(order)));
};

type Said = { readonly state: "WORKING" | "DONE" | "CANCELED" | "DENIED" | "STOPPED"; readonly reason: string };

function tell({ emit }: Desk, { order, filledQty }: Parent, said: Said): void {
  const { clOrdId, group, symbol } = order;
  emit({ kind: "order.parent-state", clOrdId, group, symbol, cumQty: filledQty, ...said });
}

/** Nothing more is done for a parent; what still works of it goes on. */
export function finish(desk: Desk, parent: Parent, said: Said): void {
  desk.state.parents = desk.state.parents.filter((other) => other !== parent);
  tell(desk, parent, said);
}

/** Asks the style what to do now, and does it. */
export function work(desk: Desk, parent: Parent): void {
  const { stopping, order, style, children, filledQty, memory, startUs } = parent;
  if (stopping !== undefined) return windDown(desk, parent, stopping);
  const step = STYLE_TABLE[style.name].next({
    order,
    params: style,
    children,
    filledQty,
    memory,
    startUs,
    nowUs: desk.state.nowUs,
    midPx: midOf(desk, order.symbol),
    isOpen: desk.state.isOpen,
  });
  if (step.memory !== undefined) parent.memory = step.memory;
  for (const command of step.commands) act(desk, parent, command);
  if (step.done !== undefined) finish(desk, parent, step.done);
}

function act(desk: Desk, parent: Parent, command: Command): void {
  if (command.type === "CANCEL") return cancelChild(desk, parent, command.clOrdId, command.reason);
  if (command.type === "PLACE") return place(desk, parent, command);
  const { order } = parent;
  parent.children = parent.children.map((child) =>
    child.clOrdId === command.clOrdId ? { ...child, replacing: true } : child,
  );
  desk.emit({
    kind: "order.replace-intent",
    clOrdId: command.clOrdId,
    group: order.group,
    symbol: order.symbol,
    replaceId: childId(order, command.key),
    strategy: order.strategy,
    rule: order.rule,
    stopPx: command.stopPx,
    expiresUs: addMs(desk.state.nowUs, SEND_WITHIN_MS),
    reason: `${parent.style.name.toLowerCase()} ${command.key}`,
  });
}

const childId = ({ accountId, strategy, symbol, rule, clOrdId }: Order, key: string): string =>
  makeClOrdId({ accountId, strategy, symbol, rule, triggerKey: `parent:${clOrdId}`, leg: key, attempt: 0 });

/** A style cannot place more than its parent has left, whatever it asks for. */
function place(desk: Desk, parent: Parent, { key, terms }: Command & { type: "PLACE" }): void {
  const { order } = parent;
  const clOrdId = childId(order, key);
  const child: Child = {
    clOrdId,
    key,
    orderQty: terms.orderQty,
    cumQty: ZERO_QTY,
    status: "INTENDED",
    ...(terms.stopPx === undefined ? {} : { stopPx: terms.stopPx }),
    ...(terms.ocaGroup === undefined ? {} : { ocaGroup: terms.ocaGroup }),
  };
  const isKnown = parent.children.some((other) => other.clOrdId === clOrdId);
  const isTooMuch = parent.filledQty + openQtyOf([...parent.children, child]) > order.orderQty;
  if (isKnown || isTooMuch || terms.orderQty <= 0 || isKilled(desk.state.killed, order)) return;
  parent.children = [...parent.children, child];
  const decisionPx = midOf(desk, order.symbol);
  desk.emit({
    kind: "order.intent",
    order: {
      ...order,
      ...terms,
      clOrdId,
      triggerKey: `parent:${order.clOrdId}:${key}`,
      expiresUs: addMs(desk.state.nowUs, SEND_WITHIN_MS),
      parentIntentId: order.clOrdId,
      ...(decisionPx === undefined ? {} : { decisionPx }),
    },
  });
}

function cancelChild(desk: Desk, { order, children }: Parent, clOrdId: string, reason: string): void {
  const child = children.find((one) => one.clOrdId === clOrdId);
  if (child === undefined || !isOpenChild(child)) return;
  const { group, symbol, strategy, rule } = order;
  desk.emit({ kind: "order.cancel-intent", clOrdId, group, symbol, strategy, rule, reason });
}

/** Asks for the end of a parent: what works is canceled now, and the parent ends with the last of it. */
export function stop(desk: Desk, parent: Parent, why: NonNullable<Parent["stopping"]>): void {
  if (parent.stopping !== undefined) return;
  parent.stopping = why;
  for (const { clOrdId } of parent.children) cancelChild(desk, parent, clOrdId, why.reason);
  windDown(desk, parent, why);
}

function windDown(desk: Desk, parent: Parent, why: NonNullable<Parent["stopping"]>): void {
  if (!parent.children.some(isOpenChild)) finish(desk, parent, why);
}

/** One order of a parent moved on. */
export function changeChild(desk: Desk, clOrdId: string, change: (child: Child) => Child): void {
  const parent = desk.state.parents.find(({ children }) => children.some((child) => child.clOrdId === clOrdId));
  if (parent === undefined) return;
  parent.children = parent.children.map((child) => (child.clOrdId === clOrdId ? change(child) : child));
  parent.filledQty = sumOf(parent.children);
  work(desk, parent);
}

const sumOf = (children: readonly Child[]): Qty => qty(children.reduce((sum, { cumQty }) => sum + cumQty, 0));

const TAKEN_MEMORY_US = 7 * 24 * 3600 * US_PER_SECOND;

/** Ids of parents are forgotten when no repeat of them can come any more: intents expire long before. */
export function forgetTaken({ state }: Desk): void {
  state.taken = state.taken.filter(([, takenUs]) => us(takenUs + TAKEN_MEMORY_US) > state.nowUs);
}
