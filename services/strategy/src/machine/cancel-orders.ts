import type { Firing } from "./enter.ts";
import { askCancel } from "./orders.ts";
import type { Desk, SymbolState } from "./state.ts";

/** Wants every order ended that would open or increase the position; one that the broker has not got yet, as soon as it has. */
export function cancelOrders(desk: Desk, symbol: SymbolState, { rule }: Firing): void {
  for (const order of symbol.orders) if (order.leg === "ENTRY") order.cancelWhy ??= `canceled by ${rule}`;
  askWantedCancels(desk, symbol);
}

export function askWantedCancels(desk: Desk, symbol: SymbolState): void {
  for (const order of symbol.orders) if (order.cancelWhy !== undefined) askCancel(desk, symbol, order, order.cancelWhy);
}
