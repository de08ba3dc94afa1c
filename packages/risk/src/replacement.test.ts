import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, anOrder, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  holdReplacement,
  type Replacement,
  replacementOf,
  settleReplaced,
  settleReplaceRejected,
} from "./replacement.ts";
import {
  holdCancel,
  holdUnknown,
  releaseFill,
  reserve,
  reserveSubmitted,
  type Reservation,
  type Reservations,
} from "./reservations.ts";
import { aSubmitted } from "./test-orders.ts";
import { dollarsPx } from "./test-view.ts";

const about = { group: "tech", symbol: "AAPL" };
const change = (changes: Partial<EventByKind<"order.replace-intent">> = {}): EventByKind<"order.replace-intent"> => ({
  kind: "order.replace-intent",
  clOrdId: "ENTRY",
  ...about,
  replaceId: "r1",
  strategy: "demo",
  rule: "entry",
  expiresUs: at(700),
  reason: "",
  ...changes,
});
const replaced = (clOrdId: string, orderQty: number, leavesQty: number): EventByKind<"order.replaced"> => ({
  kind: "order.replaced",
  clOrdId,
  ...about,
  replaceId: "r1",
  orderId: "1",
  orderQty: shares(orderQty),
  cumQty: shares(orderQty - leavesQty),
  leavesQty: shares(leavesQty),
});
const rejected = (replaceId: string): EventByKind<"order.replace-rejected"> => ({
  kind: "order.replace-rejected",
  clOrdId: "ENTRY",
  ...about,
  replaceId,
  code: 201,
  reason: "",
});

/** An entry of 100 that works, alone or with the two legs of its bracket. */
function working(changes: Parameters<typeof aSubmitted>[0] = {}): Reservations {
  const reservations: Reservations = new Map();
  reserve(reservations, anOrder({ clOrdId: "ENTRY" }));
  reserveSubmitted(reservations, aSubmitted(changes), at(1));
  return reservations;
}
function bracketed(): Reservations {
  const reservations = working();
  for (const [clOrdId, leg, price] of [
    ["STOP", "STOP", { ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("99") }],
    ["TARGET", "TARGET", { lmtPx: dollarsPx("102") }],
  ] as const)
    reserveSubmitted(reservations, aSubmitted({ clOrdId, leg, side: "SELL", parentClOrdId: "ENTRY", ...price }), at(1));
  return reservations;
}
const fill = (reservations: Reservations, clOrdId: string, lastQty: number, total = 100) =>
  releaseFill(
    reservations,
    aFill({ clOrdId, lastQty: shares(lastQty), cumQty: shares(lastQty), leavesQty: shares(total - lastQty) }),
  );
function would(reservations: Reservations, changes: Partial<EventByKind<"order.replace-intent">>): Replacement {
  const found = replacementOf(reservations, change(changes));
  if (typeof found === "string") throw new Error(found);
  return found;
}
const held = (reservations: Reservations, clOrdId = "ENTRY"): Reservation => {
  const found = reservations.get(clOrdId);
  if (found === undefined) throw new Error(`${clOrdId} is not held`);
  return found;
};

