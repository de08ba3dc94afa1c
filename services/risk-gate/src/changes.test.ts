import type { Event } from "@bowline/contracts";
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
    const held = () =>
      (machine.snapshot() as unknown as { reservations: [string, { leavesQty: number }][] }).reservations[0]?.[1]
        .leavesQty;
    machineTest(machine)
      .given([...ready, intentOf(order()), submitted()])
      .when(anEntry(change, { machine: "strategy.tech", epoch: 1, seenUs: at(NOW) }));
    expect(held()).toBe(shares(150));
    machineTest(machine).when({ kind: "order.replace-rejected", ...about, replaceId: "r1", code: 110, reason: "" });
    expect(held()).toBe(shares(100));
  });
});
