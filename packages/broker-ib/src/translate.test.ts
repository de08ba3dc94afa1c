import { MICROS, micros, px, qty, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAccountBook } from "./account-book.ts";
import { fromIbSymbol, ibOrder, toIbSymbol } from "./ib-order.ts";
import { decimalOf } from "./ib-terms.ts";
import { formatIbUtc, parseIbTime, usOfBarDate, usOfEpochSeconds } from "./ib-time.ts";
import { effectOnSession, leavesRequestOpen, saysReadOnly } from "./session-codes.ts";
import { brokerBar, brokerInstrument, brokerPosition } from "./translate-data.ts";
import { commissionCallback, completedOrderCallback, executionCallback, refOf } from "./translate-orders.ts";

describe("times", () => {
  it.each([
    ["20240102 09:30:05 US/Eastern", 1_704_205_805_000_000],
    ["20240702 09:30:05 US/Eastern", 1_719_927_005_000_000],
    ["20240102  09:30:05", 1_704_205_805_000_000],
    ["20240102-14:30:05 UTC", 1_704_205_805_000_000],
    ["20240102-14:30:05", 1_704_205_805_000_000],
    ["20240102 09:30:05 Moon/Base", undefined],
    ["20241302 09:30:05", undefined],
    ["today", undefined],
  ])("%s", (text, expected) => expect(parseIbTime(text)).toBe(expected));

  it("go out in UTC [pitfall 22]", () => expect(formatIbUtc(us(1_704_205_805_999_999))).toBe("20240102-14:30:05"));
  it("of bars of days are dates", () =>
    expect(["20241129", "20240601", "60", "20241399"].map(usOfBarDate)).toEqual([
      Date.UTC(2024, 10, 29, 14, 30) * 1000,
      Date.UTC(2024, 5, 1, 13, 30) * 1000,
      60_000_000,
      undefined,
    ]));
  it("of bars are whole seconds", () =>
    expect([usOfEpochSeconds("60"), usOfEpochSeconds("20240102 09:30"), usOfEpochSeconds(0)]).toEqual([
      60_000_000,
      undefined,
      undefined,
    ]));
});

describe("numbers", () => {
  it("leave as the decimal that they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (value) => {
        expect(micros(String(decimalOf(value)))).toBe(value);
      }),
    );
    expect(decimalOf(100_100_000)).toBe(100.1);
    expect(decimalOf(3 * MICROS)).toBe(3);
  });

  it("that are absent stay absent", () => {
    const bar = brokerBar(
      {
        startUs: us(60_000_000),
        open: undefined,
        high: 0,
        low: -1,
        close: Number.NaN,
        volume: undefined,
        wap: undefined,
        count: undefined,
      },
      us(120_000_000),
    );
    expect(bar).toEqual({ closeUs: 120_000_000, volume: 0, tradeCount: 0 });
    expect(commissionCallback({ execId: "e1" })).toBeUndefined();
    expect(executionCallback({ symbol: "A" }, { execId: "", time: "20240102 09:30:05" }, 1)).toBeUndefined();
    expect(completedOrderCallback({}, {} as never, {} as never)).toMatchObject({
      ref: {},
      status: "Unknown",
      orderQty: 0,
      reason: "",
    });
    expect(brokerPosition({}, { position: 5 })).toBeUndefined();
    expect(brokerPosition({ symbol: "A" }, { position: undefined })).toBeUndefined();
    expect(brokerInstrument({ contract: { conId: 1, symbol: "A" } })).toBeUndefined();
    expect(brokerInstrument({ contract: { conId: 1, symbol: "A" }, minTick: 0.01 })).toMatchObject({
      currency: "USD",
      primaryExchange: "SMART",
      longName: "A",
      liquidHours: "",
    });
  });
});

describe("names", () => {
  it("of share classes change at the border", () =>
    expect([toIbSymbol("BRK.B"), fromIbSymbol("BRK B")]).toEqual(["BRK B", "BRK.B"]));

  it("of another client's orders are not its session ids", () => {
    expect(refOf({ permId: 0, orderRef: "", ibOrderId: 5, clientId: 3 }, 17)).toEqual({});
    expect(refOf({ permId: 9_223_372_036_854_776_000, ibOrderId: 5, clientId: 17 }, 17)).toEqual({ ibOrderId: 5 });
  });

  it("of a sell short are a sell: IB clears it so", () => {
    const leg = {
      clOrdId: "c",
      leg: "ENTRY",
      accountId: "DU1",
      strategy: "s",
      rule: "r",
      group: "g",
      symbol: "A",
      side: "SELL_SHORT",
      orderQty: qty(MICROS),
      ordType: "MKT",
      timeInForce: "IOC",
      transmit: true,
    } as const;
    expect(ibOrder(leg, 5)).toMatchObject({ action: "SELL", orderType: "MKT", tif: "IOC", parentId: 5 });
    expect(ibOrder(leg, undefined)).not.toHaveProperty("lmtPrice");
  });
});

describe("codes", () => {
  it.each([
    [1100, "LOST"],
    [2110, "LOST"],
    [1101, "RESTORED_DATA_LOST"],
    [1102, "RESTORED_DATA_KEPT"],
    [326, "CLIENT_ID_IN_USE"],
    [502, "SOCKET"],
    [505, "PROTOCOL"],
    [2104, "FARM_OK"],
    [12, undefined],
  ])("%i means %s", (code, effect) => expect(effectOnSession(code, "")).toBe(effect));
  it("say that TWS takes no orders by their words alone: 321 says many things", () => {
    const words = "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode.";
    expect([effectOnSession(321, words), effectOnSession(321, "cause - other")]).toEqual(["READ_ONLY", "NOTICE"]);
    expect([saysReadOnly(321, words), saysReadOnly(321, ""), saysReadOnly(201, words)]).toEqual([true, false, false]);
  });
  it("that only warn, or that nobody knows, do not end a request", () =>
    expect([2104, 399, 10_167, 200, 162, 77_777].map(leavesRequestOpen)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]));
});

describe("account", () => {
  it("is whole when cash and equity have come, in whatever currency line TWS puts them", () => {
    const book = makeAccountBook();
    book.value("AccountType", "INDIVIDUAL", "");
    book.value("NetLiquidation", "100.50", "USD");
    book.commit();
    expect(book.account()).toBeUndefined();
    book.value("TotalCashBalance", "40.25", "BASE");
    book.position({ symbol: "B", quantity: qty(1) });
    book.position({ symbol: "A", quantity: qty(2), marketPx: px(3) });
    book.position({ symbol: "C", quantity: qty(0) });
    expect(book.account()).toBeUndefined();
    book.commit();
    expect(book.account()).toEqual({
      cash: 40_250_000,
      equity: 100_500_000,
      positions: [
        { symbol: "A", quantity: 2, marketPx: 3 },
        { symbol: "B", quantity: 1 },
      ],
    });
  });
});
