import type { Event, EventByKind } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { aFill, anEntry, at, dollars, machineTest } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  accountId,
  gate,
  NOW,
  session,
  ready,
  order,
  intentOf,
  about,
  replaceIntent,
  submitted,
  verdict,
} from "./test-gate.ts";

describe("what is not as it should be", () => {
  const anomaly = (effect: "NONE" | "HALT_SYMBOL"): Event => ({
    kind: "order.anomaly",
    code: "OVERFILL",
    subject: "C",
    symbol: "AAPL",
    detail: "150 of 100",
    effect,
  });
  const externalFill = (policy: "ADOPT" | "IGNORE" | "HALT", quantity = 400): Event => ({
    kind: "broker.external-fill",
    orderId: "5",
    execId: `x${quantity}`,
    accountId,
    symbol: "AAPL",
    side: "BUY",
    lastQty: shares(quantity),
    lastPx: dollars("100"),
    transactUs: at(NOW),
    orderRef: "",
    policy,
  });

  it("[fault 40] halts the symbol within the one event, where its effect says so", () => {
    machineTest(gate())
      .given(ready)
      .when(anomaly("HALT_SYMBOL"))
      .then([{ kind: "risk.trading-state", scope: "AAPL", state: "HALTED", reason: "OVERFILL: 150 of 100" }]);
    expect(verdict([anomaly("HALT_SYMBOL")])).toContain("TRADING_HALTED");
    expect(verdict([anomaly("NONE")])).toEqual(["order.approved"]);
  });

  it("[fault 41] external fills count in the limits where they are adopted, nowhere where they are ignored", () => {
    expect(verdict([externalFill("IGNORE", 100_000)])).toEqual(["order.approved"]);
    expect(verdict([externalFill("ADOPT", 100_000)])).toContain("POSITION_LIMIT");
    expect(verdict([externalFill("HALT", 1)])).toContain("TRADING_HALTED");
  });

  it("[fault 41] [pitfall 12] an order by hand counts with all that it may fill, until it works no more", () => {
    const byHand = (
      leaves: number | undefined,
      changes: Partial<EventByKind<"broker.external-order">> = {},
    ): Event => ({
      kind: "broker.external-order",
      orderId: "77",
      symbol: "AAPL",
      side: "SELL",
      quantity: shares(100),
      orderRef: "",
      policy: "ADOPT",
      accountId,
      ...(leaves === undefined ? {} : { leavesQty: shares(leaves) }),
      ...changes,
    });
    const long = aFill({ transactUs: at(NOW), lastQty: shares(100) });
    const exit = intentOf(order({ side: "SELL", purpose: "EXIT" }));
    expect(verdict([long], exit)).toEqual(["order.approved"]);
    expect(verdict([long, byHand(100)], exit)).toEqual(["WOULD_NOT_REDUCE"]);
    expect(verdict([long, byHand(100), byHand(0)], exit)).toEqual(["order.approved"]);
    expect(verdict([long, byHand(undefined)], exit)).toEqual(["order.approved"]);
    expect(verdict([long, byHand(100, { policy: "IGNORE" })], exit)).toEqual(["order.approved"]);
    expect(verdict([long, byHand(100, { accountId: "DU7654321" })], exit)).toEqual(["order.approved"]);
    expect(verdict([byHand(100_000, { side: "BUY" })])).toContain("POSITION_LIMIT");
    const denied = machineTest(gate())
      .given([...ready, long, byHand(100)])
      .when(exit).emitted;
    expect(denied[0]).toMatchObject({
      reasons: [{ detail: expect.arrayContaining([{ key: "external", value: "100" }]) }],
    });
  });

  it("[fault 39] a corrected execution restates the position that the limits see", () => {
    const bust: Event = {
      kind: "order.corrected",
      ...about,
      orderId: "1",
      execId: "e.02",
      correctsExecId: "e.01",
      accountId,
      strategy: "demo",
      side: "BUY",
      lastQty: qty(0),
      lastPx: dollars("100"),
      correctedQty: shares(100_000),
      correctedPx: dollars("100"),
      cumQty: qty(0),
      leavesQty: qty(0),
      transactUs: at(NOW),
    };
    const tooMuch = aFill({ transactUs: at(NOW), lastQty: shares(100_000) });
    expect(verdict([tooMuch])).toContain("POSITION_LIMIT");
    expect(verdict([tooMuch, bust])).toEqual(["order.approved"]);
  });
});

