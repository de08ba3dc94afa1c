import { expect, it } from "vitest";
import { us } from "@bowline/kernel";
import { loosened, loosenedBook, makeLimitBook, stricterOf } from "./limit-book.ts";

it("takes the stricter of two by what the limit is, and a waiver for the loosest", () => {
  expect(stricterOf("maxOrderQty", 3, 5)).toBe(3);
  expect(stricterOf("openBlackoutMinutes", 3, 5)).toBe(5);
  expect(stricterOf("restrictedSymbols", ["A", "B"], ["B", "C"])).toEqual(["A", "B", "C"]);
  expect(stricterOf("allowedSides", ["BUY", "SELL"], ["SELL"])).toEqual(["SELL"]);
  expect(stricterOf("dayTradeRegime", "off", "legacy_pdt")).toBe("legacy_pdt");
  expect(stricterOf("maxIndexDrop", { SPY: 5, QQQ: 1 }, { SPY: 3 })).toEqual({ SPY: 3, QQQ: 1 });
  expect(stricterOf("maxOrderQty", "waived", 5)).toBe(5);
  expect(stricterOf("maxOrderQty", 5, "waived")).toBe(5);
});

it("names limits that became looser, and none that became tighter or changed their order", () => {
  const window = { from: us(1), to: us(2), why: "x" };
  const before = { maxOrderQty: 5, openBlackoutMinutes: 5, restrictedSymbols: ["A", "B"], eventBlackouts: [window] };
  expect(loosened(before, { ...before, restrictedSymbols: ["B", "A"] })).toEqual([]);
  expect(
    loosened(before, { ...before, maxOrderQty: 4, openBlackoutMinutes: 6, restrictedSymbols: ["A", "B", "C"] }),
  ).toEqual([]);
  expect(
    loosened(before, {
      maxOrderQty: 6,
      openBlackoutMinutes: 4,
      restrictedSymbols: ["A"],
      eventBlackouts: [],
    }).toSorted(),
  ).toEqual(["eventBlackouts", "maxOrderQty", "openBlackoutMinutes", "restrictedSymbols"]);
  expect(loosened(before, { ...before, maxOrderQty: "waived" })).toEqual(["maxOrderQty"]);
});

it("names what became looser in a whole book, for everything or for a part of it", () => {
  const book = (maxOrderQty: number, symbols: Record<string, Record<string, number>> = {}) =>
    makeLimitBook({ everywhere: { maxOrderQty, maxOpenOrders: 9 }, narrower: { symbols } });
  const before = book(10, { GME: { maxOrderQty: 3 }, AMC: { maxOrderQty: 20 } });
  expect(loosenedBook(before, before)).toEqual([]);
  expect(loosenedBook(before, book(9, { GME: { maxOrderQty: 2 } }))).toEqual([]);
  expect(loosenedBook(before, book(10))).toEqual(["symbols.GME.maxOrderQty"]);
  expect(loosenedBook(before, book(10, { GME: { maxOrderQty: 4 } }))).toEqual(["symbols.GME.maxOrderQty"]);
  expect(loosenedBook(before, book(11, { GME: { maxOrderQty: 3 } }))).toEqual(["maxOrderQty"]);
  expect(loosenedBook(before, book(10, { GME: { maxOrderQty: 3, maxOpenOrders: 1 } }))).toEqual([]);
});
