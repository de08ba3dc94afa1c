import type { Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { anEntry, anOrder } from "@bowline/testkit";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Approved, approvedOrderOf } from "./approved.ts";
import { legOfSubmitted, legsOf, submittedEvent } from "./legs.ts";
import { BRACKET, anApproved, dollarsPx } from "./test-support.ts";

describe("legs of an approved order", () => {
  it("are the order alone where it has no bracket", () => {
    const [leg, ...others] = legsOf(anApproved(anOrder({ purpose: "EXIT", side: "SELL" })));
    expect(others).toEqual([]);
    expect(leg).toMatchObject({
      leg: "EXIT",
      side: "SELL",
      ordType: "LMT",
      lmtPx: dollarsPx("100"),
      timeInForce: "DAY",
      transmit: true,
    });
    expect(leg).not.toHaveProperty("parentClOrdId");
    expect(leg).not.toHaveProperty("stopPx");
  });

  it("are entry, stop and target of a bracket, of which only the last transmits", () => {
    const legs = legsOf(anApproved(anOrder({ bracket: BRACKET, ordType: "MKT", lmtPx: undefined })));
    expect(
      legs.map((l) => [
        l.leg,
        l.clOrdId,
        l.side,
        l.ordType,
        l.lmtPx,
        l.stopPx,
        l.timeInForce,
        l.transmit,
        l.parentClOrdId,
      ]),
    ).toEqual([
      ["ENTRY", "ORDER000000000000001", "BUY", "MKT", undefined, undefined, "DAY", false, undefined],
      ["STOP", BRACKET.stopClOrdId, "SELL", "STP", undefined, BRACKET.stopPx, "GTC", false, "ORDER000000000000001"],
      [
        "TARGET",
        BRACKET.targetClOrdId,
        "SELL",
        "LMT",
        BRACKET.targetLmtPx,
        undefined,
        "GTC",
        true,
        "ORDER000000000000001",
      ],
    ]);
    expect(legs.every((l) => l.orderQty === shares(100))).toBe(true);
  });

  it("buy back what was sold short", () => {
    expect(legsOf(anApproved(anOrder({ side: "SELL_SHORT", bracket: BRACKET }))).map((l) => l.side)).toEqual([
      "SELL_SHORT",
      "BUY",
      "BUY",
    ]);
  });

  it("come back from the journal as they went in", () => {
    const stop = legsOf(anApproved(anOrder({ bracket: BRACKET })))[1]!;
    expect(legOfSubmitted(submittedEvent(stop))).toEqual({ ...stop, transmit: true });
  });
});

describe("approval", () => {
  const approved = { kind: "order.approved", order: anOrder(), refPx: dollarsPx("100") } as const;

  it("comes from the risk gate alone", () => {
    expect(approvedOrderOf(anEntry(approved, { machine: "risk-gate" }))).toEqual(anOrder());
    expect(approvedOrderOf(anEntry(approved, { machine: "strategy.tech" }))).toBeUndefined();
    expect(
      approvedOrderOf(anEntry({ kind: "order.intent", order: anOrder() }, { machine: "risk-gate" })),
    ).toBeUndefined();
  });

  it("is a type: an order that nobody approved has no legs", () => {
    expectTypeOf<Order>().not.toExtend<Approved<Order>>();
    expectTypeOf(legsOf).parameter(0).toEqualTypeOf<Approved<Order>>();
  });
});