describe("a change is refused", () => {
  const cheaper = { lmtPx: dollarsPx("99") };
  const refused = (reservations: Reservations, changes: Partial<EventByKind<"order.replace-intent">> = cheaper) =>
    replacementOf(reservations, change(changes));
  it("of an order that nobody holds, was not sent, is in doubt, or is being canceled", () => {
    expect(refused(new Map())).toBe("ORDER_NOT_WORKING");
    const unsent: Reservations = new Map();
    reserve(unsent, anOrder({ clOrdId: "ENTRY" }));
    expect(refused(unsent)).toBe("ORDER_NOT_WORKING");
    const doubtful = working();
    holdUnknown(doubtful, { clOrdId: "ENTRY", symbol: "AAPL" }, at(2));
    expect(refused(doubtful)).toBe("ORDER_NOT_WORKING");
    const canceling = working();
    holdCancel(canceling, "ENTRY", at(2));
    expect(refused(canceling)).toBe("ORDER_NOT_WORKING");
  });
  it("while another has no answer, and where it names nothing", () => {
    const reservations = working();
    expect(refused(reservations, {})).toBe("NOTHING_CHANGES");
    holdReplacement(held(reservations), "r0", shares(100));
    expect(refused(reservations)).toBe("CHANGE_UNDER_WAY");
  });
  it("to what is filled already, to the share", () => {
    const reservations = working();
    fill(reservations, "ENTRY", 60);
    expect(refused(reservations, { orderQty: shares(60) })).toBe("QTY_BELOW_FILLED");
    expect(refused(reservations, { orderQty: shares(61) })).toMatchObject({ order: { orderQty: shares(1) } });
  });
  it("where a trailing stop would be told its place, and not where a plain one is", () => {
    const stop = (ordType: "TRAIL" | "STP") => working({ ordType, lmtPx: undefined, stopPx: dollarsPx("99") });
    expect(refused(stop("TRAIL"), { stopPx: dollarsPx("98") })).toBe("STOP_IS_THE_BROKERS");
    expect(refused(stop("STP"), { stopPx: dollarsPx("98") })).toMatchObject({ orderQty: shares(100) });
    expect(refused(stop("TRAIL"), { trailAmt: dollarsPx("2") })).toMatchObject({ orderQty: shares(100) });
  });
  it("of an entry that would be more than one of its legs, sent or not", () => {
    const reservations = bracketed();
    expect(refused(reservations, { orderQty: shares(101) })).toBe("OUTGROWS_ITS_STOP");
    expect(refused(reservations, { orderQty: shares(99) })).toMatchObject({ orderQty: shares(99) });
    for (const id of ["STOP", "TARGET"]) {
      const leg = held(reservations, id);
      if (leg.working !== undefined) leg.working = { ...leg.working, orderQty: shares(150) };
    }
    expect(refused(reservations, { orderQty: shares(150) })).toMatchObject({ orderQty: shares(150) });
    expect(refused(reservations, { orderQty: shares(151) })).toBe("OUTGROWS_ITS_STOP");
    delete held(reservations, "STOP").working;
    expect(refused(reservations, { orderQty: shares(101) })).toBe("OUTGROWS_ITS_STOP");
  });
});

describe("what a change would make of an order", () => {
  it("is what may still fill, under the new terms and until the change expires", () => {
    const reservations = working({ displayQty: shares(80), minQty: shares(50) });
    fill(reservations, "ENTRY", 30);
    const { order, orderQty } = would(reservations, { orderQty: shares(90), lmtPx: dollarsPx("101") });
    expect(orderQty).toBe(shares(90));
    expect(order).toMatchObject({
      clOrdId: "ENTRY",
      orderQty: shares(60),
      displayQty: shares(60),
      lmtPx: dollarsPx("101"),
      purpose: "ENTRY",
      triggerKey: "r1",
      expiresUs: at(700),
    });
    for (const gone of ["minQty", "leg", "kind", "parentClOrdId", "ocaGroup"])
      expect(Object.keys(order), gone).not.toContain(gone);
    expect(would(working(), { lmtPx: dollarsPx("101") }).order.displayQty).toBeUndefined();
    expect(would(working({ displayQty: shares(20) }), { lmtPx: dollarsPx("101") }).order.displayQty).toBe(shares(20));
  });
  it("only takes away where the quantity alone falls, or stays", () => {
    const reduces = (changes: Partial<EventByKind<"order.replace-intent">>) => would(working(), changes).reduces;
    expect(reduces({ orderQty: shares(99) })).toBe(true);
    expect(reduces({ orderQty: shares(100) })).toBe(true);
    expect(reduces({ orderQty: shares(101) })).toBe(false);
    expect(reduces({ orderQty: shares(99), lmtPx: dollarsPx("101") })).toBe(false);
    expect(reduces({ orderQty: shares(99), lmtPx: dollarsPx("100") })).toBe(true);
  });
  it("moves from its limit, or its stop where it has none, unless it grows", () => {
    expect(would(working(), { lmtPx: dollarsPx("99") }).movedFromPx).toBe(dollarsPx("100"));
    const stop = working({ ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("95") });
    expect(would(stop, { stopPx: dollarsPx("96") }).movedFromPx).toBe(dollarsPx("95"));
    expect(would(working(), { orderQty: shares(101) }).movedFromPx).toBeUndefined();
  });
  it("is an exit that weighs as one with its siblings, where it is a leg", () => {
    const { order } = would(bracketed(), { clOrdId: "STOP", stopPx: dollarsPx("98") });
    expect(order).toMatchObject({ purpose: "EXIT", ocaGroup: "ENTRY", ocaType: "CANCEL_WITH_BLOCK" });
  });
});

