import type { FlattenPart } from "@bowline/contracts";
import { addSeconds, formatMicros, subQty, US_PER_SECOND, ZERO_QTY } from "@bowline/kernel";
import type { Reservation } from "@bowline/risk";
import type { Gate } from "../gate.ts";
import { approveOwn, unknownIn } from "../own-order.ts";
import { restate } from "../trading.ts";
import { askCancel, makeClosing, partsOf } from "./begin-flatten.ts";
import { type ClosingOrder, closingOrder } from "./closing-order.ts";
import { leftIn, ordersToEnd, symbolsIn } from "./flatten-scope.ts";
import type { Closing, Flatten } from "./flatten-state.ts";

/** One step of everything that is being flattened. Called after each entry that may move it, and at each clock. */
export function advanceFlattens(gate: Gate): void {
  const { flattens, closings } = gate.state;
  if (flattens.size === 0) return;
  const symbols = new Set<string>();
  for (const [scope, flatten] of flattens) {
    for (const symbol of symbolsIn(gate, scope)) flatten.symbols.add(symbol);
    for (const symbol of flatten.symbols) symbols.add(symbol);
  }
  for (const symbol of [...symbols].sort()) advance(gate, closings.get(symbol) ?? makeClosing(gate, symbol));
  for (const [scope, flatten] of flattens) tell(gate, scope, flatten);
}

/** Cancels, waits for what becomes of them, sends a slice, waits for what becomes of it, and so on until there is no position. */
function advance(gate: Gate, closing: Closing): void {
  const { symbol } = closing;
  const { quantity } = leftIn(gate, symbol);
  closing.leftQty = quantity;
  if (closing.startQty === 0) closing.startQty = quantity;
  takeStock(gate, closing);
  const unknown = unknownIn(gate, symbol);
  if (unknown !== undefined) return wait(gate, closing, unknown);
  const ending = ordersToEnd(gate, symbol, closing.order?.clOrdId);
  for (const [clOrdId, order] of ending)
    if (isUnfilledEntry(order)) askCancel(gate, closing, clOrdId, "the positions are being closed");
  if (closing.order !== undefined) work(gate, closing, closing.order);
  else if (quantity !== 0) sendNext(gate, closing, ending);
  else if (ending.length > 0) clear(gate, closing, ending);
  else rest(closing);
}

/** Forgets what has ended: the order at work, and orders whose cancel was asked for. */
function takeStock(gate: Gate, closing: Closing): void {
  const { reservations } = gate.state;
  if (closing.order !== undefined && !reservations.has(closing.order.clOrdId))
    settleOrder(gate, closing, closing.order);
  for (const clOrdId of closing.asked.keys()) if (!reservations.has(clOrdId)) closing.asked.delete(clOrdId);
}

/** What protects a position is canceled only when the order that closes it would pass, and the order waits for that. */
function sendNext(gate: Gate, closing: Closing, ending: readonly Ending[]): void {
  const found = closingOrder(gate, closing, new Set(ending.map(([clOrdId]) => clOrdId)));
  if (typeof found === "string") return wait(gate, closing, found);
  if (closing.notBeforeUs !== undefined && gate.state.nowUs < closing.notBeforeUs)
    return wait(gate, closing, "ENDED_UNFILLED");
  const inTheWay = ending.filter(([, order]) => !neverGoes(gate, order));
  if (inTheWay.length > 0) clear(gate, closing, inTheWay);
  else send(gate, closing, found);
}

type Ending = readonly [string, Reservation];

const isUnfilledEntry = ({ parent, working, cumQty = ZERO_QTY }: Reservation): boolean =>
  parent === undefined && cumQty === 0 && (working === undefined || working.leg === "ENTRY");

/** Approved before the state changed, and adding to the position: execution refuses it, whoever waited for that would only wait. */
function neverGoes({ state }: Gate, { status, buys, parent, symbol }: Reservation): boolean {
  const isBeforeSend =
    status === "APPROVED" || (parent !== undefined && state.reservations.get(parent)?.status === "APPROVED");
  const position = state.holdings.quantities.get(symbol) ?? ZERO_QTY;
  return isBeforeSend && (parent !== undefined || buys === position > 0);
}

type AtWork = NonNullable<Closing["order"]>;

/**
 * One that was not filled in time is canceled; what becomes of it is waited for, however long that takes. So is one that would by now
 * take more than there is, because somebody else has closed a part.
 */
function work(gate: Gate, closing: Closing, order: AtWork): void {
  step(closing, "CLOSING", "");
  const { nowUs, reservations } = gate.state;
  const { clOrdId } = order;
  const { status, leavesQty = ZERO_QTY } = reservations.get(clOrdId) ?? {};
  const lateUs = gate.limits.flatten.repriceSeconds * US_PER_SECOND;
  if (status !== "SUBMITTED") return;
  order.sentUs ??= nowUs;
  if (leavesQty > Math.abs(closing.leftQty)) askCancel(gate, closing, clOrdId, "somebody else has closed a part");
  else if (nowUs - order.sentUs >= lateUs) askCancel(gate, closing, clOrdId, "not filled in time: it is priced anew");
}

