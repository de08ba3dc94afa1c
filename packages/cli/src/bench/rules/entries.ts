import { type Event, encodeEvent, SCHEMA_VERSION, isRecord, subjectOf } from "@bowline/contracts";
import { type Us, micros, money, px, qty, us } from "@bowline/kernel";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { compileRules } from "./ours.ts";
import type { Moment, Workload } from "./workload.ts";

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

/** Far ahead of the clock on the wall, whose leases stand in a service's journal too: the present is the greatest time that is seen. */
const BEGIN_US = 4_000_000_000_000_000;
/** Each entry ten milliseconds after the one before. */
const timeOf = (seq: number): Us => us(BEGIN_US + seq * 10_000);

export const headerOf = (seq: number) => ({ ...HEADER, causeSeq: seq, eventUs: timeOf(seq), seenUs: timeOf(seq) });

const none = money(0);
const whole = money(micros("100000"));

export const signal: Extract<Event, { kind: "signal.accepted" }> = {
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
};

/** What stands in the journal before the market. */
export const PRELUDE: readonly Event[] = [
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
  signal,
];

/** A quote, which asks no rule, and the bar that asks them all; `seq` is the quote's. */
export function moment(facts: Moment, seq: number): readonly [quote: Event, bar: Event] {
  const closePx = px(micros(String(facts[1] ?? 100)));
  const about = { group: "tech", symbol: "AAPL" } as const;
  return [
    {
      kind: "md.quote",
      ...about,
      bidPx: closePx,
      askPx: px(closePx + 20_000),
      lastPx: closePx,
      halted: false,
      quoteUs: timeOf(seq),
    },
    {
      kind: "md.bar",
      ...about,
      timeframe: "1m",
      closeUs: timeOf(seq + 1),
      openPx: closePx,
      highPx: closePx,
      lowPx: closePx,
      closePx,
      volume: qty(100_000_000),
      tradeCount: 1,
      status: "TRADED",
    },
  ];
}

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
    const header = headerOf(seq);
    machine.apply({ seq, subject: subjectOf(event), header, event }, (output) => {
      if (!isRecord(output)) return;
      counts.records += 1;
      encodeEvent(header, output);
    });
  };
  for (const event of PRELUDE) apply(event);
  return (at) => {
    for (const event of moment(moments[at % moments.length] ?? [], seq + 1)) apply(event);
    counts.entries += 1;
    return counts.records;
  };
}
