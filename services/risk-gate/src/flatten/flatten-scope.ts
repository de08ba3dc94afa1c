import { accountScope, GLOBAL_SCOPE, groupScope } from "@bowline/contracts";
import { addQty, type Qty, qty, ZERO_QTY } from "@bowline/kernel";
import { heldBy, openQty, positionOf, type Reservation } from "@bowline/risk";
import type { Gate } from "../gate.ts";
import { strategyOf } from "../strategy-of.ts";

/** Whether a scope asks for the whole position in a symbol. What is in no group was never traded here: only its own name asks for it. */
function coversWhole({ accountId, groups }: Gate, scope: string, symbol: string): boolean {
  if (scope === symbol) return true;
  const group = groups.groupOf(symbol);
  if (group === undefined) return false;
  return scope === GLOBAL_SCOPE || scope === accountScope(accountId) || scope === groupScope(group);
}

/** Symbols that a scope is about now: where it has a position, or orders that may bring one. In the alphabet's order. */
export function symbolsIn(gate: Gate, scope: string): readonly string[] {
  const { holdings, reservations, trips } = gate.state;
  const strategy = strategyOf(scope);
  const held = strategy === undefined ? holdings.quantities.keys() : heldBy(trips, strategy).keys();
  const symbols = new Set([...held].filter((symbol) => strategy !== undefined || coversWhole(gate, scope, symbol)));
  for (const order of reservations.values()) if (isOrderOf(gate, scope, order)) symbols.add(order.symbol);
  return [...symbols].sort();
}

/** Whether a scope asks for the end of an order. One that is not ours nobody here can end. */
function isOrderOf(gate: Gate, scope: string, order: Reservation): boolean {
  if (order.external === true) return false;
  return coversWhole(gate, scope, order.symbol) || order.strategy === strategyOf(scope);
}

/** Our open orders in a symbol that the flattened scopes want ended, the closing order apart. */
export function ordersToEnd(gate: Gate, symbol: string, except: string | undefined): readonly [string, Reservation][] {
  const { flattens, reservations } = gate.state;
  return [...reservations].filter(
    ([clOrdId, order]) =>
      order.symbol === symbol &&
      clOrdId !== except &&
      [...flattens.keys()].some((scope) => isOrderOf(gate, scope, order)),
  );
}

/** What a closing order may be of: whose position it leaves, and how much of it, signed. */
export type Left = { readonly quantity: Qty; readonly strategy: string };

/** The strategy that orders are told as where nobody of ours holds the position. */
const NOBODY = "flatten";

/**
 * What the flattened scopes still want closed in a symbol. A strategy is closed by what it holds, and never beyond what the account holds
 * in that direction: two strategies on opposite sides are already flat together.
 */
export function leftIn(gate: Gate, symbol: string): Left {
  const { flattens, holdings, trips } = gate.state;
  const position = positionOf(holdings, symbol);
  const whole = [...flattens.keys()].some((scope) => coversWhole(gate, scope, symbol));
  const holders = [...trips.open.values()]
    .filter((trip) => trip.symbol === symbol && trip.quantity > 0 === position > 0 && trip.strategy !== "")
    .filter(({ strategy }) => whole || flattens.has(`strategy:${strategy}`))
    .sort((a, b) => (a.strategy < b.strategy ? -1 : 1));
  const held = holders.reduce((sum, { quantity }) => addQty(sum, quantity), ZERO_QTY);
  return {
    quantity: whole || position === 0 ? position : nearer(held, position),
    strategy: holders[0]?.strategy ?? NOBODY,
  };
}

/** How much of it the next order may be of: one order is of one strategy. */
export function ownedBy(gate: Gate, symbol: string, { quantity, strategy }: Left): Qty {
  const held = heldBy(gate.state.trips, strategy).get(symbol);
  return held === undefined ? quantity : nearer(held, quantity);
}

/** What no order that may still fill, other than those that are to end, would take off the position already. */
export function closableQty(gate: Gate, symbol: string, ending: ReadonlySet<string>): Qty {
  const { holdings, reservations } = gate.state;
  const position = positionOf(holdings, symbol);
  const staying = new Map([...reservations].filter(([clOrdId]) => !ending.has(clOrdId)));
  return qty(Math.max(0, Math.abs(position) - openQty(staying, symbol, { buys: position < 0 })));
}

/** Of two of the same sign the one that is nearer to zero. */
const nearer = (a: Qty, b: Qty): Qty => (Math.abs(a) < Math.abs(b) ? a : b);
