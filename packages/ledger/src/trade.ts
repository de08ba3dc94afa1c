import type { Event } from "@bowline/contracts";
import {
  absQty,
  addMoney,
  addQty,
  type Money,
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
  readonly execIds: Set<string>;
};
type PartOfFill = { readonly quantity: Qty; readonly px: Px; readonly execId: string };

/** Collects round trips from position entries and commissions, in journal order. */
export type TradeFold = { add(event: Event, seenUs: Us): void; trades(): readonly Trade[] };

export function makeTradeFold(): TradeFold {
  const open = new Map<string, OpenTrade>();
  const done: { readonly symbol: string; readonly trade: OpenTrade; readonly exitUs: Us }[] = [];
  const commissions = new Map<string, Money>();
  return {
    add(event, seenUs) {
      if (event.kind === "order.commission") commissions.set(event.execId, event.commission);
      if (!isPositionEvent(event)) return;
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
    execIds: new Set(),
  };
  enter(trade, { quantity, px: event.lastPx, execId: event.execId });
  open.set(event.symbol, trade);
}

function enter(trade: OpenTrade, part: PartOfFill): void {
  trade.quantity = addQty(trade.quantity, part.quantity);
  trade.held = addQty(trade.held, part.quantity);
  trade.entryValue = addMoney(trade.entryValue, notional(part.quantity, part.px));
  trade.execIds.add(part.execId);
}

function leave(trade: OpenTrade, part: PartOfFill, realizedPnl: Money): void {
  trade.held = subQty(trade.held, part.quantity);
  trade.exitQty = addQty(trade.exitQty, part.quantity);
  trade.exitValue = addMoney(trade.exitValue, notional(part.quantity, part.px));
  trade.realizedPnl = addMoney(trade.realizedPnl, realizedPnl);
  trade.execIds.add(part.execId);
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