describe("a change of a working order", () => {
  const decided = (given: Event[], change: Event) => {
    const { emitted } = machineTest(gate())
      .given([...ready, intentOf(order()), submitted(), ...given])
      .when(anEntry(change, { machine: "strategy.tech", epoch: 1, seenUs: at(NOW) }));
    return emitted.map((event) =>
      event.kind === "order.replace-denied" ? event.reasons.map((r) => r.code) : event.kind,
    );
  };
  const killed: Event = { kind: "control.kill", scope: "AAPL", reason: "", by: "me" };

  it("passes where the order as it would then be passes, its own reservation left out", () => {
    expect(decided([], replaceIntent({ lmtPx: dollars("100.1") }))).toEqual(["order.replace-approved"]);
    expect(decided([], replaceIntent({ orderQty: shares(100_000) }))[0]).toContain("POSITION_LIMIT");
    expect(decided([killed], replaceIntent({ lmtPx: dollars("100.1") }))[0]).toContain("TRADING_HALTED");
  });

  it("that only takes away always passes", () => {
    expect(decided([killed, session("DISCONNECTED")], replaceIntent({ orderQty: shares(40) }))).toEqual([
      "order.replace-approved",
    ]);
  });

  it("is denied twice, below what is filled, beside another, and of an order that does not work", () => {
    const fill = aFill({
      ...about,
      transactUs: at(NOW),
      lastQty: shares(60),
      cumQty: shares(60),
      leavesQty: shares(40),
    });
    expect(decided([fill], replaceIntent({ orderQty: shares(60) }))).toEqual([["QTY_BELOW_FILLED"]]);
    const first = anEntry(replaceIntent({ orderQty: shares(90) }), {
      machine: "strategy.tech",
      epoch: 1,
      seenUs: at(NOW),
    });
    expect(decided([first as never], replaceIntent({ replaceId: "r2", orderQty: shares(80) }))).toEqual([
      ["CHANGE_UNDER_WAY"],
    ]);
    expect(decided([{ kind: "order.canceled", ...about, cumQty: qty(0), reason: "" }], replaceIntent())).toEqual([
      ["ORDER_NOT_WORKING"],
    ]);
  });

  it("holds the larger exposure until it has its answer", () => {
    const machine = gate();
    const change = replaceIntent({ orderQty: shares(150) });
    const held = () => machine.state().reservations.values().next().value?.leavesQty;
    machineTest(machine)
      .given([...ready, intentOf(order()), submitted()])
      .when(anEntry(change, { machine: "strategy.tech", epoch: 1, seenUs: at(NOW) }));
    expect(held()).toBe(shares(150));
    machineTest(machine).when({ kind: "order.replace-rejected", ...about, replaceId: "r1", code: 110, reason: "" });
    expect(held()).toBe(shares(100));
  });
});

