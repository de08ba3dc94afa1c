import { TERM_NAMES } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { changeTyped } from "./order-change.ts";
import { isPaperAccount, type OrderFlags, orderWish } from "./order-wish.ts";
import { optionOf, TERM_FLAGS } from "./term-flags.ts";

const PLACE = { accountId: "DU1234567", group: "tech", symbol: "AAPL", nowUs: at(0), serial: "1" };
const wish = (side: string, flags: Partial<OrderFlags>, quantity = "100") =>
  orderWish({ side, quantity }, { strategy: "operator", ...flags }, PLACE);

describe("an order that was typed", () => {
  it("has the type that its prices speak of", () => {
    const types = [{ limit: "100" }, { stop: "99" }, { stop: "99", limit: "98" }, { trail: "1.5%" }, { type: "mkt" }];
    expect(types.map((flags) => wish("buy", flags).order.ordType)).toEqual(["LMT", "STP", "STP_LMT", "TRAIL", "MKT"]);
    expect(wish("sell", { trail: "1.5%" }).order).toMatchObject({ trailPercent: 15_000, side: "SELL" });
    expect(wish("buy", { type: "moo" }).order.timeInForce).toBe("OPG");
  });
  it("is none where it says nothing of a price", () => expect(() => wish("buy", {})).toThrow("--type MKT"));
  it("is refused before it is journaled where it is malformed, with what it needs", () => {
    expect(() => wish("buy", { type: "STP_LMT", limit: "1" })).toThrow("stopPx missing");
    expect(() => wish("buy", { limit: "100", tif: "GTD" })).toThrow("goodTillUs missing");
    expect(() => wish("buy", { limit: "0" })).toThrow("no positive decimal");
    expect(() => wish("hold", { limit: "1" })).toThrow("none of BUY, SELL");
  });
  it("may be a bracket, with ids of its own, the same for the same order", () => {
    const { order } = wish("buy", { limit: "100", stopLoss: "99", takeProfit: "102" });
    const ids = [order.clOrdId, order.bracket?.stopClOrdId, order.bracket?.targetClOrdId];
    expect(new Set(ids).size).toBe(3);
    expect(wish("buy", { limit: "100", stopLoss: "99", takeProfit: "102" }).order).toEqual(order);
    expect(() => wish("buy", { limit: "100", stopLoss: "99" })).toThrow("both");
  });
  it("may be worked by a style, whose own needs are checked", () => {
    const twap = { type: "MKT", style: "twap" };
    expect(wish("buy", { ...twap, over: "10m", slices: 5 }).style).toMatchObject({ overSeconds: 600, slices: 5 });
    expect(() => wish("buy", { ...twap, over: "10m" })).toThrow("slices");
    expect(() => wish("buy", { ...twap, over: "soon", slices: 5 })).toThrow("--over");
    const steps = wish("sell", { style: "ladder", rung: ["60@102", "40@104"], stop: "97", reduceOnly: true });
    expect(steps.style.ladder.map(({ orderQty }) => formatMicros(orderQty))).toEqual(["60", "40"]);
    expect(steps.order).toMatchObject({ purpose: "EXIT", reduceOnly: true });
  });
  it("that is a stop of ours is always an exit", () => {
    expect(wish("sell", { style: "trailing-stop", trail: "2" }).order).toMatchObject({
      purpose: "EXIT",
      ordType: "MKT",
    });
    const moved = { style: "break-even", stop: "98", arm: "103", breakEven: "100.05" };
    expect(wish("sell", moved).order).toMatchObject({ purpose: "EXIT", ordType: "STP" });
  });
});

it("goes to paper accounts only", () =>
  expect(["DU1234567", "DF12", "U1234567", "F12"].map(isPaperAccount)).toEqual([true, true, false, false]));

describe("what an order says besides", () => {
  it("comes from one table, in which every term stands that is no price and no style's", () => {
    const elsewhere = ["trailAmt", "trailPercent", "lmtOffset", "pegOffset", "reduceOnly"];
    expect([...elsewhere, ...TERM_FLAGS.flatMap(({ says }) => says)].sort()).toEqual([...TERM_NAMES].sort());
    expect(TERM_FLAGS.map(optionOf)).toContain("--all-or-none");
  });
  it("is good till a moment, hidden, shown in part, in a group or an algorithm's", () => {
    const typed = { limit: "100", till: "2030-01-02T15:30:00Z", allOrNone: true, oca: "pair:reduce" };
    expect(wish("buy", typed).order).toMatchObject({
      timeInForce: "GTD",
      goodTillUs: Date.UTC(2030, 0, 2, 15, 30) * 1000,
      allOrNone: true,
      ocaGroup: "pair",
      ocaType: "REDUCE",
    });
    expect(wish("buy", { limit: "100", display: "10" }).order.displayQty).toBe(10_000_000);
    expect(wish("buy", { limit: "100", algo: "adaptive:adaptivePriority=Patient" }).order.algo).toEqual({
      name: "ADAPTIVE",
      params: [{ tag: "adaptivePriority", value: "Patient" }],
    });
    const stop = { stop: "101", limit: "102", trigger: "double-last", outsideRth: true, after: "2030-01-02T15:00:00Z" };
    expect(wish("buy", stop).order).toMatchObject({
      triggerMethod: "DOUBLE_LAST",
      outsideRth: true,
      goodAfterUs: Date.UTC(2030, 0, 2, 15) * 1000,
    });
    expect(wish("buy", { limit: "100", hidden: true, minQty: "10" }).order).toMatchObject({
      hidden: true,
      minQty: 10_000_000,
    });
    expect(() => wish("buy", { limit: "100", display: "0.5" })).toThrow("whole shares");
    expect(() => wish("buy", { limit: "100", hidden: true, display: "10" })).toThrow("displayQty contradiction");
    expect(() => wish("buy", { limit: "100", till: "tomorrow" })).toThrow("--till");
    expect(() => wish("buy", { limit: "100", algo: "adaptive:patient" })).toThrow("tag=value");
  });
});

it("a change says what it changes, in the same words", () => {
  expect(changeTyped({ qty: "60", limit: "99.5", trail: "1.5%", display: "10" })).toEqual({
    orderQty: 60_000_000,
    lmtPx: 99_500_000,
    trailPercent: 15_000,
    displayQty: 10_000_000,
  });
  expect(() => changeTyped({})).toThrow("say what to change");
  expect(() => changeTyped({ stop: "-1" })).toThrow("no positive decimal");
});
