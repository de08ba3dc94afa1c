import type { Side } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, anOrder, aQuote } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { cannotFlip, fartherEnd, isReducing, positionEnds } from "./exposure.ts";
import { holdExecuted, holdQuote, makeHoldings } from "./holdings.ts";
import { reserve, type Reservations } from "./reservations.ts";
import { cash, dollarsPx } from "./test-view.ts";
import { worstGrossExposure } from "./test-worst-gross.ts";

const exposure = (position: number, ...open: { side: Side; quantity: number; symbol?: string }[]) => {
  const holdings = makeHoldings();
  const reservations: Reservations = new Map();
  if (position !== 0)
    holdExecuted(holdings, aFill({ side: position > 0 ? "BUY" : "SELL", lastQty: shares(Math.abs(position)) }));
  holdQuote(holdings, aQuote());
  open.forEach(({ side, quantity, symbol = "AAPL" }, index) =>
    reserve(reservations, anOrder({ clOrdId: `O${index}`, side, orderQty: shares(quantity), symbol })),
  );
  return { holdings, reservations };
};
const sell = (quantity: number) => anOrder({ side: "SELL", orderQty: shares(quantity) });
const buy = (quantity: number) => anOrder({ side: "BUY", orderQty: shares(quantity) });

describe("an order reduces", () => {
  it("up to the whole position, not beyond it", () => {
    expect(isReducing(exposure(100), sell(100))).toBe(true);
    expect(isReducing(exposure(100), sell(101))).toBe(false);
    expect(isReducing(exposure(-100), buy(100))).toBe(true);
    expect(isReducing(exposure(-100), sell(1))).toBe(false);
    expect(isReducing(exposure(0), sell(1))).toBe(false);
  });
  it("not when other exits could close the position before it", () => {
    expect(isReducing(exposure(100, { side: "SELL", quantity: 60 }), sell(40))).toBe(true);
    expect(isReducing(exposure(100, { side: "SELL", quantity: 60 }), sell(41))).toBe(false);
    expect(isReducing(exposure(100, { side: "BUY", quantity: 60 }), sell(100))).toBe(true);
  });
});

describe("[pitfall 12] an order cannot flip the position", () => {
  it("only while no other exit may still fill, a canceling one included", () => {
    expect(cannotFlip(exposure(100), sell(100))).toBe(true);
    expect(cannotFlip(exposure(100), sell(101))).toBe(false);
    expect(cannotFlip(exposure(0), sell(1))).toBe(false);
    const canceling = exposure(100, { side: "SELL", quantity: 60 });
    for (const held of canceling.reservations.values()) held.canceling = true;
    expect([isReducing(canceling, sell(100)), cannotFlip(canceling, sell(100))]).toEqual([true, false]);
    expect(cannotFlip(canceling, sell(40))).toBe(true);
  });
  it("beside another of its group, where the broker blocks one while the other may fill", () => {
    const oco = (ocaType: "CANCEL_WITH_BLOCK" | "REDUCE") => ({ ocaGroup: "g1", ocaType });
    for (const [type, fine] of [
      ["CANCEL_WITH_BLOCK", true],
      ["REDUCE", false],
    ] as const) {
      const long = exposure(100);
      reserve(long.reservations, { ...sell(100), ...oco(type) });
      expect(cannotFlip(long, { ...sell(100), clOrdId: "O9", ...oco(type) })).toBe(fine);
    }
  });
});

describe("an order cannot flip", () => {
  it("only what it reduces, and that whole at the most", () => {
    expect([cannotFlip(exposure(100), sell(100)), cannotFlip(exposure(-100), buy(100))]).toEqual([true, true]);
    expect([cannotFlip(exposure(100), sell(101)), cannotFlip(exposure(-100), buy(101))]).toEqual([false, false]);
    expect([cannotFlip(exposure(100), buy(1)), cannotFlip(exposure(-100), sell(1))]).toEqual([false, false]);
    expect([cannotFlip(exposure(0), buy(1)), cannotFlip(exposure(0), sell(1))]).toEqual([false, false]);
  });
});

describe("the worst case", () => {
  it("of a position is all open orders to sell filled, or all to buy, this order included", () => {
    const busy = exposure(50, { side: "BUY", quantity: 20 }, { side: "SELL", quantity: 500 });
    expect(positionEnds(busy, "AAPL", buy(30))).toEqual({ low: shares(-450), high: shares(100) });
    expect(positionEnds(busy, "AAPL", sell(30))).toEqual({ low: shares(-480), high: shares(70) });
    expect(positionEnds(busy, "AAPL")).toEqual({ low: shares(-450), high: shares(70) });
  });
  it("of a position is the end that is farther from zero, long or short", () => {
    expect(fartherEnd({ low: shares(-99), high: shares(100) })).toBe(shares(100));
    expect(fartherEnd({ low: shares(-101), high: shares(100) })).toBe(shares(-101));
    expect(fartherEnd({ low: shares(-200), high: shares(-50) })).toBe(shares(-200));
    expect(fartherEnd(positionEnds(exposure(254), "AAPL", sell(255)))).toBe(shares(254));
  });
  it("of all positions takes the larger side of each symbol at the ask, this order included", () => {
    expect(
      worstGrossExposure(exposure(50, { side: "BUY", quantity: 20 }, { side: "SELL", quantity: 200 }), buy(30)),
    ).toBe(cash("15001.5"));
    expect(worstGrossExposure(exposure(0), sell(10))).toBe(cash("1000.1"));
  });
  it("is not known where a symbol in play has no price", () => {
    expect(worstGrossExposure(exposure(0, { side: "BUY", quantity: 1, symbol: "IBM" }), buy(1))).toBeUndefined();
    const flat = exposure(0);
    flat.holdings.marks.set("IBM", { bidPx: dollarsPx("1"), askPx: dollarsPx("2") });
    reserve(flat.reservations, anOrder({ clOrdId: "X", symbol: "IBM", orderQty: shares(1) }));
    expect(worstGrossExposure(flat, buy(1))).toBe(cash("102.01"));
  });
});