/** The order ended. One that ended by itself, not filled, is not repeated at once. */
function settleOrder({ state, limits }: Gate, closing: Closing, order: AtWork): void {
  const filledQty = subQty(closing.closedQty, order.closedBefore);
  const byUs = closing.asked.has(order.clOrdId);
  closing.order = undefined;
  closing.tries = filledQty > 0 ? 0 : closing.tries + 1;
  const wasRefused = !byUs && filledQty < order.orderQty;
  closing.notBeforeUs = wasRefused ? addSeconds(state.nowUs, limits.flatten.repriceSeconds) : undefined;
}

/** Entries first: the legs of one that was never filled go with it. */
function clear(gate: Gate, closing: Closing, ending: readonly Ending[]): void {
  wait(gate, closing, "CANCELS_PENDING", "CLEARING");
  for (const [clOrdId, order] of ending.toSorted(entriesFirst))
    if (!followsEntry(gate, order)) askCancel(gate, closing, clOrdId, "the position is being closed");
}

const entriesFirst = (a: Ending, b: Ending): number =>
  Number(a[1].parent !== undefined) - Number(b[1].parent !== undefined);

const followsEntry = ({ state }: Gate, { parent }: Reservation): boolean => {
  const entry = parent === undefined ? undefined : state.reservations.get(parent);
  return entry !== undefined && (entry.cumQty ?? ZERO_QTY) === 0;
};

function rest(closing: Closing): void {
  step(closing, "FLAT", "");
  closing.asked.clear();
}

function send(gate: Gate, closing: Closing, { order, refPx }: ClosingOrder): void {
  closing.anchorPx ??= refPx;
  closing.orders += 1;
  closing.notBeforeUs = undefined;
  const { clOrdId, orderQty } = order;
  closing.order = { clOrdId, sentUs: undefined, orderQty, closedBefore: closing.closedQty };
  step(closing, "CLOSING", "");
  approveOwn(gate, order, refPx, { flattens: scopeFor(gate, closing.symbol) });
}

/** The first of the scopes that are about a symbol. */
const scopeFor = ({ state }: Gate, symbol: string): string =>
  [...state.flattens].find(([, { symbols }]) => symbols.has(symbol))?.[0] ?? symbol;

function step(closing: Closing, to: FlattenPart["step"], because: string): void {
  closing.step = to;
  if (closing.because === because) return;
  closing.because = because;
  closing.waitingUs = undefined;
  closing.alerted = false;
}

function wait(gate: Gate, closing: Closing, because: string, at: FlattenPart["step"] = "WAITING"): void {
  const { state, limits, emit } = gate;
  step(closing, at, because);
  closing.waitingUs ??= state.nowUs;
  if (closing.alerted || state.nowUs - closing.waitingUs < limits.flatten.alertSeconds * US_PER_SECOND) return;
  closing.alerted = true;
  const detail = `${formatMicros(closing.leftQty)} ${closing.symbol} are still to be closed, and wait: ${because}`;
  emit({
    kind: "control.alert",
    source: "risk-gate",
    severity: because === "MARKET_CLOSED" ? "WARNING" : "CRITICAL",
    code: "FLATTEN_WAITS",
    subject: closing.symbol,
    detail,
  });
}

/** Says what changed, and that everything is closed: then the scope is HALTED, until a person resumes it. */
function tell(gate: Gate, scope: string, flatten: Flatten): void {
  const { state, emit } = gate;
  const parts = partsOf(gate, flatten);
  const isDone = parts.every(({ step: at }) => at === "FLAT");
  const isFirst = flatten.told.length === 0 && !isDone;
  if (!isDone && JSON.stringify(parts) === JSON.stringify(flatten.told)) return;
  flatten.told = parts;
  const { reason } = flatten;
  const phase = isDone ? "DONE" : isFirst ? "BEGUN" : "MOVED";
  emit({ kind: "risk.flatten", scope, phase, parts, reason });
  if (!isDone) return;
  state.flattens.delete(scope);
  for (const symbol of flatten.symbols)
    if (![...state.flattens.values()].some(({ symbols }) => symbols.has(symbol))) state.closings.delete(symbol);
  const closed = parts.filter(({ closedQty }) => closedQty > 0);
  halt(gate, scope, `flat: closed ${closed.length === 0 ? "nothing" : closed.map(describe).join(", ")}`);
}

const describe = ({ symbol, closedQty, avgPx }: FlattenPart): string =>
  `${formatMicros(closedQty)} ${symbol} at ${avgPx === undefined ? "?" : formatMicros(avgPx)}`;

/** What people asked for and what breakers hold goes from FLATTENING to HALTED. */
function halt(gate: Gate, scope: string, reason: string): void {
  const { baseStates, tripped } = gate.state;
  if (baseStates.get(scope) === "FLATTENING") baseStates.set(scope, "HALTED");
  for (const [key, trip] of tripped)
    if (trip.scope === scope && trip.state === "FLATTENING") tripped.set(key, { ...trip, state: "HALTED" });
  restate(gate, scope, reason);
}
