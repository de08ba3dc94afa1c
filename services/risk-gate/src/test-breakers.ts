import type { Event } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import type { BreakerCode, RiskLimits } from "@bowline/risk";
import { aBar, aClock, aFill, anEntry, aQuote, aSignal, at, dollars, machineTest } from "@bowline/testkit";
import { about, account, accountId, gate, intentOf, NOW, order, ready, submitted } from "./test-gate.ts";

type When = Event | ReturnType<typeof anEntry>;
/** A clock with fresh quotes of every symbol at `px`, and what happened just before it. */
export const beat = (seconds: number, px = "100", ...before: When[]): When[] => [
  ...["AAPL", "MSFT", "BAC"].map((symbol) =>
    aQuote({
      symbol,
      quoteUs: at(seconds),
      bidPx: dollars(px),
      askPx: dollars((Number(px) + 0.02).toFixed(2)),
    }),
  ),
  { kind: "control.heartbeat", source: "market-data", clockUs: at(seconds) },
  { kind: "control.heartbeat", source: "portfolio", clockUs: at(seconds) },
  ...before,
  anEntry(aClock({ nowUs: at(seconds) }), { seenUs: at(seconds) }),
];
/** Minutes of calm, one beat each. */
export const calmFor = (from: number, minutes: number, px?: string): When[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => beat(from + minute * 60, px)).flat();
export const on = (seconds: number, event: Event) => anEntry(event, { seenUs: at(seconds) });
export const minute = (closePx: string, seconds: number): Event =>
  aBar({ timeframe: "1m", closeUs: at(seconds), closePx: dollars(closePx), status: "TRADED" });
export const bought = order({ clOrdId: "BUY", ordType: "MKT", lmtPx: undefined });
export const orders = (count: number, from: number): When[] =>
  Array.from({ length: count }, (_, index) =>
    intentOf(order({ clOrdId: `S${from}x${index}`, symbol: "NONE", expiresUs: at(from + 60) }), { seconds: from }),
  );
/** A round trip of the strategy that loses a cent a share. */
export const losing = (index: number): When[] => [
  aFill({ clOrdId: `B${index}`, execId: `b${index}`, side: "BUY", lastQty: shares(1), lastPx: dollars("100") }),
  aFill({ clOrdId: `L${index}`, execId: `l${index}`, side: "SELL", lastQty: shares(1), lastPx: dollars("99.99") }),
];

/** What a breaker and its scope went through. */
export function story(code: BreakerCode, { limits, scope }: Row, journal: readonly When[]): string[] {
  const { emitted } = machineTest(gate({ breakerQuietMinutes: 2, breakerRecovery: 200_000, ...limits }))
    .given([yesterday(), ...ready, ...beat(NOW + 1)])
    .when(journal as Event[]);
  return emitted.flatMap((event) =>
    event.kind === "risk.breaker" && event.code === code && event.scope === scope
      ? [`${event.scope} ${event.action} ${event.state}`]
      : event.kind === "risk.trading-state" && event.scope === scope
        ? [`${event.scope} ${event.state}`]
        : [],
  );
}

export const AT = NOW + 60;
export type Row = {
  readonly limits: Partial<RiskLimits>;
  readonly scope: string;
  /** What leads just below the limit, and to it. */
  readonly below: readonly When[];
  readonly trips: readonly When[];
  /** What must be there for it to be calm, before the quiet minutes. */
  readonly calms?: readonly When[];
  readonly px?: string;
  /** What the broker tells before a resume; an account that is flat where it is left out. */
  readonly account?: Event;
};

export const bid = (px: string): Event => aQuote({ quoteUs: at(AT), bidPx: dollars(px), askPx: dollars("100") });
export const silentBeat = (seconds: number): When[] => [on(seconds, aClock({ nowUs: at(seconds) }))];
export const flat = account("100000");
export const holds = account("90000", [{ symbol: "AAPL", quantity: shares(100) }]);

export function sent(clOrdId: string): Event {
  return {
    kind: "order.submitted",
    ...about,
    clOrdId,
    accountId,
    strategy: "demo",
    rule: "entry",
    leg: "ENTRY",
    side: "BUY",
    orderQty: shares(100),
    ordType: "MKT",
    timeInForce: "DAY",
  };
}
/** A hundred shares, bought at what they are worth. */
export function holding(): When[] {
  return [aFill({ clOrdId: "OLD", execId: "old", lastQty: shares(100), lastPx: dollars("100") }), ...beat(NOW + 2)];
}
/** The close before this session. */
function yesterday(): Event {
  return {
    kind: "md.history",
    group: "tech",
    symbol: "AAPL",
    requestId: "h",
    timeframe: "1d",
    complete: true,
    bars: [
      {
        openUs: at(-90_000),
        closeUs: at(-60_000),
        openPx: dollars("100"),
        highPx: dollars("100"),
        lowPx: dollars("100"),
        closePx: dollars("100"),
        volume: shares(1),
      },
    ],
  } as unknown as Event;
}
export function slipping(count: number): When[] {
  return Array.from({ length: count }, (_, index) => {
    const mine = order({
      clOrdId: `SLIP${index}`,
      ordType: "MKT",
      lmtPx: undefined,
      orderQty: shares(10),
      expiresUs: at(AT),
    });
    return [
      intentOf(mine, { seconds: NOW + 1 }),
      aFill({
        clOrdId: mine.clOrdId,
        execId: mine.clOrdId,
        lastQty: shares(10),
        leavesQty: shares(0),
        lastPx: dollars("100.5"),
      }),
    ];
  }).flat();
}
/** Orders that are approved because of a prediction, and sent. */
export const wanted = (count: number): When[] =>
  Array.from({ length: count }, (_, index) =>
    intentOf(
      order({ clOrdId: `WANTED${index}`, triggerKey: "prediction:p:0", orderQty: shares(10), expiresUs: at(AT) }),
      {
        seconds: NOW + 1,
      },
    ),
  );

/** An entry that is filled, and its stop, which works. */
export function protectedEntry(): When[] {
  const entry = order({ clOrdId: "ENTRY", ordType: "MKT", lmtPx: undefined, bracket: BRACKET, expiresUs: at(AT) });
  return [
    intentOf(entry, { seconds: NOW + 1 }),
    submitted({ clOrdId: "STOP", leg: "STOP", side: "SELL", ordType: "STP", lmtPx: undefined, stopPx: BRACKET.stopPx }),
    aFill({ clOrdId: "ENTRY", execId: "entry", leavesQty: shares(0) }),
  ];
}
const BRACKET = {
  stopClOrdId: "STOP",
  stopPx: dollars("98"),
  targetClOrdId: "TARGET",
  targetLmtPx: dollars("105"),
};

/** Predictions that AAPL rises from 100, nearly sure, and what came of it. */
export function predictions(count: number, px: string): When[] {
  const ids = Array.from({ length: count }, (_, index) => `${px}-${index}`);
  return [
    minute("100", NOW),
    ...ids.map((predictionId) =>
      aSignal({ predictionId, confidence: 900_000, producedUs: at(NOW), horizonMs: 30_000, validUntilUs: at(NOW + 1) }),
    ),
    minute(px, NOW + 30),
  ];
}

export function books(clean: boolean): Event {
  return {
    kind: "account.reconciliation",
    accountId,
    clean,
    differences: clean ? [] : [{ subject: "AAPL", ours: "1", broker: "0" }],
  };
}
export function differing(): Event {
  return books(false);
}

export const rows = (table: Readonly<Partial<Record<BreakerCode, Row>>>) =>
  Object.entries(table) as [BreakerCode, Row][];
export const end = 4000;
