import type { Event } from "@bowline/contracts";
import type { BreakerCode } from "@bowline/risk";
import { aFill, anEntry, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { account, cash, intentOf, lease } from "./test-gate.ts";
import {
  beat,
  calmFor,
  on,
  bought,
  orders,
  losing,
  story,
  AT,
  type Row,
  flat,
  holds,
  holding,
  books,
  differing,
  rows,
  end,
} from "./test-breakers.ts";

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
