import type { Event } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { aClock, aFill, aJournal, at, checkMachineLaws, dollars, machineTest, T0 } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { contract } from "./contract.ts";
import {
  cash,
  gate,
  NOW,
  clock,
  quote,
  account,
  minuteBar,
  session,
  lease,
  ready,
  order,
  intentOf,
  about,
  replaceIntent,
  submitted,
  verdict,
} from "./test-gate.ts";

describe("an intent", () => {
  it("is approved as it is, with the reference price, when nothing speaks against it", () => {
    machineTest(gate())
      .given(ready)
      .when(intentOf(order()))
      .then([{ kind: "order.approved", order: order(), refPx: dollars("100") }]);
  });
  it("is denied with every reason", () => {
    const { emitted } = machineTest(gate())
      .given([...ready, session("DISCONNECTED"), minuteBar("NO_DATA")])
      .when(intentOf(order()));
    expect(emitted).toEqual([
      {
        kind: "order.denied",
        ...about,
        strategy: "demo",
        rule: "entry",
        side: "BUY",
        orderQty: shares(100),
        reasons: [
          { code: "BROKER_NOT_READY", detail: [{ key: "state", value: "DISCONNECTED" }] },
          { code: "MARKET_DATA_GAP", detail: [{ key: "bar", value: "NO_DATA" }] },
        ],
      },
    ]);
  });
  it("is denied on an empty journal, by everything that is missing", () => {
    const { emitted } = machineTest(gate()).when(intentOf(order()));
    const codes = emitted.flatMap((event) => (event.kind === "order.denied" ? event.reasons.map((r) => r.code) : []));
    expect(codes).toEqual([
      "AUTH_STALE_EPOCH",
      "CLOCK_STALE",
      "VERSION_MISMATCH",
      "BROKER_NOT_READY",
      "RECONCILIATION_PENDING",
      "DEPENDENCY_STALE",
      "INSTRUMENT_UNKNOWN",
      "MARKET_CLOSED",
      "OPEN_CLOSE_BLACKOUT",
      "SYMBOL_HALTED",
      "MARKET_DATA_STALE",
      "MARKET_DATA_INSANE",
      "MARKET_DATA_NOT_LIVE",
      "MARKET_DATA_DOUBTFUL",
      "MARKET_DATA_UNAVAILABLE",
      "MARKET_DATA_GAP",
      "SPREAD_TOO_WIDE",
      "PRICE_INCREMENT_INVALID",
      "PRICE_OUTSIDE_COLLAR",
      "NOTIONAL_EXCEEDS_MAX",
      "NOTIONAL_BELOW_MIN",
      "LIQUIDITY_LIMIT",
      "POSITION_LIMIT",
      "OPEN_ORDERS_LIMIT",
      "GROSS_EXPOSURE_LIMIT",
      "NET_EXPOSURE_LIMIT",
      "GROUP_LIMIT",
      "STRATEGY_LIMIT",
      "STRESS_LIMIT",
      "CONCENTRATION_LIMIT",
      "MARGIN_INSUFFICIENT",
      "PDT_LIMIT",
      "INTRADAY_MARGIN_DEFICIT",
      "DAILY_LOSS_LIMIT",
      "DRAWDOWN_TIER_1",
      "DRAWDOWN_TIER_2",
      "DRAWDOWN_TIER_3",
      "PERIOD_LOSS_LIMIT",
      "PREDICTION_STALE",
    ]);
  });
  it("is denied while the symbol's data are not good enough", () => {
    const silent: Event = { kind: "md.availability", group: "tech", symbol: "AAPL", state: "SILENT", reason: "" };
    expect(verdict([silent])).toEqual(["MARKET_DATA_UNAVAILABLE"]);
    expect(verdict([silent, { ...silent, state: "AVAILABLE" }])).toEqual(["order.approved"]);
  });
  it("is denied after the clock died: its own receipt brings the time", () => {
    expect(verdict([], intentOf(order(), { seconds: NOW + 3 }))).toEqual(["order.approved"]);
    expect(verdict([quote(NOW + 4)], intentOf(order(), { seconds: NOW + 4 }))).toEqual(["CLOCK_STALE"]);
  });
  it("is denied after the feed died, although the clock goes on", () => {
    expect(verdict([clock(NOW + 7)], intentOf(order(), { seconds: NOW + 7 }))).toEqual(["MARKET_DATA_STALE"]);
  });
  it("is denied under an epoch older than the lease that was won since", () => {
    expect(verdict([lease("strategy.tech", 2)])).toEqual(["AUTH_STALE_EPOCH"]);
    expect(verdict([lease("strategy.tech", 2)], intentOf(order(), { epoch: 2 }))).toEqual(["order.approved"]);
  });
  it("is decided on once", () => {
    expect(verdict([{ kind: "order.canceled", ...about, cumQty: qty(0), reason: "" }])).toEqual(["order.approved"]);
    const twice = machineTest(gate())
      .given(ready)
      .when([intentOf(order()), intentOf(order())]);
    twice.thenMatch([{ kind: "order.approved" }, { kind: "order.denied", reasons: [{ code: "DUPLICATE_INTENT_ID" }] }]);
  });
  it("is denied beyond the rate", () => {
    const burst = [1, 2, 3].map((n) => intentOf(order({ clOrdId: `O${n}`, orderQty: shares(1) })));
    machineTest(gate({ maxOrdersPerSecond: 2 }))
      .given(ready)
      .when(burst)
      .thenMatch([
        { kind: "order.approved" },
        { kind: "order.approved" },
        { kind: "order.denied", reasons: [{ code: "RATE_LIMIT" }] },
      ]);
  });
});