describe("a leg follows its entry", () => {
  const follows = (reservations: Reservations, changes: Partial<EventByKind<"order.replace-intent">>) =>
    would(reservations, { clOrdId: "STOP", ...changes }).followsEntry;
  it("while its entry works, and grows no further than that", () => {
    const reservations = bracketed();
    expect(follows(reservations, { stopPx: dollarsPx("98") })).toBe(true);
    const leg = held(reservations, "STOP");
    if (leg.working !== undefined) leg.working = { ...leg.working, orderQty: shares(50) };
    expect(follows(reservations, { orderQty: shares(100) })).toBe(true);
    expect(follows(reservations, { orderQty: shares(101) })).toBe(false);
    holdReplacement(held(reservations), "r0", shares(70));
    expect(follows(reservations, { orderQty: shares(70) })).toBe(true);
    expect(follows(reservations, { orderQty: shares(71) })).toBe(false);
  });
  it("not where its entry is being canceled and it would grow, and not without an entry", () => {
    const reservations = bracketed();
    const leg = held(reservations, "STOP");
    if (leg.working !== undefined) leg.working = { ...leg.working, orderQty: shares(50) };
    holdCancel(reservations, "ENTRY", at(2));
    expect(follows(reservations, { orderQty: shares(60) })).toBe(false);
    expect(follows(reservations, { stopPx: dollarsPx("98") })).toBe(true);
    reservations.delete("ENTRY");
    expect(follows(reservations, { stopPx: dollarsPx("98") })).toBe(false);
    expect(would(working(), { lmtPx: dollarsPx("99") }).followsEntry).toBe(false);
  });
});

describe("a change that is approved", () => {
  it("holds the larger of both until the answer, and what is filled is not held twice", () => {
    const reservations = working();
    fill(reservations, "ENTRY", 30);
    const order = held(reservations);
    holdReplacement(order, "r1", shares(150));
    expect([order.leavesQty, order.replacing]).toEqual([shares(120), { replaceId: "r1", orderQty: shares(150) }]);
    holdReplacement(order, "r1", shares(40));
    expect(order.leavesQty).toBe(shares(120));
  });
  it("of a leg weighs no more than what is filled of its entry", () => {
    const reservations = bracketed();
    fill(reservations, "ENTRY", 60);
    holdReplacement(held(reservations, "STOP"), "r1", shares(100));
    expect(held(reservations, "STOP").leavesQty).toBe(shares(60));
    settleReplaced(reservations, replaced("STOP", 100, 100));
    expect(held(reservations, "STOP").leavesQty).toBe(shares(60));
    settleReplaced(reservations, replaced("STOP", 40, 40));
    expect(held(reservations, "STOP").leavesQty).toBe(shares(40));
  });
  it("and made is worked under its new terms", () => {
    const reservations = working();
    holdReplacement(held(reservations), "r1", shares(150));
    settleReplaced(reservations, { ...replaced("ENTRY", 80, 80), lmtPx: dollarsPx("101") });
    expect(held(reservations)).toMatchObject({
      leavesQty: shares(80),
      replacing: undefined,
      working: { orderQty: shares(80), lmtPx: dollarsPx("101"), symbol: "AAPL" },
    });
    settleReplaced(reservations, replaced("ENTRY", 80, 0));
    expect(reservations.size).toBe(0);
    settleReplaced(reservations, replaced("ENTRY", 80, 10));
    expect(reservations.size).toBe(0);
  });
  it("and made, of an order whose terms nobody told, leaves them untold", () => {
    const reservations: Reservations = new Map();
    reserve(reservations, anOrder({ clOrdId: "ENTRY" }));
    settleReplaced(reservations, replaced("ENTRY", 50, 50));
    expect([held(reservations).leavesQty, held(reservations).working]).toEqual([shares(50), undefined]);
  });
  it("and not made leaves the order as it was, less what was filled meanwhile", () => {
    const reservations = working();
    holdReplacement(held(reservations), "r1", shares(150));
    settleReplaceRejected(reservations, rejected("other"));
    expect(held(reservations).leavesQty).toBe(shares(150));
    held(reservations).cumQty = shares(20);
    settleReplaceRejected(reservations, rejected("r1"));
    expect([held(reservations).leavesQty, held(reservations).replacing]).toEqual([shares(80), undefined]);
    settleReplaceRejected(reservations, rejected("r1"));
    expect(held(reservations).leavesQty).toBe(shares(80));
  });
  it("and not made ends an order that was filled meanwhile, and leaves a leg's weight to its entry", () => {
    const filled = working();
    holdReplacement(held(filled), "r1", shares(150));
    held(filled).cumQty = shares(100);
    settleReplaceRejected(filled, rejected("r1"));
    expect(filled.size).toBe(0);
    const legs = bracketed();
    fill(legs, "ENTRY", 60);
    holdReplacement(held(legs, "STOP"), "r1", shares(50));
    settleReplaceRejected(legs, { ...rejected("r1"), clOrdId: "STOP" });
    expect([held(legs, "STOP").leavesQty, held(legs, "STOP").replacing]).toEqual([shares(60), undefined]);
  });
});
