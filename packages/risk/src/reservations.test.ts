import type { EventByKind } from "@bowline/contracts";
import { qty, shares, us } from "@bowline/kernel";
import { aFill, anOrder, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  externalQty,
  holdAnswer,
  holdCancel,
  holdExternal,
  holdResolved,
  holdUnknown,
  lapsedAt,
  openQty,
  release,
  releaseFill,
  reserve,
  reservationsIn,
  reserveSubmitted,
  restateFill,
  type Reservations,
  unansweredFor,
  unknownOrdersIn,
} from "./reservations.ts";
import { aSubmitted } from "./test-orders.ts";
import { about, bracket, entry, fill, open, reserved } from "./test-reservations.ts";
import { dollarsPx } from "./test-view.ts";

describe("a reservation", () => {
  it("is found with those of its symbol, in their order", () => {
    const of = (clOrdId: string, symbol: string) => anOrder({ clOrdId, symbol });
    const reservations = reserved(of("O1", "AAPL"), of("O2", "MSFT"), of("O3", "AAPL"));
    expect([...reservationsIn(reservations, "AAPL").keys()]).toEqual(["O1", "O3"]);
    expect(reservationsIn(reservations, "IBM").size).toBe(0);
  });
  it("holds the whole order until it is filled, in step", () => {
    const reservations = reserved(anOrder({ clOrdId: "ENTRY" }));
    expect(open(reservations)).toEqual({ buys: 100, sells: 0 });
    releaseFill(reservations, fill("ENTRY", 30, 70));
    expect(open(reservations)).toEqual({ buys: 70, sells: 0 });
    releaseFill(reservations, fill("ENTRY", 70, 0));
    expect(reservations.size).toBe(0);
  });
  it("counts a bracket's legs as far as the entry is filled, and the two as one", () => {
    const reservations = reserved(entry);
    expect(open(reservations)).toEqual({ buys: 100, sells: 0 });
    releaseFill(reservations, fill("ENTRY", 60, 40));
    expect(open(reservations)).toEqual({ buys: 40, sells: 60 });
    releaseFill(reservations, fill("ENTRY", 40, 0));
    expect(open(reservations)).toEqual({ buys: 0, sells: 100 });
    releaseFill(reservations, fill("TARGET", 25, 75));
    expect(open(reservations)).toEqual({ buys: 0, sells: 75 });
    releaseFill(reservations, fill("TARGET", 75, 0));
    expect(open(reservations)).toEqual({ buys: 0, sells: 0 });
    release(reservations, "STOP");
    expect(reservations.size).toBe(0);
  });
  it("takes unused legs along when the entry ends, and keeps those in effect", () => {
    const unfilled = reserved(entry);
    release(unfilled, "ENTRY");
    expect(unfilled.size).toBe(0);
    const partly = reserved(entry);
    releaseFill(partly, fill("ENTRY", 60, 40));
    release(partly, "ENTRY");
    expect(open(partly)).toEqual({ buys: 0, sells: 60 });
  });
  it("lapses only while it was not sent, after the tolerance", () => {
    const reservations = reserved(entry, anOrder({ clOrdId: "SENT" }));
    reserveSubmitted(reservations, aSubmitted({ clOrdId: "SENT" }), at(1));
    expect(lapsedAt(reservations, us(at(60) + 2_000_000), 2_000_000)).toEqual([]);
    expect(lapsedAt(reservations, us(at(60) + 2_000_001), 2_000_000)).toEqual(["ENTRY"]);
  });
  it("is made again from what is sent, where it was released or never seen", () => {
    const reservations = reserved();
    reserveSubmitted(reservations, aSubmitted(), at(1));
    reserveSubmitted(reservations, aSubmitted({ clOrdId: "STOP", side: "SELL", parentClOrdId: "ENTRY" }), at(1));
    expect(open(reservations)).toEqual({ buys: 100, sells: 0 });
    releaseFill(reservations, fill("ENTRY", 100, 0));
    expect(open(reservations)).toEqual({ buys: 0, sells: 100 });
  });
  it("keeps what is unknown, also where nothing was held, until the doubt ends", () => {
    const reservations = reserved(anOrder({ clOrdId: "ENTRY" }));
    holdUnknown(reservations, about, at(1));
    expect(open(reservations)).toEqual({ buys: 100, sells: 0 });
    expect(unknownOrdersIn(reservations, "AAPL")).toBe(1);
    expect(unknownOrdersIn(reservations, "IBM")).toBe(0);
    holdResolved(reservations, { kind: "order.resolved", ...about, orderId: "1", evidence: "" }, at(1));
    expect(unknownOrdersIn(reservations, "AAPL")).toBe(0);
    holdUnknown(reservations, { clOrdId: "OTHER", symbol: "AAPL" }, at(1));
    release(reservations, "ENTRY");
    expect(unknownOrdersIn(reservations, "AAPL")).toBe(1);
    holdResolved(reservations, { kind: "order.resolved", ...about, orderId: "1", evidence: "" }, at(1));
    expect(unknownOrdersIn(reservations, "AAPL")).toBe(2);
  });
  it("that is being canceled is still open, but does not stand", () => {
    const reservations = reserved(anOrder({ clOrdId: "ENTRY" }));
    reservations.get("ENTRY")!.canceling = true;
    expect(openQty(reservations, "AAPL", { buys: true, standing: true })).toBe(0);
    expect(openQty(reservations, "AAPL", { buys: true })).toBe(shares(100));
    expect(openQty(reservations, "IBM", { buys: true })).toBe(0);
  });
  it("is left alone by fills of orders that nobody holds", () => {
    const reservations = reserved(entry);
    releaseFill(reservations, fill("OTHER", 5, 0));
    expect(open(reservations)).toEqual({ buys: 100, sells: 0 });
  });
});

