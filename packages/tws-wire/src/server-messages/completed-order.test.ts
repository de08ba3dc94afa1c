import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { makeWireOrder, stockContract } from "../wire-types.ts";
import { encode } from "./index.ts";
import type { CompletedOrderMessage } from "./completed-order.ts";

const MAX = "1.7976931348623157E308";

const message: CompletedOrderMessage = {
  permId: 900_001,
  contract: stockContract({ conId: 265_598, symbol: "AAPL" }),
  order: makeWireOrder({
    action: "BUY",
    totalQty: 100_000_000,
    orderType: "LMT",
    lmtPx: 187_250_000,
    account: "DU1234567",
    orderRef: "K4Z7",
  }),
  status: "Filled",
  filledQty: 100_000_000,
  completedTime: "20240102 09:30:00 US/Eastern",
  completedStatus: "Filled Size: 100",
};

/** By hand from the field list, in its order. */
const golden = (faProfile: string, later: string): string =>
  [
    "101|265598|AAPL|STK||0|?||SMART|USD|AAPL|AAPL|", // conId .. tradingClass
    "BUY|100|LMT|187.25|0.0|DAY|", // action .. tif
    "|DU1234567||0|K4Z7|900001|", // oca, account, openClose, origin, orderRef, permId
    "0|0|0||", // outsideRth, hidden, discretionaryAmt, goodAfterTime
    `|||${faProfile}|`, // faGroup, faMethod, faPercentage, {<177 faProfile} modelCode
    "||||0||-1|", // goodTillDate, rule80A, percentOffset, settlingFirm, slot, location, exemptCode
    "|||||2147483647|", // startingPrice, stockRefPrice, delta, range ×2, displaySize
    "0|0||3|0|", // sweepToFill, allOrNone, minQty, ocaType, triggerMethod
    "|0|None||0|0|0||0|0|", // volatility, type, the hedge with four fields, continuousUpdate, refPriceType
    "|||0|0|0|", // trailStopPrice, trailingPercent, comboDescrip, legs, leg prices, routing parameters
    "2147483647|2147483647||||IB|0|0||0|", // scale ×3, hedgeType, clearing ×2, notHeld, deltaNeutral, algo, solicited
    "Filled|0|0|0|", // status, randomizeSize, randomizePrice, conditions
    `${MAX}|${MAX}|0|0|0|`, // trailStopPrice, lmtPriceOffset, cashQty, dontUseAutoPrice, isOmsContainer
    "|100|2147483647|0|", // autoCancelDate, filledQuantity, refFuturesConId, autoCancelParent
    "Not an insider or substantial shareholder|0|0|9223372036854775807|", // shareholder, imbalance, route, parentPermId
    "20240102 09:30:00 US/Eastern|Filled Size: 100|", // completedTime, completedStatus
    later,
  ].join("");

test("a completed order at 157, 178 and 193", () => {
  expect(encodeFrame(encode.completedOrder(157, message))).toEqual(goldenFrame(golden("|", "")));
  expect(encodeFrame(encode.completedOrder(178, message))).toEqual(goldenFrame(golden("", "|||||")));
  expect(encodeFrame(encode.completedOrder(193, message))).toEqual(goldenFrame(golden("", "||||||0|")));
});

test("a child names its parent's permId", () => {
  expect(encode.completedOrder(157, { ...message, parentPermId: 900_000 }).at(-3)).toBe("900000");
});

test("the end of completed orders is the id alone", () => {
  expect(encodeFrame(encode.completedOrdersEnd(193))).toEqual(goldenFrame("102|"));
});
