import type { BrokerPosition, Entry, EventByKind } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** What the fills of this journal add up to, in micros of a share by symbol. */
export type NetFills = {
  observe(entry: Pick<Entry, "event">): void;
  readonly bySymbol: ReadonlyMap<string, number>;
};

export function makeNetFills(): NetFills {
  const bySymbol = new Map<string, number>();
  const seen = new Set<string>();
  return {
    bySymbol,
    observe({ event }) {
      if (event.kind !== "order.filled" || seen.has(event.execId)) return;
      seen.add(event.execId);
      const signed = event.side === "BUY" ? Number(event.lastQty) : -event.lastQty;
      bySymbol.set(event.symbol, (bySymbol.get(event.symbol) ?? 0) + signed);
    },
  };
}

type Action = EventByKind<"broker.reconciliation">["actions"][number];

/**
 * Our fills beside the broker's positions. What the account held before this journal's first reconciliation is set down
 * once, in the write-ahead log, and counts on top.
 */
export function comparePositions(
  context: { readonly log: WriteAheadLog; readonly fills: NetFills },
  positions: readonly BrokerPosition[],
): { readonly clean: boolean; readonly actions: readonly Action[] } {
  const { log, fills } = context;
  const broker = new Map(positions.map(({ symbol, quantity }) => [symbol, Number(quantity)]));
  const actions: Action[] = [];
  if (log.baseline() === undefined) {
    const foreign = [...broker].filter(([symbol, quantity]) => quantity !== 0 && !fills.bySymbol.has(symbol));
    log.append({ type: "BASELINE", positions: Object.fromEntries(foreign) });
    actions.push(
      ...foreign.map(([symbol, quantity]) => ({
        subject: symbol,
        finding: `the account holds ${formatMicros(quantity)} that this journal did not trade`,
        action: "counted as there before",
      })),
    );
  }
  const baseline = log.baseline() ?? new Map<string, number>();
  const symbols = new Set([...broker.keys(), ...fills.bySymbol.keys(), ...baseline.keys()]);
  const differing = [...symbols].sort().flatMap((symbol) => {
    const ours = (fills.bySymbol.get(symbol) ?? 0) + (baseline.get(symbol) ?? 0);
    const theirs = broker.get(symbol) ?? 0;
    return ours === theirs
      ? []
      : [
          {
            subject: symbol,
            finding: `the broker holds ${formatMicros(theirs)}, our fills make ${formatMicros(ours)}`,
            action: "none: the gate denies the symbol while it differs",
          },
        ];
  });
  return { clean: differing.length === 0, actions: [...actions, ...differing] };
}
