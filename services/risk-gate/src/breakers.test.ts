import type { Event } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import type { BreakerCode, RiskLimits } from "@bowline/risk";
import { aBar, aClock, aFill, anEntry, aQuote, at, dollars, machineTest } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { about, account, accountId, cash, gate, intentOf, lease, NOW, order, ready, session } from "./test-gate.ts";

type When = Event | ReturnType<typeof anEntry>;
/** A clock with fresh quotes of every symbol at `px`, and what happened just before it. */
const beat = (seconds: number, px = "100", ...before: When[]): When[] => [
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
const calmFor = (from: number, minutes: number, px?: string): When[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => beat(from + minute * 60, px)).flat();
const on = (seconds: number, event: Event) => anEntry(event, { seenUs: at(seconds) });
const minute = (closePx: string, seconds: number): Event =>
  aBar({ timeframe: "1m", closeUs: at(seconds), closePx: dollars(closePx), status: "TRADED" });
const bought = order({ clOrdId: "BUY", ordType: "MKT", lmtPx: undefined });
const orders = (count: number, from: number): When[] =>
  Array.from({ length: count }, (_, index) =>
    intentOf(order({ clOrdId: `S${from}x${index}`, symbol: "NONE", expiresUs: at(from + 60) }), { seconds: from }),
  );
/** A round trip of the strategy that loses a cent a share. */
const losing = (index: number): When[] => [
  aFill({ clOrdId: `B${index}`, execId: `b${index}`, side: "BUY", lastQty: shares(1), lastPx: dollars("100") }),
  aFill({ clOrdId: `L${index}`, execId: `l${index}`, side: "SELL", lastQty: shares(1), lastPx: dollars("99.99") }),
];

/** What a breaker and its scope went through. */
function story(code: BreakerCode, { limits, scope }: Row, journal: readonly When[]): string[] {
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

const AT = NOW + 60;
type Row = {
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

const bid = (px: string): Event => aQuote({ quoteUs: at(AT), bidPx: dollars(px), askPx: dollars("100") });
const silentBeat = (seconds: number): When[] => [on(seconds, aClock({ nowUs: at(seconds) }))];
const flat = account("100000");
const holds = account("90000", [{ symbol: "AAPL", quantity: shares(100) }]);

/** From REDUCING each comes back after two quiet minutes. */
const RECOVERING: Readonly<Partial<Record<BreakerCode, Row>>> = {
  PRICE_MOVE_BREAKER: {
    limits: { breakerFiveMinuteMove: 50_000 },
    scope: "AAPL",
    below: [
      ...["AAPL", "MSFT", "BAC"].map((symbol) => ({ ...minute("100", AT - 1), symbol }) as Event),
      ...beat(AT, "104.9"),
    ],
    trips: [
      ...["AAPL", "MSFT", "BAC"].map((symbol) => ({ ...minute("100", AT - 1), symbol }) as Event),
      ...beat(AT, "105").slice(0, 1),
      ...beat(AT).slice(1),
    ],
    calms: [AT + 30, AT + 330].flatMap((seconds) =>
      ["AAPL", "MSFT", "BAC"].map((symbol) => ({ ...minute("100", seconds), symbol }) as Event),
    ),
  },
  SPREAD_BREAKER: {
    limits: { breakerSpread: 10_000 },
    scope: "AAPL",
    below: [...beat(AT, "100", bid("99.02"))],
    trips: [...beat(AT, "100", bid("99"))],
  },
  HALT_BREAKER: {
    limits: { breakerHalt: "enforced" },
    scope: "AAPL",
    below: beat(AT),
    trips: beat(AT, "100", aQuote({ quoteUs: at(AT), halted: true })),
  },
  STALE_DATA_BREAKER: {
    limits: { breakerQuoteAgeMs: 30_000 },
    scope: "AAPL",
    below: silentBeat(NOW + 30),
    trips: [...silentBeat(NOW + 31)],
  },
  ORDER_STUCK_BREAKER: {
    limits: { breakerUnansweredMs: 5000 },
    scope: "AAPL",
    below: [on(AT - 4, sent("STUCK")), ...beat(AT)],
    trips: [on(AT - 5, sent("STUCK")), ...beat(AT)],
    calms: [{ kind: "order.accepted", ...about, clOrdId: "STUCK", orderId: "1" } as Event],
  },
  DATA_OUTAGE_BREAKER: {
    limits: { breakerSilentShare: 1_000_000, breakerSilentMs: 15_000 },
    scope: "global",
    below: silentBeat(NOW + 15),
    trips: silentBeat(NOW + 16),
  },
  BROKER_OUTAGE_BREAKER: {
    limits: { breakerBrokerDownMs: 30_000 },
    scope: "global",
    below: [on(AT - 29, session("DISCONNECTED")), ...beat(AT)],
    trips: [on(AT - 30, session("DISCONNECTED")), ...beat(AT)],
    calms: [session("READY")],
  },
  HEARTBEAT_BREAKER: {
    limits: { breakerHeartbeatAgeMs: 90_000 },
    scope: "global",
    below: [631, 661, 690, 700].flatMap(silentBeat),
    trips: [631, 661, 691, 700].flatMap(silentBeat),
  },
  EQUITY_GAP_BREAKER: {
    limits: { breakerEquityGap: 5000 },
    scope: "global",
    below: beat(AT, "100", account("100400")),
    trips: beat(AT, "100", account("100600")),
    calms: [flat],
  },
  LOSS_VELOCITY_BREAKER: {
    limits: { breakerFiveMinuteLoss: cash("250") },
    scope: "global",
    below: [...holding(), ...beat(AT), ...beat(AT + 5, "97.6")],
    trips: [...holding(), ...beat(AT), ...beat(AT + 5, "97.4")],
    px: "97.4",
  },
  DAILY_LOSS_BREAKER: {
    limits: { breakerDailyLoss: cash("250") },
    scope: "global",
    below: [...holding(), ...beat(AT, "97.6")],
    trips: [...holding(), ...beat(AT, "97.4")],
  },
  MARKET_STRESS_BREAKER: {
    limits: { breakerIndexDrop: { AAPL: 50_000 } },
    scope: "global",
    below: [...beat(AT, "95")],
    trips: [...beat(AT, "94.99")],
  },
  SLIPPAGE_BREAKER: {
    limits: { breakerSlippage: 2000 },
    scope: "strategy:demo",
    below: [...slipping(4), ...beat(AT)],
    trips: [...slipping(5), ...beat(AT)],
    calms: beat(AT + 3700),
  },
};

/** From HALTED each comes back by a person alone, and not again at once over what that person has seen. */
const HALTING: Readonly<Partial<Record<BreakerCode, Row>>> = {
  FILL_UNEXPECTED_BREAKER: {
    limits: { breakerFillSlip: 30_000 },
    scope: "AAPL",
    below: [intentOf(bought), aFill({ clOrdId: "BUY", lastPx: dollars("102.9") }), ...beat(AT)],
    trips: [intentOf(bought), aFill({ clOrdId: "BUY", lastPx: dollars("103.1") }), ...beat(AT)],
    account: holds,
  },
  LOSS_STREAK_BREAKER: {
    limits: { breakerLossStreak: 3 },
    scope: "strategy:demo",
    below: [...losing(1), ...losing(2), ...beat(AT)],
    trips: [...losing(1), ...losing(2), ...losing(3), ...beat(AT)],
  },
  REJECT_STORM_BREAKER: {
    limits: { breakerRefusalsPerMinute: 5 },
    scope: "strategy:demo",
    below: [...orders(4, AT), ...beat(AT)],
    trips: [...orders(5, AT), ...beat(AT)],
  },
  ORDER_RUNAWAY_BREAKER: {
    limits: { breakerDecisionsPerMinute: 5 },
    scope: "global",
    below: [...orders(4, AT), ...beat(AT)],
    trips: [...orders(5, AT), ...beat(AT)],
  },
  RECONCILIATION_BREAKER: {
    limits: { breakerDiffersMs: 30_000 },
    scope: "global",
    below: [on(AT - 29, differing()), ...beat(AT)],
    trips: [on(AT - 30, differing()), ...beat(AT)],
    calms: [books(true)],
  },
  VERSION_MISMATCH_BREAKER: {
    limits: { breakerVersions: "enforced" },
    scope: "global",
    below: [lease("execution", 2), ...beat(AT)],
    trips: [anEntry(lease("execution", 2), { build: "other", seenUs: at(AT) }), ...beat(AT)],
    calms: [lease("execution", 3)],
  },
  MARKET_CRASH_BREAKER: {
    limits: { breakerIndexCrash: { AAPL: 70_000 } },
    scope: "global",
    below: [...beat(AT, "93")],
    trips: [...beat(AT, "92.99")],
    calms: beat(AT + 1, "100"),
  },
  DAILY_LOSS_HALT_BREAKER: {
    limits: { breakerDailyLossHalt: cash("500") },
    scope: "global",
    below: [...holding(), ...beat(AT, "95.1")],
    trips: [...holding(), ...beat(AT, "94.9")],
    px: "94.9",
    account: holds,
  },
  WEEKLY_LOSS_BREAKER: {
    limits: { breakerWeeklyLoss: cash("500") },
    scope: "global",
    below: [...holding(), ...beat(AT, "95.1")],
    trips: [...holding(), ...beat(AT, "94.9")],
    px: "94.9",
    account: holds,
  },
  MONTHLY_LOSS_BREAKER: {
    limits: { breakerMonthlyLoss: cash("500") },
    scope: "global",
    below: [...holding(), ...beat(AT, "95.1")],
    trips: [...holding(), ...beat(AT, "94.9")],
    px: "94.9",
    account: holds,
  },
  DRAWDOWN_BREAKER: {
    limits: { drawdownTier1: 2000, drawdownTier2: 3000, drawdownTier3: 5000 },
    scope: "global",
    below: [...holding(), ...beat(AT, "95.1")],
    trips: [...holding(), ...beat(AT, "94.9")],
    px: "94.9",
    account: holds,
  },
};

function sent(clOrdId: string): Event {
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
function holding(): When[] {
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
function slipping(count: number): When[] {
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
function books(clean: boolean): Event {
  return {
    kind: "account.reconciliation",
    accountId,
    clean,
    differences: clean ? [] : [{ subject: "AAPL", ours: "1", broker: "0" }],
  };
}
function differing(): Event {
  return books(false);
}

const rows = (table: Readonly<Partial<Record<BreakerCode, Row>>>) => Object.entries(table) as [BreakerCode, Row][];
const end = 4000;

describe("a breaker that takes its scope to REDUCING", () => {
  it.each(rows(RECOVERING))("%s trips at its limit, not below, and recovers after quiet minutes", (code, row) => {
    expect(story(code, row, row.below)).toEqual([]);
    const tripped = [`${row.scope} TRIPPED REDUCING`, `${row.scope} REDUCING`];
    expect(story(code, row, row.trips)).toEqual(tripped);
    const from = code === "SLIPPAGE_BREAKER" ? AT + 3700 : AT + 331;
    const quiet = [...row.trips, ...(row.calms ?? [])];
    const calm = (minutes: number) =>
      story(code, row, [...quiet, ...calmFor(from, minutes, code === "LOSS_VELOCITY_BREAKER" ? row.px : undefined)]);
    expect(calm(1).slice(0, 2)).toEqual(tripped);
    expect(calm(1)).toHaveLength(2);
    expect(calm(2)).toEqual([...tripped, `${row.scope} RECOVERED REDUCING`, `${row.scope} ACTIVE`]);
  });
});

it("cash that differs is no position that differs", () => {
  const cashDiffers: Event = { ...books(false), differences: [{ subject: "CASH", ours: "1", broker: "2" }] } as Event;
  const row: Row = { limits: { breakerDiffersMs: 30_000 }, scope: "global", below: [], trips: [] };
  expect(story("RECONCILIATION_BREAKER", row, [on(AT - 30, cashDiffers), ...beat(AT)])).toEqual([]);
});

describe("a breaker that halts", () => {
  it.each(rows(HALTING))("%s trips at its limit, not below, and comes back by a person alone", (code, row) => {
    expect(story(code, row, row.below)).toEqual([]);
    const tripped = [`${row.scope} TRIPPED HALTED`, `${row.scope} HALTED`];
    const gone = [...row.trips, ...(row.calms ?? []), ...calmFor(AT + 60, 3, row.px)];
    expect(story(code, row, gone)).toEqual(tripped);
    const resume: Event = { kind: "control.resume", scope: row.scope, reason: "seen", by: "me" };
    const after = story(code, row, [...gone, row.account ?? flat, resume, ...beat(end, row.px)]);
    expect(after).toEqual([...tripped, `${row.scope} RESET HALTED`, `${row.scope} ACTIVE`]);
  });
});

it("a distance from the broker's equity that a person has let pass is the one that counts from then on", () => {
  const row: Row = { limits: { breakerEquityGap: 5000 }, scope: "global", below: [], trips: [] };
  const deposited = account("110000");
  const resume: Event = { kind: "control.resume", scope: "global", reason: "a deposit", by: "me" };
  const journal = [...beat(AT, "100", deposited), resume, ...beat(AT + 1, "100", deposited)];
  const tripped = ["global TRIPPED REDUCING", "global REDUCING"];
  const reset = ["global RESET REDUCING", "global ACTIVE"];
  expect(story("EQUITY_GAP_BREAKER", row, journal)).toEqual([...tripped, ...reset]);
  expect(story("EQUITY_GAP_BREAKER", row, [...journal, ...beat(AT + 2, "100", account("100000"))])).toEqual([
    ...tripped,
    ...reset,
    ...tripped,
  ]);
});
