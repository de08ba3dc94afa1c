import type { EventByKind } from "@bowline/contracts";
import { qty, shares, us } from "@bowline/kernel";
import { aFill, anOrder, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  holdResolved,
  holdUnknown,
  lapsedAt,
  openQty,
  release,
  releaseFill,
  reserve,
  reservationsIn,
  reserveSubmitted,
  type Reservations,
  unknownOrdersIn,
} from "./reservations.ts";
import { dollarsPx } from "./test-view.ts";

const bracket = {
  stopClOrdId: "STOP",
  stopPx: dollarsPx("99"),
  targetClOrdId: "TARGET",
  targetLmtPx: dollarsPx("102"),
};
const reserved = (...orders: ReturnType<typeof anOrder>[]): Reservations => {
  const reservations: Reservations = new Map();
  for (const order of orders) reserve(reservations, order);
  return reservations;
};
const submitted = (changes: Partial<EventByKind<"order.submitted">> = {}): EventByKind<"order.submitted"> => ({
  kind: "order.submitted",
  clOrdId: "ENTRY",
  group: "tech",
  symbol: "AAPL",
  accountId: "DU1234567",
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: dollarsPx("100"),
  timeInForce: "DAY",
  ...changes,
});
const about = { clOrdId: "ENTRY", group: "tech", symbol: "AAPL" };
const open = (reservations: Reservations) => ({
  buys: openQty(reservations, "AAPL", { buys: true }) / 1e6,
  sells: openQty(reservations, "AAPL", { buys: false }) / 1e6,
});
const entry = anOrder({ clOrdId: "ENTRY", bracket });
const fill = (clOrdId: string, lastQty: number, leavesQty: number) =>
  aFill({ clOrdId, lastQty: shares(lastQty), leavesQty: shares(leavesQty) });

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
    reserveSubmitted(reservations, submitted({ clOrdId: "SENT" }), at(1));
    expect(lapsedAt(reservations, us(at(60) + 2_000_000), 2_000_000)).toEqual([]);
    expect(lapsedAt(reservations, us(at(60) + 2_000_001), 2_000_000)).toEqual(["ENTRY"]);
  });
  it("is made again from what is sent, where it was released or never seen", () => {
    const reservations = reserved();
    reserveSubmitted(reservations, submitted(), at(1));
    reserveSubmitted(reservations, submitted({ clOrdId: "STOP", side: "SELL", parentClOrdId: "ENTRY" }), at(1));
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
