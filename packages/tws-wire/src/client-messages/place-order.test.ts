import { describe, expect, test } from "vitest";
import { makeWireOrder, stockContract } from "../wire-types.ts";
import { decodeClientMessage, encodeClientMessage } from "./index.ts";

/**
 * A plain limit order as fields, by hand from the list of the protocol's page. `unset` is what a client sends for what
 * it does not set: one sends nothing, another its defaults.
 */
function plainOrder(version: number, style: "empty" | "explicit"): string[] {
  const flag = style === "empty" ? "" : "0";
  const zero = flag;
  const since = (first: number, ...fields: string[]): string[] => (version >= first ? fields : []);
  return [
    ...["3", "21"],
    ...["265598", "AAPL", "STK", "", style === "empty" ? "" : "0.0", "", "", "SMART", "NASDAQ", "USD", "AAPL", "AAPL"],
    ...["", ""], // secIdType, secId
    ...["BUY", style === "empty" ? "100" : "100.0", "LMT", "187.25", ""], // action .. auxPrice
    ...[style === "empty" ? "" : "DAY", "", "DU1234567", style === "empty" ? "" : "O", zero, "K4Z7"], // tif .. orderRef
    ...["1", zero, flag, flag, zero, zero, flag, flag], // transmit, parentId, block, sweep, displaySize, trigger, outsideRth, hidden
    ...["", style === "empty" ? "" : "0.0", "", ""], // sharesAllocation, discretionaryAmt, goodAfterTime, goodTillDate
    ...["", "", "", ...(version < 177 ? [""] : []), ""], // faGroup, faMethod, faPercentage, faProfile, modelCode
    ...[zero, "", style === "empty" ? "" : "-1"], // shortSaleSlot, designatedLocation, exemptCode
    ...[zero, "", "", flag, "", "", flag, flag, ""], // ocaType .. nbboPriceCap
    ...[zero, "", "", "", "", "", flag], // auctionStrategy .. stockRangeUpper, overridePercentageConstraints
    ...["", "", "", ""], // volatility, volatilityType, deltaNeutralOrderType, deltaNeutralAuxPrice
    ...[flag, "", "", "", "", "", "", "", "", ""], // continuousUpdate .. activeStop
    ...["", flag, "", "", flag, "0", "", ""], // hedgeType .. algoStrategy, algoId
    ...[flag, "", flag, flag, flag, "0"], // whatIf, miscOptions, solicited, randomize ×2, nConditions
    ...["", "", "", "", "", "", zero, "", "", "", "", "", "", "", ""], // adjustedOrderType .. mifid
    ...[flag, flag, flag, flag], // dontUseAutoPriceForHedge, isOms, discretionaryUpToLimit, usePriceMgmtAlgo
    ...since(158, ""),
    ...since(160, ""),
    ...since(162, flag),
    ...since(166, ""),
    ...since(169, ""),
    ...since(183, ""),
    ...since(184, flag),
    ...(version >= 187 && version < 190 ? ["", "2147483647"] : []),
    ...since(189, flag),
    ...since(192, ""),
  ];
}

const PLAIN = {
  type: "placeOrder",
  orderId: 21,
  contract: stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" }),
  secIdType: "",
  secId: "",
  order: makeWireOrder({
    action: "BUY",
    totalQty: 100_000_000,
    orderType: "LMT",
    lmtPx: 187_250_000,
    account: "DU1234567",
    orderRef: "K4Z7",
  }),
};

/** The plain order at 193 with some fields replaced; an array stands for more than one field. */
function decodedWith(changes: Readonly<Record<number, string | readonly string[]>>) {
  const fields = plainOrder(193, "empty").flatMap((field, index) => changes[index] ?? field);
  return decodeClientMessage(193, fields);
}

const rareOf = (changes: Readonly<Record<number, string | readonly string[]>>) => {
  const result = decodedWith(changes);
  expect(result).toMatchObject({ ok: true });
  return result.ok && result.value.type === "placeOrder" ? result.value.order.rare : undefined;
};