describe("[pitfall 12] a change of an exit", () => {
  const [ENTRY, STOP, TARGET] = ["ORDER000000000000001", "STOP0000000000000001", "TARGET00000000000001"] as const;
  const bracket = {
    stopClOrdId: STOP,
    stopPx: dollars("99"),
    targetClOrdId: TARGET,
    targetLmtPx: dollars("101"),
  };
  const child = { parentClOrdId: ENTRY, side: "SELL", timeInForce: "GTC", lmtPx: undefined } as const;
  const working = [
    intentOf(order({ bracket })),
    submitted(),
    submitted({ ...child, clOrdId: STOP, leg: "STOP", ordType: "STP", stopPx: dollars("99") }),
    submitted({ ...child, clOrdId: TARGET, leg: "TARGET", lmtPx: dollars("101") }),
  ];
  const fillOf = (quantity: number) =>
    aFill({
      ...about,
      transactUs: at(NOW),
      lastQty: shares(quantity),
      cumQty: shares(quantity),
      leavesQty: shares(100 - quantity),
    });
  const decided = (given: Event[], change: Parameters<typeof replaceIntent>[0], machine = "strategy.tech") => {
    const { emitted } = machineTest(gate())
      .given([...ready, ...working, ...given] as Event[])
      .when(anEntry(replaceIntent({ clOrdId: STOP, ...change }), { machine, epoch: 1, seenUs: at(NOW) }));
    return emitted.flatMap((event) =>
      event.kind === "order.replace-denied" ? event.reasons.map((r) => r.code) : event.kind,
    );
  };
  const APPROVED = ["order.replace-approved"];

  it.each([0, 40, 100])("moves the stop of a bracket whose entry is filled to %i", (filled) => {
    const fills = filled === 0 ? [] : [fillOf(filled)];
    expect(decided(fills, { stopPx: dollars("99.5") })).toEqual(APPROVED);
    expect(decided(fills, { clOrdId: TARGET, lmtPx: dollars("100.8") })).toEqual(APPROVED);
    expect(decided(fills, { orderQty: shares(60) })).toEqual(APPROVED);
  });

  it("moves a stop far from the quote nearer to it, and neither further away, nor across it, nor makes it larger", () => {
    const far = submitted({ ...child, clOrdId: STOP, leg: "STOP", ordType: "STP", stopPx: dollars("80") });
    const after = (change: Parameters<typeof replaceIntent>[0]) => decided([fillOf(100), far], change);
    expect(after({ stopPx: dollars("85") })).toEqual(APPROVED);
    expect(after({ stopPx: dollars("85"), orderQty: shares(60) })).toEqual(APPROVED);
    expect(after({ stopPx: dollars("79") })).toEqual(["PRICE_OUTSIDE_COLLAR"]);
    expect(after({ stopPx: dollars("119") })).toEqual(["PRICE_OUTSIDE_COLLAR"]);
    expect(after({ stopPx: dollars("85"), orderQty: shares(101) })).toContain("PRICE_OUTSIDE_COLLAR");
  });

  it.each([0, 40, 100])("never makes it more than its entry, which is filled to %i", (filled) => {
    const fills = filled === 0 ? [] : [fillOf(filled)];
    expect(decided(fills, { orderQty: shares(101) })).toContain("WOULD_NOT_REDUCE");
  });

  it("does not grow it again under an entry that is being canceled", () => {
    const smaller: Event = {
      kind: "order.replaced",
      ...about,
      clOrdId: STOP,
      replaceId: "r0",
      orderId: "2",
      orderQty: shares(40),
      stopPx: dollars("99"),
      cumQty: qty(0),
      leavesQty: shares(40),
    };
    const cancel: Event = { kind: "order.cancel-intent", ...about, strategy: "demo", rule: "entry", reason: "" };
    expect(decided([fillOf(40), smaller], { orderQty: shares(100) })).toEqual(APPROVED);
    expect(decided([fillOf(40), smaller, cancel], { orderQty: shares(100) })).toContain("WOULD_NOT_REDUCE");
  });

  it("does not let the entry outgrow it", () => {
    expect(decided([], { clOrdId: ENTRY, orderQty: shares(101) })).toEqual(["OUTGROWS_ITS_STOP"]);
    expect(decided([], { clOrdId: ENTRY, orderQty: shares(60) })).toEqual(APPROVED);
  });

  it("is a person's as well, who holds no lease; a desk needs its own", () => {
    expect(decided([], { stopPx: dollars("99.5") }, "operator")).toEqual(APPROVED);
    expect(decided([], { stopPx: dollars("99.5") }, "desk.tech")).toEqual(["AUTH_STALE_EPOCH"]);
  });

  it("says something that its type has", () => {
    expect(decided([], {})).toEqual(["NOTHING_CHANGES"]);
    expect(decided([], { trailAmt: dollars("1") })).toEqual(["MALFORMED_ORDER"]);
    expect(decided([], { goodTillUs: at(9000) })).toEqual(["MALFORMED_ORDER"]);
  });
});

it("the place of a trailing stop is the broker's, its distance is ours", () => {
  const trail = submitted({ side: "SELL", leg: "EXIT", ordType: "TRAIL", lmtPx: undefined, trailAmt: dollars("1") });
  const decided = (change: Parameters<typeof replaceIntent>[0]) => {
    const { emitted } = machineTest(gate())
      .given([...ready, aFill({ ...about, clOrdId: "EARLIER", transactUs: at(NOW) }), trail])
      .when(anEntry(replaceIntent(change), { machine: "strategy.tech", epoch: 1, seenUs: at(NOW) }));
    return emitted.flatMap((e) => (e.kind === "order.replace-denied" ? e.reasons.map((r) => r.code) : e.kind));
  };
  expect(decided({ trailAmt: dollars("0.5") })).toEqual(["order.replace-approved"]);
  expect(decided({ trailPercent: 10_000 })).toEqual(["MALFORMED_ORDER"]);
  expect(decided({ stopPx: dollars("99") })).toEqual(["STOP_IS_THE_BROKERS"]);
});