it("keeps filled and open together at the order's quantity, however it is filled", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const reservations = reserved(anOrder({ clOrdId: "ENTRY", orderQty: qty(total), bracket }));
      let filled = 0;
      for (const part of parts) {
        filled += part;
        releaseFill(reservations, aFill({ clOrdId: "ENTRY", lastQty: qty(part), leavesQty: qty(total - filled) }));
        expect(openQty(reservations, "AAPL", { buys: true })).toBe(total - filled);
        expect(openQty(reservations, "AAPL", { buys: false })).toBe(filled);
      }
    }),
  );
});

describe("the unit of an entry in parts", () => {
  const order = anOrder({
    clOrdId: "ENTRY",
    orderQty: shares(100),
    strategy: "demo",
    parentIntentId: "PARENT",
    bracket: {
      ...bracket,
      more: {
        units: [
          {
            entryClOrdId: "ENTRY2",
            stopClOrdId: "STOP2",
            targetClOrdId: "TARGET2",
            orderQty: shares(40),
            targetLmtPx: dollarsPx("104"),
          },
        ],
      },
    } as never,
  });
  it("holds its part of the quantity, and its legs follow it alone", () => {
    const reservations = reserved(order);
    expect([...reservations].map(([id, { leavesQty, buys, parent }]) => [id, leavesQty / 1e6, buys, parent])).toEqual([
      ["ENTRY", 60, true, undefined],
      ["STOP", 0, false, "ENTRY"],
      ["TARGET", 0, false, "ENTRY"],
      ["ENTRY2", 40, true, undefined],
      ["STOP2", 0, false, "ENTRY2"],
      ["TARGET2", 0, false, "ENTRY2"],
    ]);
    releaseFill(reservations, fill("ENTRY2", 40, 0));
    expect(open(reservations)).toEqual({ buys: 60, sells: 40 });
  });
  it("knows who ordered it, how, at what price and for which intent", () => {
    const reservations: Reservations = new Map();
    reserve(reservations, order, dollarsPx("99"));
    for (const id of ["ENTRY", "ENTRY2"])
      expect(reservations.get(id)).toMatchObject({
        strategy: "demo",
        refPx: dollarsPx("99"),
        parentIntentId: "PARENT",
        terms: { ordType: "LMT", lmtPx: dollarsPx("100") },
      });
    const plain = reserved(anOrder({ clOrdId: "MKT", ordType: "MKT", lmtPx: undefined }));
    expect(plain.get("MKT")).toMatchObject({ terms: { ordType: "MKT" } });
    expect(Object.keys(plain.get("MKT") ?? {})).not.toContain("refPx");
  });
});