describe("a plain order", () => {
  test("has 118 fields at 193 and 114 at 178", () => {
    expect(plainOrder(193, "empty")).toHaveLength(118);
    expect(plainOrder(178, "empty")).toHaveLength(114);
    const order = { ...PLAIN, type: "placeOrder" } as const;
    expect(encodeClientMessage(193, order)).toHaveLength(118);
    expect(encodeClientMessage(178, order)).toHaveLength(114);
  });

  test.each([157, 158, 160, 164, 166, 169, 176, 177, 178, 183, 184, 187, 189, 190, 192, 193])(
    "means the same at %i, whether its client sends nothing or its defaults",
    (version) => {
      expect(decodeClientMessage(version, plainOrder(version, "empty"))).toEqual({ ok: true, value: PLAIN });
      expect(decodeClientMessage(version, plainOrder(version, "explicit"))).toEqual({ ok: true, value: PLAIN });
    },
  );

  test("is staged where transmit is empty", () => {
    expect(decodedWith({ 27: "" })).toMatchObject({ value: { order: { transmit: false } } });
    expect(decodedWith({ 27: "0" })).toMatchObject({ value: { order: { transmit: false } } });
  });

  test("is refused with one field too few or too many, by its order id", () => {
    const fields = plainOrder(193, "empty");
    expect(decodeClientMessage(193, fields.slice(0, -1))).toMatchObject({
      ok: false,
      error: { field: "manualOrderIndicator", reason: "MISSING", requestId: 21 },
    });
    expect(decodeClientMessage(193, [...fields, ""])).toMatchObject({
      ok: false,
      error: { reason: "TRAILING_FIELDS", requestId: 21 },
    });
    expect(decodeClientMessage(178, fields)).toMatchObject({ ok: false, error: { reason: "TRAILING_FIELDS" } });
    expect(decodeClientMessage(193, plainOrder(178, "empty"))).toMatchObject({
      ok: false,
      error: { reason: "MISSING" },
    });
  });

  test("is refused where a price is no decimal of micros", () => {
    expect(decodedWith({ 19: "187.2500001" })).toMatchObject({
      ok: false,
      error: { field: "lmtPx", reason: "NOT_A_DECIMAL", value: "187.2500001", requestId: 21 },
    });
  });
});

describe("what belongs to all orders", () => {
  test("is read from its place", () => {
    const changes = {
      ...{ 16: "SELL", 17: "12.5", 18: "STP LMT", 19: "1.7976931348623157E308", 20: "180.5", 21: "GTC", 22: "oca" },
      ...{
        24: "C",
        25: "1",
        28: "20",
        32: "4",
        33: "1",
        34: "1",
        37: "20240102 09:30:00",
        38: "20240103",
        46: "1",
        84: "1",
      },
    };
    expect(decodedWith(changes)).toEqual({
      ok: true,
      value: {
        ...PLAIN,
        order: {
          ...PLAIN.order,
          action: "SELL",
          totalQty: 12_500_000,
          orderType: "STP LMT",
          lmtPx: undefined,
          auxPx: 180_500_000,
          tif: "GTC",
          ocaGroup: "oca",
          openClose: "C",
          origin: 1,
          parentId: 20,
          triggerMethod: 4,
          outsideRth: true,
          hidden: true,
          goodAfterTime: "20240102 09:30:00",
          goodTillDate: "20240103",
          ocaType: 1,
          whatIf: true,
        },
      },
    });
  });
});