describe("an approval", () => {
  const lateClock = aClock({ nowUs: at(NOW + 33) });
  it("lapses when it expired and was not sent, and gives its exposure back", () => {
    machineTest(gate())
      .given([...ready, intentOf(order())])
      .when([aClock({ nowUs: at(NOW + 30) }), lateClock])
      .then([{ kind: "order.lapsed", ...about, reason: "expired before it was sent" }]);
  });
  it("does not lapse once it was submitted", () => {
    machineTest(gate())
      .given([...ready, intentOf(order()), submitted()])
      .when([lateClock])
      .thenNothing();
  });
});

describe("the trading state", () => {
  const kill = (scope: string): Event => ({ kind: "control.kill", scope, reason: "test", by: "me" });
  const resume = (scope: string): Event => ({ kind: "control.resume", scope, reason: "fine", by: "me" });
  it("is halted at once by a kill, globally or for a symbol, and opened again by an operator", () => {
    machineTest(gate())
      .given(ready)
      .when([
        kill("global"),
        intentOf(order()),
        kill("global"),
        resume("global"),
        intentOf(order({ clOrdId: "SECOND" })),
      ])
      .thenMatch([
        { kind: "risk.trading-state", scope: "global", state: "HALTED", reason: "killed by me: test" },
        { kind: "order.denied", reasons: [{ code: "TRADING_HALTED" }] },
        { kind: "risk.trading-state", scope: "global", state: "ACTIVE", reason: "resumed by me: fine" },
        { kind: "order.approved" },
      ]);
    expect(verdict([kill("AAPL")])).toEqual(["TRADING_HALTED"]);
    expect(verdict([kill("MSFT")])).toEqual(["order.approved"]);
  });
  it.each(["account:DU1234567", "group:tech", "strategy:demo"])("is also of %s", (scope) => {
    expect(verdict([{ ...kill(scope), state: "REDUCING" } as Event])).toEqual(["TRADING_STATE_REDUCING"]);
    expect(verdict([kill(scope)])).toEqual(["TRADING_HALTED"]);
    expect(verdict([{ ...kill(scope), state: "LOCKED" } as Event])).toEqual(["TRADING_LOCKED"]);
    expect(verdict([kill(scope.replace(/:.*/, ":OTHER"))])).toEqual(["order.approved"]);
  });
  it("is halted by another journal, and by a quarantine for what the machine stands for", () => {
    expect(verdict([{ kind: "control.generation", generation: "g1" }])).toEqual(["order.approved"]);
    expect(verdict([{ kind: "control.generation", generation: "g2" }])).toEqual(["TRADING_HALTED"]);
    const quarantine = (machineName: string): Event => ({
      kind: "control.quarantine",
      machineName,
      entrySeq: 7,
      reason: "crashed",
    });
    expect(verdict([quarantine("strategy.tech")])).toEqual(["TRADING_HALTED"]);
    expect(verdict([quarantine("strategy.banks")])).toEqual(["order.approved"]);
    expect(verdict([quarantine("portfolio")])).toEqual(["TRADING_HALTED"]);
  });
});

