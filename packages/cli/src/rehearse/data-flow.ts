import type { Entry } from "@bowline/contracts";

/** Whose market data flows. */
export type DataFlow = {
  apply(entry: Entry): void;
  /** Symbols of which no quote came for more than one bar, or whose last minute had no data: nothing is entered there. */
  silent(): readonly string[];
};

/** A bar lasts five seconds. */
const SILENT_US = 6_000_000;

export function makeDataFlow(symbols: readonly string[]): DataFlow {
  const quotedUs = new Map<string, number>();
  const withoutData = new Set<string>();
  let newestUs = 0;
  return {
    apply: ({ event, header }) => {
      newestUs = Math.max(newestUs, header.seenUs);
      if (event.kind === "md.quote") quotedUs.set(event.symbol, header.seenUs);
      if (event.kind !== "md.bar" || event.timeframe !== "1m") return;
      if (event.status === "NO_DATA") withoutData.add(event.symbol);
      else withoutData.delete(event.symbol);
    },
    silent: () =>
      symbols.filter((symbol) => withoutData.has(symbol) || newestUs - (quotedUs.get(symbol) ?? 0) > SILENT_US),
  };
}