describe("what few orders carry", () => {
  test("flags and numbers", () => {
    const changes = {
      ...{ 29: "1", 30: "1", 31: "10", 36: "0.05", 39: "g", 40: "m", 41: "50", 42: "mc", 43: "2", 44: "loc", 45: "3" },
      ...{
        47: "I",
        48: "firm",
        49: "1",
        50: "5",
        51: "0.01",
        55: "2",
        56: "10",
        57: "11",
        58: "0.5",
        59: "9",
        60: "12",
      },
      ...{ 61: "1", 62: "0.3", 63: "2", 66: "1", 67: "2", 68: "170", 69: "1.5", 77: "1", 78: "ca", 79: "IB", 80: "1" },
      ...{ 83: "a1", 85: "x=y;", 86: "1", 87: "1", 88: "1", 97: "op", 98: "n", 99: "v", 100: "1000" },
      ...{ 105: "1", 106: "1", 107: "1", 108: "1", 109: "60", 110: "5", 111: "1", 112: "o", 113: "t" },
      ...{ 114: "cust", 115: "1", 116: "1", 117: "1" },
    };
    expect(rareOf(changes)).toEqual({
      ...{ blockOrder: true, sweepToFill: true, displaySize: 10, discretionaryAmt: 50_000 },
      ...{ faGroup: "g", faMethod: "m", faPercentage: "50", modelCode: "mc" },
      ...{ shortSaleSlot: 2, designatedLocation: "loc", exemptCode: 3 },
      ...{ rule80A: "I", settlingFirm: "firm", allOrNone: true, minQty: 5, percentOffset: "0.01", auctionStrategy: 2 },
      ...{ startingPx: 10_000_000, stockRefPx: 11_000_000, delta: "0.5" },
      ...{ stockRangeLowerPx: 9_000_000, stockRangeUpperPx: 12_000_000, overridePercentageConstraints: true },
      ...{ volatility: "0.3", volatilityType: 2, continuousUpdate: true, referencePriceType: 2 },
      ...{ trailStopPx: 170_000_000, trailingPercent: "1.5", optOutSmartRouting: true },
      ...{ clearingAccount: "ca", clearingIntent: "IB", notHeld: true, algoId: "a1", miscOptions: "x=y;" },
      ...{ solicited: true, randomizeSize: true, randomizePrice: true, extOperator: "op" },
      ...{ softDollarTier: { name: "n", value: "v" }, cashQty: 1_000_000_000 },
      ...{
        dontUseAutoPriceForHedge: true,
        isOmsContainer: true,
        discretionaryUpToLimitPrice: true,
        usePriceMgmtAlgo: true,
      },
      ...{ duration: 60, postToAts: 5, autoCancelParent: true, advancedErrorOverride: "o", manualOrderTime: "t" },
      ...{ customerAccount: "cust", professionalCustomer: true, includeOvernight: true, manualOrderIndicator: 1 },
    });
  });

  test("a combination with legs, prices and routing parameters", () => {
    const legs = ["2", "1", "1", "BUY", "SMART", "", "", "", "", "2", "2", "SELL", "SMART", "1", "2", "loc", "3"];
    expect(rareOf({ 4: "BAG", 34: ["", ...legs, "2", "1.5", "", "1", "NonGuaranteed", "1"] })).toEqual({
      comboLegs: [
        ...[{ conId: 1, ratio: 1, action: "BUY", exchange: "SMART", openClose: 0, shortSaleSlot: 0 }].map((leg) => ({
          ...leg,
          designatedLocation: "",
          exemptCode: -1,
        })),
        {
          conId: 2,
          ratio: 2,
          action: "SELL",
          exchange: "SMART",
          openClose: 1,
          shortSaleSlot: 2,
          designatedLocation: "loc",
          exemptCode: 3,
        },
      ],
      comboLegPrices: ["1.5", ""],
      smartComboRoutingParams: [{ tag: "NonGuaranteed", value: "1" }],
    });
    expect(rareOf({ 4: "BAG", 34: ["", "0", "0", "0"] })).toBeUndefined();
  });

  test("a volatility order's hedge; None is a hedge to the layout only", () => {
    expect(rareOf({ 64: "LMT", 65: ["1.5", "7", "sf", "ca", "ci", "O", "1", "1", "loc"].slice(0, 9) })).toEqual({
      deltaNeutral: {
        orderType: "LMT",
        auxPx: 1_500_000,
        conId: 7,
        settlingFirm: "sf",
        clearingAccount: "ca",
        clearingIntent: "ci",
        openClose: "O",
        shortSale: true,
        shortSaleSlot: 1,
        designatedLocation: "loc",
      },
    });
    expect(rareOf({ 64: "None", 65: ["", "0", "", "", "", "", "0", "0", ""] })).toBeUndefined();
  });

  test("a scale, with and without a positive increment", () => {
    expect(rareOf({ 70: "10", 71: "5", 72: ["0.1", "1", "2", "3", "1", "4", "5", "0"] })).toEqual({
      scale: {
        initLevelSize: "10",
        subsLevelSize: "5",
        priceIncrement: "0.1",
        rest: ["1", "2", "3", "1", "4", "5", "0"],
      },
    });
    expect(rareOf({ 70: "10", 72: "0.0" })).toEqual({
      scale: { initLevelSize: "10", subsLevelSize: "", priceIncrement: "0.0", rest: [] },
    });
  });

  test("a hedge order, a delta-neutral contract and an algorithm", () => {
    expect(rareOf({ 76: ["P", "0.5"], 81: ["1", "7", "0.5", "10"], 82: ["Vwap", "1", "maxPctVol", "0.1"] })).toEqual({
      hedge: { type: "P", param: "0.5" },
      deltaNeutralContract: { conId: 7, delta: "0.5", price: "10" },
      algo: { strategy: "Vwap", params: [{ tag: "maxPctVol", value: "0.1" }] },
    });
    expect(rareOf({ 82: ["Adaptive", "0"] })).toEqual({ algo: { strategy: "Adaptive", params: [] } });
  });

  test("every kind of condition", () => {
    const conditions = [
      ...["6", "1", "a", "1", "187.5", "265598", "SMART", "2"],
      ...["3", "o", "1", "20240102 10:00:00"],
      ...["4", "a", "0", "30"],
      ...["5", "A", "STK", "SMART", "IBM"],
      ...["6", "a", "1", "1000", "265598", "SMART"],
      ...["7", "a", "", "5.5", "265598", "SMART"],
      ...["1", "0"],
    ];
    expect(rareOf({ 89: conditions })).toEqual({
      conditions: [
        {
          type: "price",
          conjunction: "a",
          isMore: true,
          value: "187.5",
          conId: 265_598,
          exchange: "SMART",
          triggerMethod: 2,
        },
        { type: "time", conjunction: "o", isMore: true, value: "20240102 10:00:00" },
        { type: "margin", conjunction: "a", isMore: false, value: "30" },
        { type: "execution", conjunction: "a", secType: "STK", exchange: "SMART", symbol: "IBM" },
        { type: "volume", conjunction: "a", isMore: true, value: "1000", conId: 265_598, exchange: "SMART" },
        { type: "percentChange", conjunction: "a", isMore: false, value: "5.5", conId: 265_598, exchange: "SMART" },
      ],
      conditionsIgnoreRth: true,
    });
    expect(decodedWith({ 89: ["1", "2", "a", "1", "1", "0", "0"] })).toMatchObject({
      ok: false,
      error: { field: "type", reason: "NOT_KNOWN", value: "2" },
    });
    expect(decodedWith({ 89: "1000000" })).toMatchObject({ ok: false, error: { reason: "COUNT_OUT_OF_RANGE" } });
  });

  test("an adjustable stop, and the offset of a trailing limit", () => {
    expect(rareOf({ 90: "TRAIL", 91: "190", 93: "185", 94: "184", 95: "0.5", 96: "100" })).toEqual({
      adjusted: {
        orderType: "TRAIL",
        triggerPx: 190_000_000,
        stopPx: 185_000_000,
        stopLimitPx: 184_000_000,
        trailingAmount: 500_000,
        trailingUnit: 100,
      },
    });
    expect(rareOf({ 92: "0.1" })).toEqual({ adjusted: { orderType: "", lmtPxOffset: 100_000, trailingUnit: 0 } });
    expect(rareOf({ 90: "None" })).toBeUndefined();
  });

  test("pegged orders: benchmark, best and mid", () => {
    expect(rareOf({ 18: "PEG BENCH", 88: ["", "7", "1", "0.1", "0.2", "SMART"] })).toEqual({
      pegBenchmark: {
        referenceContractId: 7,
        isPeggedChangeAmountDecrease: true,
        peggedChangeAmount: "0.1",
        referenceChangeAmount: "0.2",
        referenceExchangeId: "SMART",
      },
    });
    expect(rareOf({ 9: "IBKRATS", 18: "PEG MID", 113: ["", "10", "0.01", "0.02"] })).toEqual({
      minTradeQty: 10,
      midOffsetAtWhole: "0.01",
      midOffsetAtHalf: "0.02",
    });
    expect(rareOf({ 18: "PEG BEST", 113: ["", "100", "0.02"] })).toEqual({
      minCompeteSize: 100,
      competeAgainstBestOffset: "0.02",
    });
    for (const infinity of ["Infinity", "Infinite", "inf"]) {
      expect(rareOf({ 18: "PEGBEST", 113: ["", "100", infinity, "0.01", "0.02"] })).toMatchObject({
        competeAgainstBestOffset: infinity,
        midOffsetAtHalf: "0.02",
      });
    }
  });
});
