import { type Entry, type Event, encodeEvent, SCHEMA_VERSION, isRecord, subjectOf } from "@bowline/contracts";
import { micros, money, px, qty, us } from "@bowline/kernel";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { compileRules } from "./ours.ts";
import type { Workload } from "./workload.ts";

/** What a run over entries came to besides its speed. */
export type EntryCounts = { entries: number; records: number };

/** Its name among the contestants. */
export const ENTRIES = "ours, entries with records";

const HEADER = {
  id: "bench",
  causeId: "",
  causeSeq: 1,
  ordinal: 0,
  correlationId: "bench",
  machine: "feed",
  epoch: 1,
  build: "bench",
  configVersion: "bench",
  schemaVersion: SCHEMA_VERSION,
};

const none = money(0);
const whole = money(micros("100000"));
const ACCOUNT_AND_PREDICTION: readonly Event[] = [
  {
    kind: "account",
    accountId: "DU1234567",
    cash: whole,
    equity: whole,
    grossExposure: none,
    netExposure: none,
    realizedPnl: none,
    unrealizedPnl: none,
    commissions: none,
    sessionDate: "",
  },
  {
    kind: "signal.accepted",
    group: "tech",
    symbol: "AAPL",
    predictionId: "p1",
    revision: 0,
    model: "bench",
    direction: "LONG",
    confidence: micros("0.7"),
    horizonMs: 60_000,
    producedUs: us(1),
    validUntilUs: us(Number.MAX_SAFE_INTEGER),
  },
];

/**
 * Entries through the strategy's machine, all rules asked at each (a quote before it asks none, and is not counted): facts read, rules
 * decided, and each record encoded as it is published. The market jumps at random each time, so that blockers change far more often than in a session.
 */
export function makeEntries({ rules, moments }: Workload, counts: EntryCounts): (at: number) => number {
  const machine = makeStrategyMachine({
    group: "tech",
    symbols: ["AAPL"],
    strategy: compileRules(rules),
    accountId: "DU1234567",
  });
  let seq = 0;
  const apply = (event: Event): void => {
    seq += 1;
    const at = us(seq * 10_000);
    const header = { ...HEADER, causeSeq: seq, eventUs: at, seenUs: at };
    const entry: Entry = { seq, subject: subjectOf(event), header, event };
    machine.apply(entry, (output) => {
      if (!isRecord(output)) return;
      counts.records += 1;
      encodeEvent(header, output);
    });
  };
  for (const event of ACCOUNT_AND_PREDICTION) apply(event);
  return (at) => {
    const moment = moments[at % moments.length] ?? [];
    const closePx = px(micros(String(moment[1] ?? 100)));
    apply({
      kind: "md.quote",
      group: "tech",
      symbol: "AAPL",
      bidPx: closePx,
      askPx: px(closePx + 20_000),
      lastPx: closePx,
      halted: false,
      quoteUs: us((seq + 1) * 10_000),
    } as Event);
    apply({
      kind: "md.bar",
      group: "tech",
      symbol: "AAPL",
      timeframe: "1m",
      closeUs: us((seq + 1) * 10_000),
      openPx: closePx,
      highPx: closePx,
      lowPx: closePx,
      closePx,
      volume: qty(100_000_000),
      status: "TRADED",
    } as Event);
    counts.entries += 1;
    return counts.records;
  };
}
