import type { Entry, EventKind } from "@bowline/contracts";

/** How many of what a journal holds. */
export type Counts = {
  journalEntries: number;
  predictionsAccepted: number;
  predictionsRefused: number;
  intents: number;
  approved: number;
  /** Denied intents; one may have several codes. */
  deniedIntents: number;
  /** By code, in alphabetical order when read. */
  readonly denied: Map<string, number>;
  orders: number;
  fills: number;
  bars: number;
  noTrade: number;
  noData: number;
  readonly sessionDates: Set<string>;
  readonly symbols: Set<string>;
};

export const makeCounts = (): Counts => ({
  journalEntries: 0,
  predictionsAccepted: 0,
  predictionsRefused: 0,
  intents: 0,
  approved: 0,
  deniedIntents: 0,
  denied: new Map(),
  orders: 0,
  fills: 0,
  bars: 0,
  noTrade: 0,
  noData: 0,
  sessionDates: new Set(),
  symbols: new Set(),
});

const PLAIN = {
  "signal.accepted": "predictionsAccepted",
  "signal.refused": "predictionsRefused",
  "order.intent": "intents",
  "order.approved": "approved",
  "order.submitted": "orders",
  "order.filled": "fills",
} as const satisfies Partial<Record<EventKind, keyof Counts>>;

const plainCount = (kind: EventKind): (typeof PLAIN)[keyof typeof PLAIN] | undefined =>
  PLAIN[kind as keyof typeof PLAIN];

const BAR_COUNTS = { TRADED: "bars", NO_TRADE: "noTrade", NO_DATA: "noData" } as const;

/** Counts one entry. */
export function countEntry(counts: Counts, { event }: Entry): void {
  counts.journalEntries += 1;
  const plain = plainCount(event.kind);
  if (plain !== undefined) counts[plain] += 1;
  else if (event.kind === "order.denied") {
    counts.deniedIntents += 1;
    for (const { code } of event.reasons) counts.denied.set(code, (counts.denied.get(code) ?? 0) + 1);
  } else if (event.kind === "md.bar" && event.timeframe === "1m") {
    counts[BAR_COUNTS[event.status]] += 1;
    counts.symbols.add(event.symbol);
  } else if (event.kind === "control.clock" && event.phase === "REGULAR") counts.sessionDates.add(event.sessionDate);
}