describe("an answer of the broker", () => {
  const sent = (): Reservations => {
    const reservations = reserved(entry);
    reserveSubmitted(reservations, aSubmitted(), at(10));
    return reservations;
  };
  const late = (reservations: Reservations) => unansweredFor(reservations, "AAPL", at(15)) / 1e6;
  it("is due from the moment that the order goes out, and ends by any word", () => {
    const reservations = sent();
    expect([late(reservations), unansweredFor(reservations, "IBM", at(15))]).toEqual([5, 0]);
    holdAnswer(reservations, "OTHER");
    expect(late(reservations)).toBe(5);
    holdAnswer(reservations, "ENTRY");
    expect(late(reservations)).toBe(0);
  });
  it("ends by a fill, and by a resolution", () => {
    const filled = sent();
    releaseFill(filled, fill("ENTRY", 1, 99));
    expect(late(filled)).toBe(0);
    const resolved = sent();
    holdResolved(resolved, { kind: "order.resolved", ...about, orderId: "1", evidence: "" }, at(11));
    expect(late(resolved)).toBe(0);
  });
  it("is the oldest that is due", () => {
    const reservations = sent();
    reserveSubmitted(reservations, aSubmitted({ clOrdId: "LATER" }), at(12));
    expect(late(reservations)).toBe(5);
  });
  it("to a leg is not due before its entry fills", () => {
    const reservations = reserved(entry);
    reserveSubmitted(reservations, aSubmitted({ clOrdId: "STOP", side: "SELL", parentClOrdId: "ENTRY" }), at(10));
    reserveSubmitted(reservations, aSubmitted({ clOrdId: "NEW", side: "SELL", parentClOrdId: "ENTRY" }), at(10));
    expect(late(reservations)).toBe(0);
  });
  it("to a cancel is due where the broker has the order", () => {
    const reservations = sent();
    holdAnswer(reservations, "ENTRY");
    expect(holdCancel(reservations, "ENTRY", at(12))).toBe(true);
    expect([late(reservations), reservations.get("ENTRY")?.canceling]).toEqual([3, true]);
    const unsent = reserved(entry);
    expect([holdCancel(unsent, "ENTRY", at(12)), late(unsent)]).toEqual([true, 0]);
    expect(holdCancel(unsent, "OTHER", at(12))).toBe(false);
  });
});

it("keeps who ordered it, and at what price, as it goes out, and can lapse no more", () => {
  const reservations: Reservations = new Map();
  reserve(reservations, anOrder({ clOrdId: "ENTRY", expiresUs: at(60) }), dollarsPx("99"));
  releaseFill(reservations, fill("ENTRY", 30, 70));
  reserveSubmitted(reservations, aSubmitted(), at(10));
  expect(reservations.get("ENTRY")).toMatchObject({
    status: "SUBMITTED",
    leavesQty: shares(70),
    refPx: dollarsPx("99"),
    working: { orderQty: shares(100) },
    unansweredUs: at(10),
  });
  expect(lapsedAt(reservations, at(1000), 0)).toEqual([]);
});

it("owes an answer to what is sent after it was released, and works on once a doubt is resolved", () => {
  const reservations: Reservations = new Map();
  reserveSubmitted(reservations, aSubmitted(), at(10));
  expect(unansweredFor(reservations, "AAPL", at(15))).toBe(5_000_000);
  holdUnknown(reservations, about, at(11));
  holdResolved(reservations, { kind: "order.resolved", ...about, orderId: "1", evidence: "" }, at(12));
  expect(reservations.get("ENTRY")?.status).toBe("SUBMITTED");
});

