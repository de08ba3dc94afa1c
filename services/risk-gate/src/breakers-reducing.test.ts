import type { Event } from "@bowline/contracts";
import type { BreakerCode } from "@bowline/risk";
import { aFill, aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { shares } from "@bowline/kernel";
import { about, account, accountId, cash, NOW, session } from "./test-gate.ts";
import {
  beat,
  calmFor,
  on,
  minute,
  story,
  AT,
  type Row,
  bid,
  silentBeat,
  flat,
  sent,
  holding,
  predictions,
  protectedEntry,
  slipping,
  wanted,
  books,
  rows,
} from "./test-breakers.ts";

/** Half a minute in which TWS tells a P&L. */
const pnlTold = (dailyPnl: string, from: number) =>
  [0, 5, 10, 15, 20, 25].flatMap((seconds) =>
    beat(from + seconds, "100", { kind: "broker.pnl", accountId, dailyPnl: cash(dailyPnl) }),
  );

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
    limits: { breakerHeartbeatAgeMs: 15_000 },
    scope: "global",
    // The last steps are of one second, when each clock is answered.
    below: [601, 614, 615, 616].flatMap(silentBeat),
    trips: [601, 615, 616, 617].flatMap(silentBeat),
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
  NAKED_POSITION_BREAKER: {
    limits: { breakerNakedPosition: "enforced" },
    scope: "AAPL",
    below: [...protectedEntry(), ...beat(AT)],
    trips: [
      ...protectedEntry(),
      { kind: "order.canceled", ...about, clOrdId: "STOP", cumQty: shares(0), reason: "" },
      ...beat(AT),
    ],
    calms: [aFill({ clOrdId: "EXIT", execId: "exit", side: "SELL", leavesQty: shares(0) })],
  },
  CASH_GAP_BREAKER: {
    limits: { breakerCashGap: cash("500") },
    scope: "global",
    below: beat(AT, "100", account("99000"), account("99501")),
    trips: beat(AT, "100", account("99000"), account("99500")),
    calms: [flat],
  },
  PNL_GAP_BREAKER: {
    limits: { breakerPnlGap: 5000 },
    scope: "global",
    below: [...pnlTold("0", AT), ...pnlTold("499", AT + 30)],
    trips: [...pnlTold("0", AT), ...pnlTold("500", AT + 30)],
    calms: [{ kind: "broker.pnl", accountId, dailyPnl: cash("0") }],
  },
  MESSAGE_RATIO_BREAKER: {
    limits: { breakerMessagesPerFill: 3, breakerFreeMessages: 3 },
    scope: "global",
    below: [...wanted(2), ...beat(AT)],
    trips: [...wanted(3), ...beat(AT)],
    calms: [1, 2].map((index) =>
      aFill({ clOrdId: `WANTED${index - 1}`, execId: `w${index}`, lastQty: shares(10), leavesQty: shares(0) }),
    ),
  },
  MODEL_DRIFT_BREAKER: {
    limits: { breakerModelJudged: 2, breakerModelBrier: 500_000, breakerModelMisses: 900_000 },
    scope: "strategy:demo",
    below: [...wanted(1), ...predictions(1, "99"), ...beat(AT)],
    trips: [...wanted(1), ...predictions(2, "99"), ...beat(AT)],
    calms: predictions(4, "101"),
  },
  MARKOUT_BREAKER: {
    limits: { breakerMarkout: 50_000 },
    scope: "strategy:demo",
    below: [...slipping(4), minute("90", AT + 5), ...beat(AT + 5)],
    trips: [...slipping(5), minute("90", AT + 5), ...beat(AT + 5)],
    calms: beat(AT + 3700),
  },
  SLIPPAGE_BREAKER: {
    limits: { breakerSlippage: 2000 },
    scope: "strategy:demo",
    below: [...slipping(4), ...beat(AT)],
    trips: [...slipping(5), ...beat(AT)],
    calms: beat(AT + 3700),
  },
};

describe("a breaker that takes its scope to REDUCING", () => {
  it.each(rows(RECOVERING))("%s trips at its limit, not below, and recovers after quiet minutes", (code, row) => {
    expect(story(code, row, row.below)).toEqual([]);
    const tripped = [`${row.scope} TRIPPED REDUCING`, `${row.scope} REDUCING`];
    expect(story(code, row, row.trips)).toEqual(tripped);
    const from = code === "SLIPPAGE_BREAKER" || code === "MARKOUT_BREAKER" ? AT + 3700 : AT + 331;
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

it("a spread is wide where a side is missing, and not while one side is told before the other", () => {
  const row: Row = { limits: { breakerSpread: 10_000 }, scope: "AAPL", below: [], trips: [] };
  expect(story("SPREAD_BREAKER", row, [...beat(AT, "100", bid("100"))])).toEqual([]);
  expect(story("SPREAD_BREAKER", row, [...beat(AT, "100", bid("100.03"))])).toEqual([]);
  const oneSided = aQuote({ quoteUs: at(AT), bidPx: dollars("100"), askPx: undefined });
  expect(story("SPREAD_BREAKER", row, [...beat(AT, "100", oneSided)])).toContain("AAPL TRIPPED REDUCING");
});
