import { describe, expect, test } from "vitest";
import { decodedWith, rareOf } from "./test-place-order.ts";

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
