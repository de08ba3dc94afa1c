import { describe, expect, it } from "vitest";
import {
  dataTypeTick,
  genericTick,
  ibDataType,
  isDelayedTick,
  priceTick,
  sizeTick,
  tradeTicks,
} from "./translate-ticks.ts";

describe("a tick of TWS", () => {
  it.each([
    [1, "BID"],
    [2, "ASK"],
    [4, "LAST"],
    [66, "BID"],
    [67, "ASK"],
    [68, "LAST"],
  ])("of type %i is a price of %s", (tickType, field) => {
    expect(priceTick("A", tickType, 99.99)).toEqual({ symbol: "A", field, value: 99_990_000 });
  });
  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE, undefined])(
    "with price %s says that there is no such side any more: the old one does not stay",
    (price) => {
      expect(priceTick("A", 1, price)).toEqual({ symbol: "A", field: "BID", value: 0 });
    },
  );
  it("of a number that nobody reads, or without a value, is none", () => {
    expect(priceTick("A", 9, 99)).toBeUndefined();
    expect(sizeTick("A", 0, undefined)).toBeUndefined();
    expect(sizeTick("A", undefined, 5)).toBeUndefined();
    expect(sizeTick("A", 0, -1)).toBeUndefined();
    expect(genericTick("A", 23, 0.4)).toBeUndefined();
  });
  it.each([
    [0, "BID_SIZE"],
    [3, "ASK_SIZE"],
    [8, "VOLUME"],
    [69, "BID_SIZE"],
    [70, "ASK_SIZE"],
    [74, "VOLUME"],
    [89, "SHORTABLE_QTY"],
  ])("of type %i is a size of %s", (tickType, field) => {
    expect(sizeTick("A", tickType, 300)).toEqual({ symbol: "A", field, value: 300_000_000 });
  });
  it.each([49, 90])(
    "of type %i is a halt: none, general, for volatility; an unknown one changes nothing",
    (tickType) => {
      const told = [0, 1, 2, -1].map((value) => genericTick("A", tickType, value)?.value);
      expect(told).toEqual([0, 1, 2, undefined]);
    },
  );
  it("of type 46 says how easy shares are to borrow", () => {
    expect(genericTick("A", 46, 2.75)).toEqual({ symbol: "A", field: "SHORTABLE", value: 2_750_000 });
  });
  it("is of delayed data where its number says so, shares to borrow apart", () => {
    expect([1, 49, 65, 66, 74, 88, 89, 90, 91].map(isDelayedTick)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("a type of data", () => {
  it.each([1, 2, 3, 4])("%i is one that IB has told of", (dataType) => {
    expect(dataTypeTick("A", dataType)).toEqual({ symbol: "A", field: "DATA_TYPE", value: dataType });
  });
  it("that nobody knows is none", () => {
    expect(dataTypeTick("A", 0)).toBeUndefined();
    expect(dataTypeTick("A", 5)).toBeUndefined();
  });
  it("has IB's number", () => {
    expect((["LIVE", "FROZEN", "DELAYED", "DELAYED_FROZEN"] as const).map(ibDataType)).toEqual([1, 2, 3, 4]);
  });
});

describe("RT Trade Volume", () => {
  it("is a trade's price and its shares, at the time at which it happened", () => {
    const atUs = 1_348_075_471_534_000;
    expect(tradeTicks("A", 77, "701.28;1;1348075471534;67854;701.46918464;true")).toEqual([
      { symbol: "A", field: "TRADE", value: 701_280_000, atUs },
      { symbol: "A", field: "TRADE_SIZE", value: 1_000_000, atUs },
    ]);
  });
  it.each([
    [48, "701.28;1;1348075471534;67854;701.4;true"],
    [77, ";0;1348075471534;67854;701.4;true"],
    [77, "701.28;0;1348075471534;67854;701.4;true"],
    [77, "701.28;1;;67854;701.4;true"],
    [77, "x;1;1348075471534;67854;701.4;true"],
    [77, ""],
  ])("of type %i that says %j is no trade", (tickType, text) => {
    expect(tradeTicks("A", tickType, text)).toEqual([]);
  });
});
