import type { Event, EventByKind } from "@bowline/contracts";
import { abandonExit, advanceExit, closeUnprotected, postponeExit } from "./exit.ts";
import { askWantedCancels } from "./cancel-orders.ts";
import { learnCut } from "./learn-cut.ts";
import { forgetPosition } from "./memory.ts";
import {
  applyCorrection,
  applyFill,
  askCancel,
  changeOrder,
  endChange,
  endOrder,
  findOrder,
  learnPrices,
  moveOrder,
} from "./orders.ts";
import { forgetAsked, recordVerdict } from "./records.ts";
import { adoptProtection, advanceProtection } from "./protect.ts";
import { advanceReduction, noteRefusal, tidyReduction } from "./reduce.ts";
import { advanceReversal, dropReversal } from "./reverse.ts";
import { runRules } from "./rules.ts";
import { type Desk, type SymbolState, withSymbol } from "./state.ts";

/** What becomes of orders; those of others are not in our list and change nothing. */
// oxlint-disable-next-line complexity -- the one switch over the life of an order
export function onOrder(desk: Desk, event: Event): void {
  switch (event.kind) {
    case "order.approved":
      return withSymbol(desk, event.order.symbol, (symbol) => {
        adoptProtection(desk, symbol, event);
        moveOrder(symbol, event.order.clOrdId, "APPROVED");
        learnCut(symbol, event);
        recordVerdict(desk, symbol, event);
      });
    case "order.submitted":
      withSymbol(desk, event.symbol, (symbol) => {
        forgetAsked(symbol, event.clOrdId);
        learnPrices(symbol, event);
      });
      return onMoved(desk, event, "SUBMITTED");
    case "order.accepted":
      onMoved(desk, event, "WORKING");
      return withSymbol(desk, event.symbol, (symbol) => onOrderEvent(desk, symbol, event));
    case "order.resolved":
      return onMoved(desk, event, "WORKING");
    case "order.unknown":
      return onMoved(desk, event, "UNKNOWN");
    case "order.filled":
      return withSymbol(desk, event.symbol, (symbol) => {
        applyFill(desk, symbol, event);
        afterOrders(desk, symbol);
        if (event.strategy === desk.strategy.name && event.accountId === desk.accountId)
          runRules(desk, symbol, ["fill"], `fill:${event.execId}`);
      });
    case "order.corrected":
      return withSymbol(desk, event.symbol, (symbol) => {
        applyCorrection(desk, symbol, event);
        afterOrders(desk, symbol);
      });
    case "order.replaced":
      return withSymbol(desk, event.symbol, (symbol) => {
        changeOrder(symbol, event);
        advanceReduction(desk, symbol);
        onOrderEvent(desk, symbol, event);
      });
    case "order.replace-approved":
      return withSymbol(desk, event.symbol, (symbol) => recordChangeVerdict(desk, symbol, event));
    case "order.replace-denied":
    case "order.replace-rejected":
      return withSymbol(desk, event.symbol, (symbol) => {
        if (event.kind === "order.replace-denied") recordChangeVerdict(desk, symbol, event);
        noteRefusal(symbol, event);
        endChange(symbol, event);
        advanceReduction(desk, symbol);
      });
    case "order.canceled":
    case "order.expired":
    case "order.denied":
    case "order.lapsed":
    case "order.rejected":
    case "order.lost":
      return onEnded(desk, event);
    default:
  }
}

/** A change has one answer from the gate, whatever becomes of it afterwards. */
function recordChangeVerdict(
  desk: Desk,
  symbol: SymbolState,
  event: EventByKind<"order.replace-approved" | "order.replace-denied">,
): void {
  recordVerdict(desk, symbol, event);
  forgetAsked(symbol, event.replaceId);
}

type Moved = { readonly symbol: string; readonly clOrdId: string };

function onMoved(desk: Desk, { symbol: name, clOrdId }: Moved, status: "SUBMITTED" | "WORKING" | "UNKNOWN"): void {
  withSymbol(desk, name, (symbol) => {
    moveOrder(symbol, clOrdId, status);
    askWantedCancels(desk, symbol);
    advanceProtection(desk, symbol);
    advanceExit(desk, symbol);
    advanceReduction(desk, symbol);
  });
}

type Ended = EventByKind<
  "order.canceled" | "order.expired" | "order.denied" | "order.lapsed" | "order.rejected" | "order.lost"
>;

function onEnded(desk: Desk, event: Ended): void {
  withSymbol(desk, event.symbol, (symbol) => {
    if (event.kind === "order.denied" || event.kind === "order.lapsed") recordVerdict(desk, symbol, event);
    forgetAsked(symbol, event.clOrdId);
    const order = findOrder(symbol, event.clOrdId);
    if (order === undefined) return;
    endOrder(symbol, event.clOrdId, "cumQty" in event ? event.cumQty : undefined);
    if (order.leg === "EXIT" && order.isPart === undefined) {
      dropReversal(symbol);
      if (event.kind === "order.lost") abandonExit(symbol);
      else postponeExit(symbol);
    }
    afterOrders(desk, symbol);
    runRules(desk, symbol, [event.kind.replace(".", ":")], `${event.kind}:${event.clOrdId}`);
  });
}

/** Rules that wait for what becomes of orders hear of our own only. */
function onOrderEvent(
  desk: Desk,
  symbol: SymbolState,
  { kind, clOrdId }: EventByKind<"order.accepted" | "order.replaced">,
): void {
  if (findOrder(symbol, clOrdId) !== undefined) runRules(desk, symbol, [kind.replace(".", ":")], `${kind}:${clOrdId}`);
}

/** What follows from a change of orders or position: an exit goes on, a position without protection is closed. */
export function afterOrders(desk: Desk, symbol: SymbolState): void {
  advanceProtection(desk, symbol);
  advanceExit(desk, symbol);
  advanceReduction(desk, symbol);
  closeUnprotected(desk, symbol);
  forgetPosition(desk, symbol);
  advanceReversal(desk, symbol);
}

/** Once a minute: refused exits are tried again, unanswered cancels asked for again, entries that found nobody canceled. */
export function tidyOrders(desk: Desk, symbol: SymbolState): void {
  if (symbol.exit !== undefined) symbol.exit.waiting = false;
  tidyReduction(desk, symbol);
  for (const order of symbol.orders) {
    // A rule of another symbol may have asked at this very entry.
    if (order.cancelAskedUs !== desk.state.nowUs) order.cancelAsked = false;
    if (order.cancelAtUs !== undefined && desk.state.nowUs >= order.cancelAtUs)
      askCancel(desk, symbol, order, "not filled in time");
  }
  askWantedCancels(desk, symbol);
  afterOrders(desk, symbol);
}
