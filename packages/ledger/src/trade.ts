import type { Event } from "@bowline/contracts";
import {
  absQty,
  addMoney,
  addQty,
  type Money,
  negMoney,
  notional,
  type Px,
  pxOfCost,
  type Qty,
  subMoney,
  subQty,
  type Us,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { execVersion } from "@bowline/orders";

/** One round trip: from flat to flat, or to the other side. */
export type Trade = {
  readonly symbol: string;
  readonly strategy: string;
  readonly direction: "LONG" | "SHORT";
  readonly entryUs: Us;
  readonly exitUs: Us;
  /** All that was bought (long) or sold (short) on the way in. */
  readonly quantity: Qty;
  readonly entryPx: Px;
  readonly exitPx: Px;
  /** Before commissions. */
  readonly realizedPnl: Money;
  readonly commissions: Money;
  readonly netPnl: Money;
};

/** Any entry about a position. */
export type PositionEvent = Extract<Event, { kind: `position.${string}` }>;
type OpenTrade = {
  readonly strategy: string;
  readonly direction: "LONG" | "SHORT";
  readonly entryUs: Us;
  held: Qty;
  quantity: Qty;
  entryValue: Money;
  exitQty: Qty;
  exitValue: Money;
  realizedPnl: Money;
  /** Total cost of what is held. */
  cost: Money;
  readonly execIds: Set<string>;
};
type DoneTrade = { readonly symbol: string; readonly trade: OpenTrade; readonly exitUs: Us };
type PartOfFill = { readonly quantity: Qty; readonly px: Px; readonly execId: string };

/** Collects round trips from position entries and commissions, in journal order. */
export type TradeFold = { add(event: Event, seenUs: Us): void; trades(): readonly Trade[] };

export function makeTradeFold(): TradeFold {
  const open = new Map<string, OpenTrade>();
  const done: DoneTrade[] = [];
  const commissions = new Map<string, Money>();
  return {
    add(event, seenUs) {
      if (event.kind === "order.commission" || event.kind === "broker.external-commission")
        commissions.set(execVersion(event.execId).stem, event.commission);
      if (!isPositionEvent(event)) return;
      if (event.kind === "position.restated") return restate(open, done, event);
      const finished = applyPosition(open, event);
      if (finished !== undefined) done.push({ symbol: event.symbol, trade: finished, exitUs: seenUs });
    },
    trades: () => {
      const unclaimed = new Map(commissions);
      return done.map(({ symbol, trade, exitUs }) => tradeOf(symbol, trade, exitUs, unclaimed));
    },
  };
}

export const isPositionEvent = (event: Event): event is PositionEvent => event.kind.startsWith("position.");

/** Returns the trade that this event finished, if it did. */
function applyPosition(open: Map<string, OpenTrade>, event: PositionEvent): OpenTrade | undefined {
  const { symbol, lastPx, execId } = event;
  const before = open.get(symbol);
  // A position that was there before the first entry has no known way in: it is no round trip of ours.
  if (before === undefined) {
    if (event.kind === "position.opened" || event.kind === "position.flipped")
      begin(open, event, absQty(event.quantity));
    return undefined;
  }
  before.cost = event.kind === "position.flipped" ? ZERO_MONEY : event.cost;
  if (event.kind === "position.increased" || event.kind === "position.opened") {
    enter(before, { quantity: event.lastQty, px: lastPx, execId });
    return undefined;
  }
  leave(
    before,
    { quantity: event.kind === "position.flipped" ? before.held : event.lastQty, px: lastPx, execId },
    event.realizedPnl,
  );
  if (event.kind === "position.reduced") return undefined;
  open.delete(symbol);
  if (event.kind === "position.flipped") begin(open, event, absQty(event.quantity));
  return before;
}

type Restated = Extract<Event, { kind: "position.restated" }>;

/** An execution of the open round trip was corrected, or of the last one that ended; taking back its last exit opens that again. */
function restate(open: Map<string, OpenTrade>, done: DoneTrade[], event: Restated): void {
  const { symbol, quantity } = event;
  const last = done.findLastIndex((one) => one.symbol === symbol);
  const trade = open.get(symbol) ?? done[last]?.trade;
  if (trade === undefined) return;
  const isDone = !open.has(symbol);
  change(trade, event);
  if (isDone === (quantity === ZERO_QTY)) return;
  if (isDone) {
    done.splice(last, 1);
    open.set(symbol, trade);
  } else {
    open.delete(symbol);
    if (trade.quantity > 0) done.push({ symbol, trade, exitUs: event.entryUs });
  }
}

/** Sums follow from what changed in quantity, cost and realised P&L, on the side of the corrected execution. */
function change(trade: OpenTrade, event: Restated): void {
  const held = absQty(event.quantity);
  const quantity = subQty(held, trade.held);
  const cost = subMoney(event.cost, trade.cost);
  const isLong = trade.direction === "LONG";
  const gained = isLong ? event.realizedPnl : negMoney(event.realizedPnl);
  if ((event.side === "BUY") === isLong) {
    trade.quantity = addQty(trade.quantity, quantity);
    trade.entryValue = subMoney(addMoney(trade.entryValue, cost), gained);
  } else {
    trade.exitQty = subQty(trade.exitQty, quantity);
    trade.exitValue = subMoney(addMoney(trade.exitValue, gained), cost);
  }
  trade.held = held;
  trade.cost = event.cost;
  trade.realizedPnl = addMoney(trade.realizedPnl, event.realizedPnl);
}

function begin(open: Map<string, OpenTrade>, event: PositionEvent, quantity: Qty): void {
  const trade: OpenTrade = {
    strategy: event.strategy,
    direction: event.quantity > 0 ? "LONG" : "SHORT",
    entryUs: event.entryUs,
    held: ZERO_QTY,
    quantity: ZERO_QTY,
    entryValue: ZERO_MONEY,
    exitQty: ZERO_QTY,
    exitValue: ZERO_MONEY,
    realizedPnl: ZERO_MONEY,
    cost: event.cost,
    execIds: new Set(),
  };
  enter(trade, { quantity, px: event.lastPx, execId: event.execId });
  open.set(event.symbol, trade);
}

function enter(trade: OpenTrade, part: PartOfFill): void {
  trade.quantity = addQty(trade.quantity, part.quantity);
  trade.held = addQty(trade.held, part.quantity);
  trade.entryValue = addMoney(trade.entryValue, notional(part.quantity, part.px));
  trade.execIds.add(execVersion(part.execId).stem);
}

function leave(trade: OpenTrade, part: PartOfFill, realizedPnl: Money): void {
  trade.held = subQty(trade.held, part.quantity);
  trade.exitQty = addQty(trade.exitQty, part.quantity);
  trade.exitValue = addMoney(trade.exitValue, notional(part.quantity, part.px));
  trade.realizedPnl = addMoney(trade.realizedPnl, realizedPnl);
  trade.execIds.add(execVersion(part.execId).stem);
}

/** A flip's commission counts with the trade that it ended: it is charged once. */
function tradeOf(symbol: string, trade: OpenTrade, exitUs: Us, unclaimed: Map<string, Money>): Trade {
  let charged = ZERO_MONEY;
  for (const execId of trade.execIds) {
    charged = addMoney(charged, unclaimed.get(execId) ?? ZERO_MONEY);
    unclaimed.delete(execId);
  }
  return {
    symbol,
    strategy: trade.strategy,
    direction: trade.direction,
    entryUs: trade.entryUs,
    exitUs,
    quantity: trade.quantity,
    entryPx: pxOfCost(trade.entryValue, trade.quantity),
    exitPx: pxOfCost(trade.exitValue, trade.exitQty),
    realizedPnl: trade.realizedPnl,
    commissions: charged,
    netPnl: subMoney(trade.realizedPnl, charged),
  };
}