it("answers the first clock of each minute with a heartbeat", () => {
  machineTest(gate({ drawdownTier3: "waived" }))
    .when([aClock({ nowUs: T0 }), aClock({ nowUs: at(55) }), aClock({ nowUs: at(60) })])
    .then([
      { kind: "control.heartbeat", source: "risk-gate", clockUs: T0 },
      { kind: "control.heartbeat", source: "risk-gate", clockUs: at(60) },
    ]);
});

it("answers every clock of those that beat each second", () => {
  machineTest(gate())
    .when([aClock({ nowUs: T0 }), aClock({ nowUs: at(1) }), aClock({ nowUs: at(3) }), aClock({ nowUs: at(8) })])
    .then([
      { kind: "control.heartbeat", source: "risk-gate", clockUs: T0 },
      { kind: "control.heartbeat", source: "risk-gate", clockUs: at(1) },
      { kind: "control.heartbeat", source: "risk-gate", clockUs: at(3) },
    ]);
});

it("ignores fills and accounts of others", () => {
  const bystander = account("5", [{ symbol: "AAPL", quantity: shares(1) }]);
  expect(verdict([aFill({ accountId: "DU9" }), { ...bystander, accountId: "DU9" } as Event])).toEqual([
    "order.approved",
  ]);
});

it("forgets after days that an order was decided on", () => {
  const machine = gate();
  const nextDays = [3, 4].map((days) => aClock({ nowUs: at(days * 86_400), sessionDate: `2013-10-0${4 + days}` }));
  machineTest(machine)
    .given([...ready, intentOf(order())])
    .when(nextDays);
  expect((machine.snapshot() as { decided: unknown }).decided).toEqual({ $map: [] });
});

it("is a lawful machine that publishes what its contract says", () => {
  const bracket = { stopClOrdId: "STOP", stopPx: dollars("99"), targetClOrdId: "TARGET", targetLmtPx: dollars("102") };
  const journal = aJournal([
    ...ready,
    intentOf(order({ bracket })),
    submitted(),
    aFill({ transactUs: at(NOW), lastQty: shares(40), cumQty: shares(40), leavesQty: shares(60) }),
    { kind: "order.commission", ...about, execId: "exec-1", commission: cash("1"), currency: "USD" },
    account("95999", [{ symbol: "AAPL", quantity: shares(40), marketPx: dollars("100") }]),
    replaceIntent({ orderQty: shares(80) }),
    replaceIntent({ replaceId: "r2", orderQty: shares(20) }),
    { kind: "order.cancel-intent", ...about, strategy: "demo", rule: "exit", reason: "" },
    { kind: "order.cancel-intent", ...about, clOrdId: "NONE", strategy: "demo", rule: "exit", reason: "" },
    intentOf(order({ clOrdId: "SECOND", orderQty: shares(10_000) })),
    intentOf(order({ clOrdId: "THIRD", symbol: "MSFT" })),
    { kind: "control.kill", scope: "AAPL", reason: "", by: "me" },
    { kind: "order.unknown", ...about, clOrdId: "OTHER", reason: "" },
    intentOf(order({ clOrdId: "FOURTH", orderQty: shares(1) })),
    { kind: "control.resume", scope: "AAPL", reason: "", by: "me" },
    { kind: "order.lost", ...about, clOrdId: "OTHER", evidence: "" },
    intentOf(order({ clOrdId: "FIFTH", orderQty: shares(1) })),
    session("DISCONNECTED"),
    { kind: "control.resume", scope: "global", reason: "", by: "me" },
    aClock({ nowUs: at(NOW + 90) }),
    submitted({ clOrdId: "SIXTH" }),
    { kind: "control.kill", scope: "global", level: "FLATTEN", reason: "", by: "me" },
    aClock({ nowUs: at(NOW + 125) }),
    aClock({ nowUs: at(NOW + 160) }),
  ]);
  const watched = () => gate({ breakerBrokerDownMs: 1000 });
  checkMachineLaws(
    watched,
    journal,
    journal.map((_, index) => index),
  );
  const machine = watched();
  const kinds = new Set<string>();
  for (const entry of journal) machine.apply(entry, (event) => kinds.add(event.kind));
  // What an operator's limits come to is told in take-limits.test.ts: this gate's are fixed.
  const others = contract.publishes.filter((kind) => !kind.startsWith("risk.limits"));
  expect([...kinds].sort()).toEqual(others.sort());
});