it("corrects the open quantity of an entry by what the broker says", () => {
  const reservations: Reservations = new Map();
  reserve(reservations, anOrder({ clOrdId: "ENTRY" }));
  releaseFill(reservations, fill("ENTRY", 60, 40));
  const corrected = { lastQty: shares(50), correctedQty: shares(60), cumQty: shares(50), leavesQty: shares(45) };
  restateFill(reservations, { kind: "order.corrected", ...about, ...corrected } as EventByKind<"order.corrected">);
  expect(open(reservations).buys).toBe(45);
});

describe("an order that is not ours", () => {
  const external = (changes: Partial<EventByKind<"broker.external-order">>): EventByKind<"broker.external-order"> =>
    ({
      kind: "broker.external-order",
      group: "tech",
      symbol: "AAPL",
      orderId: "7",
      side: "SELL",
      leavesQty: shares(30),
      policy: "COUNT",
      ...changes,
    }) as EventByKind<"broker.external-order">;
  it("counts as far as it may still fill, on its own side, until it ends", () => {
    const reservations = reserved(anOrder({ clOrdId: "OURS", side: "SELL", orderQty: shares(5) }));
    holdExternal(reservations, external({}), at(1));
    expect(open(reservations)).toEqual({ buys: 0, sells: 35 });
    expect(externalQty(reservations, "AAPL", { buys: false })).toBe(shares(30));
    expect(externalQty(reservations, "AAPL", { buys: true })).toBe(0);
    expect(externalQty(reservations, "IBM", { buys: false })).toBe(0);
    holdExternal(reservations, external({ leavesQty: shares(10) }), at(2));
    expect(externalQty(reservations, "AAPL", { buys: false })).toBe(shares(10));
    expect(openQty(reservations, "AAPL", { buys: false, standing: true })).toBe(shares(15));
    holdExternal(reservations, external({ orderId: "8", leavesQty: shares(1) }), at(2));
    expect(externalQty(reservations, "AAPL", { buys: false })).toBe(shares(11));
    holdExternal(reservations, external({ orderId: "8", leavesQty: shares(0) }), at(3));
    holdExternal(reservations, external({ leavesQty: undefined }), at(3));
    expect([open(reservations), reservations.size]).toEqual([{ buys: 0, sells: 5 }, 1]);
  });
  it("never lapses, and owes no answer", () => {
    const reservations = reserved();
    holdExternal(reservations, external({}), at(1));
    expect(lapsedAt(reservations, at(10_000), 0)).toEqual([]);
    expect(unansweredFor(reservations, "AAPL", at(10_000))).toBe(0);
  });
});

it("weighs orders of one group as the largest of them, where the broker blocks the others", () => {
  const pair = (ocaType: "CANCEL_WITH_BLOCK" | "REDUCE_WITH_BLOCK" | "REDUCE") =>
    open(
      reserved(
        anOrder({ clOrdId: "A", orderQty: shares(100), ocaGroup: "g", ocaType }),
        anOrder({ clOrdId: "B", orderQty: shares(70), ocaGroup: "g", ocaType }),
      ),
    ).buys;
  expect([pair("CANCEL_WITH_BLOCK"), pair("REDUCE_WITH_BLOCK"), pair("REDUCE")]).toEqual([100, 100, 170]);
});

it("lapses what was approved alone, in the order of approval, and no leg by itself", () => {
  const reservations = reserved(
    entry,
    anOrder({ clOrdId: "SECOND" }),
    anOrder({ clOrdId: "LATER", expiresUs: at(90) }),
  );
  expect(lapsedAt(reservations, at(61), 0)).toEqual(["ENTRY", "SECOND"]);
  holdUnknown(reservations, about, at(61));
  expect(lapsedAt(reservations, at(61), 0)).toEqual(["SECOND"]);
});
