import { describe, expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { makeWireOrder, stockContract } from "../wire-types.ts";
import { decodeServerMessage, encode } from "./index.ts";
import type { OpenOrderMessage } from "./open-order.ts";

const MAX = "1.7976931348623157E308";
const max = (times: number): string => `${MAX}|`.repeat(times);

/** A child of order 20: a limit to sell 100 AAPL. */
const message: OpenOrderMessage = {
  orderId: 21,
  clientId: 5,
  permId: 900_001,
  contract: stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" }),
  order: makeWireOrder({
    action: "SELL",
    totalQty: 100_000_000,
    orderType: "LMT",
    lmtPx: 187_250_000,
    tif: "GTC",
    ocaGroup: "oca",
    account: "DU1234567",
    orderRef: "K4Z7",
    parentId: 20,
  }),
  state: { status: "PreSubmitted" },
};

/** By hand from the field list, in its order; what each piece holds stands beside it. */
const golden = (version: number, faProfile: string, later: string): string =>
  [
    "5|21|", // orderId; from 145 on without a version
    "265598|AAPL|STK||0|?||SMART|USD|AAPL|AAPL|", // conId .. tradingClass
    "SELL|100|LMT|187.25|0.0|GTC|", // action .. tif
    "oca|DU1234567||0|K4Z7|5|900001|", // ocaGroup, account, openClose, origin, orderRef, clientId, permId
    "0|0|0||", // outsideRth, hidden, discretionaryAmt, goodAfterTime
    "900001.0/DU1234567/100|", // sharesAllocation
    `|||${faProfile}|`, // faGroup, faMethod, faPercentage, {<177 faProfile} modelCode
    "||||", // goodTillDate, rule80A, percentOffset, settlingFirm
    "0||-1|0|", // shortSaleSlot, designatedLocation, exemptCode, auctionStrategy
    "|||||2147483647|", // startingPrice .. stockRangeUpper, displaySize
    "0|0|0||3|0|0||20|0|", // blockOrder .. minQty, ocaType, eTradeOnly, firmQuoteOnly, nbboPriceCap, parentId, triggerMethod
    "|0|None||0||||?|0|0||0|0|", // volatility, its type, the hedge with its eight fields, continuousUpdate, referencePriceType
    "||||", // trailStopPrice, trailingPercent, basisPoints, basisPointsType
    "|0|0|0|", // comboLegsDescrip, legs, leg prices, routing parameters
    "2147483647|2147483647||", // scale: init, subs, increment
    "|0||IB|0|0||0|", // hedgeType, optOutSmartRouting, clearing account and intent, notHeld, deltaNeutral, algo, solicited
    `0|PreSubmitted|${max(9)}|||||`, // whatIf, status, nine margins, three commissions, currency, warning
    "0|0|0|", // randomizeSize, randomizePrice, conditions
    `None|${max(6)}0|`, // adjusted: type, trigger, trail stop, limit offset, stop, stop limit, trailing amount; unit
    "|||0|0|0|0|0|", // soft dollar ×3, cashQty, dontUseAutoPriceForHedge, isOmsContainer, discretionaryUpTo…, usePriceMgmtAlgo
    later,
    version >= 193 ? "||" : "", // extOperator, manualOrderIndicator
  ].join("");

describe("openOrder", () => {
  test("at 157: with a profile, without anything that came later", () => {
    expect(encodeFrame(encode.openOrder(157, message))).toEqual(goldenFrame(golden(157, "|", "")));
  });

  test("at 178: duration, postToAts, autoCancelParent and five offsets more, no profile", () => {
    expect(encodeFrame(encode.openOrder(178, message))).toEqual(goldenFrame(golden(178, "", "||0||||||")));
  });

  test("at 193: customer, professional, accrued interest, overnight and tagging too", () => {
    expect(encodeFrame(encode.openOrder(193, message))).toEqual(goldenFrame(golden(193, "", "||0|||||||0||0|")));
  });

  test.each([
    [158, 1],
    [160, 2],
    [162, 3],
    [170, 8],
    [176, 8],
    [177, 7],
    [183, 8],
    [184, 9],
    [185, 10],
    [189, 11],
    [192, 11],
    [193, 13],
  ])("at %i has %i fields more than at 157", (version, more) => {
    expect(encode.openOrder(version, message)).toHaveLength(encode.openOrder(157, message).length + more);
  });

  test("shows the commission of a filled order and the margins of a what-if order", () => {
    const margins = {
      initBefore: 1_000_000,
      maintBefore: 2_000_000,
      equityBefore: 3_000_000,
      initChange: 4_000_000,
      maintChange: 5_000_000,
      equityChange: 6_000_000,
      initAfter: 7_000_000,
      maintAfter: 8_000_000,
      equityAfter: 9_000_000,
    };
    const state = {
      status: "PreSubmitted",
      margins,
      commission: 1_000_000,
      minCommission: 1_000_000,
      maxCommission: 1_250_000,
      commissionCurrency: "USD",
      warningText: "careful",
    };
    const fields = encode.openOrder(193, { ...message, order: { ...message.order, whatIf: true }, state });
    const at = fields.indexOf("PreSubmitted");
    expect(fields.slice(at - 1, at + 15)).toEqual("1|PreSubmitted|1|2|3|4|5|6|7|8|9|1|1|1.25|USD|careful".split("|"));
  });

  test("a market order has a limit and a stop of 0.0, a stop order its stop price, an oca type its own", () => {
    const market = makeWireOrder({ action: "BUY", totalQty: 1_000_000, orderType: "MKT" });
    expect(encode.openOrder(193, { ...message, order: market }).slice(13, 19)).toEqual([
      "BUY",
      "1",
      "MKT",
      "0.0",
      "0.0",
      "DAY",
    ]);
    const stop = { ...market, orderType: "STP", auxPx: 180_000_000, ocaType: 1 };
    const fields = encode.openOrder(193, { ...message, order: stop });
    expect(fields.slice(13, 19)).toEqual(["BUY", "1", "STP", "0.0", "180", "DAY"]);
    expect(fields[fields.indexOf("2147483647") + 5]).toBe("1");
  });
});

test("both stop prices of an order stand for themselves", () => {
  const rare = { adjustedTrailStopPx: 188_250_000 };
  const limit = encode.openOrder(178, { ...message, order: { ...message.order, rare } });
  const plain = encode.openOrder(178, message);
  const changed = limit.flatMap((field, at) => (field === plain[at] ? [] : [[plain[at - 2], plain[at], field]]));
  expect(changed).toEqual([["None", MAX, "188.25"]]);
  const trailing = { ...message.order, rare: { ...rare, trailStopPx: 180_000_000 } };
  const read = decodeServerMessage(178, encode.openOrder(178, { ...message, order: trailing }));
  expect(read.ok && read.value.content).toMatchObject({ order: { rare: trailing.rare } });
});

test("the end of open orders", () => {
  expect(encodeFrame(encode.openOrderEnd(193))).toEqual(goldenFrame("53|1|"));
});
