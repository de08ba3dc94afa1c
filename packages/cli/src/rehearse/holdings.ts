import type { Entry } from "@bowline/contracts";

type Direction = "LONG" | "SHORT";

/** Who holds what, as the journal tells it, and which symbol may be traded next. */
export type Holdings = {
  apply(entry: Entry): void;
  held(): readonly string[];
  /** Symbols of which no quote came for more than one bar, or whose last minute had no data: nothing is entered there. */
  silent(): readonly string[];
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

/** A bar lasts five seconds. */
const SILENT_US = 6_000_000;

export function makeHoldings(symbols: readonly string[]): Holdings {
  const positions = new Map<string, Direction>();
  /** Symbols by the orders that may still do something. */
  const orders = new Map<string, string>();
  const quotedUs = new Map<string, number>();
  const withoutData = new Set<string>();
  let newestUs = 0;
  let turn = 0;
  return {
    apply: ({ event, header }) => {
      newestUs = Math.max(newestUs, header.seenUs);
      if (event.kind === "md.bar" && event.timeframe === "1m") {
        if (event.status === "NO_DATA") withoutData.add(event.symbol);
        else withoutData.delete(event.symbol);
      }
      if (event.kind === "md.quote") quotedUs.set(event.symbol, header.seenUs);
      if (event.kind === "order.intent") orders.set(event.order.clOrdId, event.order.symbol);
      if (event.kind === "order.submitted") orders.set(event.clOrdId, event.symbol);
      if (event.kind === "order.filled" && event.leavesQty === 0) orders.delete(event.clOrdId);
      if (ENDS.has(event.kind) && "clOrdId" in event) orders.delete(String(event.clOrdId));
      if (event.kind === "position.closed") positions.delete(event.symbol);
      else if (event.kind.startsWith("position.") && "quantity" in event && "symbol" in event)
        positions.set(event.symbol, event.quantity > 0 ? "LONG" : "SHORT");
    },
    held: () => [...positions.keys()].sort(),
    silent: () =>
      symbols.filter((symbol) => withoutData.has(symbol) || newestUs - (quotedUs.get(symbol) ?? 0) > SILENT_US),
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
