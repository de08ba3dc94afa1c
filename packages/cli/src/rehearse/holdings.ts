import type { Entry, Event } from "@bowline/contracts";

type Direction = "LONG" | "SHORT";

/** Who holds what, as the journal tells it, and which symbol may be traded next. */
export type Holdings = {
  apply(entry: Entry): void;
  held(): readonly string[];
  directionOf(symbol: string): Direction | undefined;
  /** In turns: a symbol without a position, without working orders, and without an order of unknown fate. */
  nextFree(): string | undefined;
};

const ENDS: ReadonlySet<string> = new Set([
  "order.canceled",
  "order.rejected",
  "order.expired",
  "order.denied",
  "order.lapsed",
  "order.lost",
]);

function applyToOrders(orders: Map<string, string>, event: Event): void {
  if (event.kind === "order.intent") orders.set(event.order.clOrdId, event.order.symbol);
  if (event.kind === "order.submitted") orders.set(event.clOrdId, event.symbol);
  if (event.kind === "order.filled" && event.leavesQty === 0) orders.delete(event.clOrdId);
  if (ENDS.has(event.kind) && "clOrdId" in event) orders.delete(String(event.clOrdId));
}

function applyToPositions(positions: Map<string, Direction>, event: Event): void {
  if (event.kind === "position.closed") positions.delete(event.symbol);
  else if (event.kind.startsWith("position.") && "quantity" in event && "symbol" in event)
    positions.set(event.symbol, event.quantity > 0 ? "LONG" : "SHORT");
}

export function makeHoldings(symbols: readonly string[]): Holdings {
  const positions = new Map<string, Direction>();
  /** Symbols by the orders that may still do something. */
  const orders = new Map<string, string>();
  let turn = 0;
  return {
    apply: ({ event }) => {
      applyToOrders(orders, event);
      applyToPositions(positions, event);
    },
    held: () => [...positions.keys()].sort(),
    directionOf: (symbol) => positions.get(symbol),
    nextFree: () => {
      const busy = new Set([...orders.values(), ...positions.keys()]);
      for (let tried = 0; tried < symbols.length; tried++) {
        const symbol = symbols[turn++ % symbols.length];
        if (symbol !== undefined && !busy.has(symbol)) return symbol;
      }
      return undefined;
    },
  };
}
