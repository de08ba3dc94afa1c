import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { micros, money, qty, shares } from "@bowline/kernel";
import { aBar, aClock, aFill, aJournal, anEntry, anOrder, aSignal, at, dollars, T0_CLOSE } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { summarize } from "./run-summary.ts";

const cash = (text: string) => money(micros(text));
const accountId = "DU1234567";
const facts = { deadLetters: 0, durationMs: 5 };
const about = { clOrdId: "ORDER000000000000001", group: "tech", symbol: "AAPL" };
const ours = (amount: string, equity = amount): Event => ({
  kind: "account",
  accountId,
  cash: cash(amount),
  equity: cash(equity),
  grossExposure: money(0),
  netExposure: money(0),
  realizedPnl: cash("1.5"),
  unrealizedPnl: cash("-2"),
  commissions: cash("0.35"),
  sessionDate: "2013-10-04",
});
const broker = (
  amount: string,
  equity = amount,
  positions: EventByKind<"broker.account">["positions"] = [],
): Event => ({
  kind: "broker.account",
  accountId,
  cash: cash(amount),
  equity: cash(equity),
  positions,
});
const opened = (quantity = 100): Event =>
  ({
    kind: quantity === 0 ? "position.closed" : "position.opened",
    accountId,
    strategy: "demo",
    group: "tech",
    symbol: "AAPL",
    quantity: shares(quantity),
    cost: cash("10000"),
    realizedPnl: money(0),
    entryUs: at(1),
    clOrdId: "C",
    execId: "1",
    side: "BUY",
    lastQty: shares(100),
    lastPx: dollars("100"),
  }) as Event;
const submitted: Event = {
  kind: "order.submitted",
  ...about,
  accountId,
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "MKT",
  timeInForce: "DAY",
};
const denied = (...codes: string[]): Event => ({
  kind: "order.denied",
  ...about,
  strategy: "s",
  rule: "r",
  side: "BUY",
  orderQty: shares(1),
  reasons: codes.map((code) => ({ code, detail: [] })),
});
const summaryOf = (...events: (Event | Entry)[]) => summarize(aJournal(events), facts);
const held = [{ symbol: "AAPL", quantity: shares(100), avgPx: dollars("100"), marketPx: dollars("101") }];

describe("a run's summary", () => {
  it("counts sessions, bars, predictions, intents, verdicts and orders", () => {
    const summary = summaryOf(
      aClock(),
      aClock({ phase: "POST", sessionDate: "2013-10-05" }),
      aBar(),
      aBar({ timeframe: "1m" }),
      aBar({ timeframe: "1m", symbol: "IBM", status: "NO_TRADE" }),
      aBar({ timeframe: "1m", status: "NO_DATA" }),
      aSignal(),
      { kind: "signal.refused", group: "none", symbol: "X", predictionId: "", reasons: [], raw: "", withdraws: false },
      { kind: "order.intent", order: anOrder() },
      { kind: "order.approved", order: anOrder(), refPx: dollars("100") },
      denied("RATE_LIMIT", "CLOCK_STALE"),
      denied("CLOCK_STALE"),
      submitted,
      aFill(),
    );
    expect(summary).toMatchObject({
      sessions: 1,
      symbols: 2,
      bars: 1,
      noTrade: 1,
      noData: 1,
      predictionsAccepted: 1,
      predictionsRefused: 1,
      intents: 1,
      approved: 1,
      deniedIntents: 2,
      denied: { CLOCK_STALE: 2, RATE_LIMIT: 1 },
      orders: 1,
      fills: 1,
      journalEntries: 14,
      ...facts,
    });
    expect(summary.decisionHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(summary)).toContain('"denied":{"CLOCK_STALE":2,"RATE_LIMIT":1}');
  });
  it("gives money as exact text and leaves out what the journal does not tell", () => {
    expect(summaryOf(ours("1000.000001", "1234.5"), broker("1000", "1234.51"))).toMatchObject({
      equity: "1234.5",
      brokerEquity: "1234.51",
      realizedPnl: "1.5",
      unrealizedPnl: "-2",
      commissions: "0.35",
      equityDifference: "0.00",
      equityDifferenceExact: "0.000001",
    });
    expect(JSON.parse(JSON.stringify(summaryOf()))).not.toHaveProperty("equity");
  });
});

describe("the equity difference", () => {
  it("is zero where cash and quantities agree, whatever the marks", () => {
    expect(summaryOf(broker("20000"), opened(), ours("10000", "20555"), broker("10000", "20100", held))).toMatchObject({
      equityDifference: "0.00",
      openPositions: 1,
    });
  });
  it("shows a fill that we never heard of, at the broker's mark", () => {
    expect(summaryOf(broker("20000"), ours("20000"), broker("10000", "20100", held))).toMatchObject({
      equityDifference: "-100.00",
      openPositions: 0,
    });
  });
  it("is the largest of any session's end, and does not look into a session's middle", () => {
    const nextDay = at(86_400);
    const next = (event: Event) => anEntry(event, { seenUs: nextDay, eventUs: nextDay });
    const good = [ours("20000"), broker("20000")];
    const bad = [ours("20000"), broker("19999.5")];
    expect(summaryOf(...bad, aClock(), ...good, ...good.map(next)).equityDifference).toBe("0.00");
    expect(summaryOf(aClock({ nowUs: T0_CLOSE }), ...bad, ...good.map(next)).equityDifference).toBe("0.50");
    expect(summaryOf(aClock({ nowUs: T0_CLOSE }), ...good, ...bad.map(next)).equityDifference).toBe("0.50");
  });
  it("counts what the account held at first as ours, until it is sold", () => {
    expect(summaryOf(broker("1", "2", held), ours("1"), broker("1", "2", held))).toMatchObject({
      equityDifference: "0.00",
      openPositions: 1,
    });
    expect(summaryOf(broker("1", "2", held), opened(0), ours("10101"), broker("10101"))).toMatchObject({
      equityDifference: "0.00",
      openPositions: 0,
    });
  });
});

describe("orders", () => {
  const external: Event = {
    kind: "broker.external-order",
    orderId: "9",
    symbol: "AAPL",
    side: "BUY",
    quantity: shares(1),
    orderRef: "",
  };
  const unknown: Event = { kind: "order.unknown", ...about, reason: "" };
  const lost: Event = { kind: "order.lost", ...about, evidence: "" };
  it("are explained once the broker knew, refused or ended them", () => {
    const outcomes: Event[] = [
      { kind: "order.accepted", ...about, orderId: "1" },
      aFill(),
      { kind: "order.canceled", ...about, cumQty: qty(0), reason: "" },
      { kind: "order.rejected", ...about, code: 201, reason: "" },
      { kind: "order.expired", ...about, cumQty: qty(0) },
    ];
    for (const outcome of outcomes)
      expect(summaryOf(submitted, outcome)).toMatchObject({ unexplainedOrders: 0, lostOrders: 0 });
  });
  it("are unexplained when nothing was heard, in doubt, or not ours", () => {
    expect(summaryOf(submitted).unexplainedOrders).toBe(1);
    expect(summaryOf(submitted, unknown).unexplainedOrders).toBe(1);
    expect(summaryOf(external, external).unexplainedOrders).toBe(1);
  });
  it("are lost until they are found", () => {
    expect(summaryOf(submitted, unknown, lost)).toMatchObject({ unexplainedOrders: 0, lostOrders: 1 });
    expect(
      summaryOf(submitted, unknown, lost, { kind: "order.resolved", ...about, orderId: "1", evidence: "" }),
    ).toMatchObject({ unexplainedOrders: 0, lostOrders: 0 });
  });
});
