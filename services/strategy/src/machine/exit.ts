import { type Side } from "@bowline/contracts";
import { type Qty, ZERO_QTY, absQty, addMs } from "@bowline/kernel";
import { type Firing, clOrdIdOf } from "./enter.ts";
import { askCancel, leavesQty } from "./orders.ts";
import type { Desk, SymbolState, TrackedOrder } from "./state.ts";

/** Begins to close the position. Returns the clOrdId that the closing order will have, if one is needed. */
export function startExit(desk: Desk, symbol: SymbolState, firing: Firing, expiresMs: number): string {
  symbol.exit = { ...firing, expiresMs, attempt: 0, waiting: false };
  advanceExit(desk, symbol);
  return clOrdIdOf(desk, symbol, firing, { leg: "EXIT", attempt: 0 });
}

/**
 * Takes an exit one step further; called after everything that may let it. The closing order is sent only when no other order
 * of ours may trade any more, for exactly what is left: so a stop that fills meanwhile closes the position instead of turning it.
 */
export function advanceExit(desk: Desk, symbol: SymbolState): void {
  const { exit } = symbol;
  if (exit === undefined || symbol.inDoubt) return;
  for (const order of symbol.orders) {
    // Until the closing order may go, a stop that the gate placed again protects the position.
    if (order.leg === "STOP" && exit.waiting) continue;
    if (order.leg !== "EXIT") askCancel(desk, symbol, order, `exit by ${exit.rule}`);
    else if (!reducesOnly(symbol, order)) askCancel(desk, symbol, order, "more than is left of the position");
  }
  if (symbol.orders.length > 0) return;
  if (symbol.quantity === 0) {
    symbol.exit = undefined;
    symbol.entry = undefined;
  } else if (!exit.waiting) {
    sendExit(desk, symbol, exit);
  }
}

const reducesOnly = (symbol: SymbolState, order: TrackedOrder): boolean =>
  order.side === closingSide(symbol) && leavesQty(order) <= absQty(symbol.quantity);

const closingSide = ({ quantity }: SymbolState): Side => (quantity > 0 ? "SELL" : "BUY");

function sendExit(desk: Desk, symbol: SymbolState, exit: NonNullable<SymbolState["exit"]>): void {
  const { attempt } = exit;
  exit.attempt += 1;
  sendClosing(desk, symbol, exit, { orderQty: absQty(symbol.quantity), attempt });
}

type Closing = { readonly orderQty: Qty; readonly attempt: number; readonly isPart?: true };

/** Wants so much of the position sold, or bought back, at the market. */
export function sendClosing(
  desk: Desk,
  symbol: SymbolState,
  by: Firing & { readonly expiresMs: number },
  { orderQty, attempt, isPart }: Closing,
): void {
  const clOrdId = clOrdIdOf(desk, symbol, by, { leg: "EXIT", attempt });
  const side = closingSide(symbol);
  desk.emit({
    kind: "order.intent",
    order: {
      clOrdId,
      accountId: desk.accountId,
      strategy: desk.strategy.name,
      rule: by.rule,
      group: desk.group,
      symbol: symbol.symbol,
      side,
      orderQty,
      ordType: "MKT",
      timeInForce: "DAY",
      purpose: "EXIT",
      triggerKey: by.triggerKey,
      expiresUs: addMs(desk.state.nowUs, by.expiresMs),
    },
  });
  symbol.orders.push({
    clOrdId,
    leg: "EXIT",
    rule: by.rule,
    side,
    orderQty,
    cumQty: ZERO_QTY,
    status: "INTENDED",
    cancelAsked: false,
    ...(isPart === undefined ? {} : { isPart }),
  });
}

/** A closing order was refused or ended early: the next minute tries again, under another id. */
export function postponeExit(symbol: SymbolState): void {
  if (symbol.exit !== undefined) symbol.exit.waiting = true;
}

/** A lost closing order is not followed by another of the same decision: rules decide anew. */
export function abandonExit(symbol: SymbolState): void {
  symbol.exit = undefined;
  symbol.entry = undefined;
}

/**
 * Whether stops and targets may still close all of the position. Of what grew, each part has its own, so that those of one may be
 * gone while others work; what opens, reduces or closes at the moment is waited for.
 */
function isCovered({ orders, quantity, scaledIn = 0, reduction }: SymbolState): boolean {
  if (scaledIn === 0 || reduction !== undefined) return true;
  if (orders.some(({ leg }) => leg === "ENTRY" || leg === "EXIT")) return true;
  const units = new Map<string, number>();
  for (const order of orders) units.set(order.unit ?? "", Math.max(units.get(order.unit ?? "") ?? 0, leavesQty(order)));
  return [...units.values()].reduce((sum, most) => sum + most, 0) >= absQty(quantity);
}

/** A position whose bracket is gone, whatever took it away, is closed: protected or flat. */
export function closeUnprotected(desk: Desk, symbol: SymbolState): void {
  const { entry } = symbol;
  if (entry === undefined || symbol.exit !== undefined || (symbol.orders.length > 0 && isCovered(symbol))) return;
  if (symbol.quantity === 0) symbol.entry = undefined;
  else startExit(desk, symbol, { rule: entry.rule, triggerKey: `unprotected:${entry.clOrdId}` }, entry.expiresMs);
}
