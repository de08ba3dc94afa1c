import { type Contract, type Order, OrderAction, OrderType, SecType } from "@stoqey/ib";
import { expect } from "vitest";
import type { Told } from "./recorder.ts";

/** What the messages about one order have in common. */
export type KnownOrder = {
  readonly orderId: number;
  readonly permId: number;
  readonly clientId: number;
  readonly contract: object;
  /** What was wished for: side, type, size, prices, time in force, reference. */
  readonly wish: Order;
};

/** A stock as orders, executions and positions name it. */
export const toldStock = (symbol: string, tradingClass: string, conId: number): Contract => ({
  ...{ conId, symbol, secType: SecType.STK, lastTradeDateOrContractMonth: "", strike: 0, multiplier: 0 },
  ...{ exchange: "SMART", currency: "USD", localSymbol: symbol, tradingClass },
});
export const toldAapl = (conId: number): Contract => toldStock("AAPL", "NMS", conId);

/** What nobody asked for, in open and completed orders alike. */
const PLAIN = {
  ...{ auxPrice: 0, ocaGroup: "", account: "DU1234567", openClose: "", origin: 0, outsideRth: false, hidden: false },
  ...{ discretionaryAmt: 0, goodAfterTime: "", faGroup: "", faMethod: "", faPercentage: "", modelCode: "" },
  ...{ goodTillDate: "", rule80A: "", settlingFirm: "", shortSaleSlot: 0, designatedLocation: "", exemptCode: -1 },
  ...{ sweepToFill: false, allOrNone: false, ocaType: 3, triggerMethod: 0, volatilityType: 0 },
  ...{ deltaNeutralOrderType: "None", deltaNeutralConId: 0, deltaNeutralShortSale: false },
  ...{ deltaNeutralShortSaleSlot: 0, deltaNeutralDesignatedLocation: "", continuousUpdate: 0, referencePriceType: 0 },
  ...{ hedgeType: "", clearingAccount: "", clearingIntent: "IB", notHeld: false, algoStrategy: "", solicited: false },
  ...{ randomizeSize: false, randomizePrice: false, cashQty: 0 },
  ...{ isOmsContainer: false, autoCancelParent: false, customerAccount: "", professionalCustomer: false },
};

/** Only open orders tell these. */
const OPEN_ONLY = {
  ...{
    dontUseAutoPriceForHedge: false,
    auctionStrategy: 0,
    blockOrder: false,
    eTradeOnly: false,
    firmQuoteOnly: false,
    parentId: 0,
  },
  ...{ deltaNeutralSettlingFirm: "", deltaNeutralClearingAccount: "", deltaNeutralClearingIntent: "" },
  ...{ deltaNeutralOpenClose: "?", optOutSmartRouting: false, whatIf: false, adjustedOrderType: "None" },
  ...{ adjustableTrailingUnit: 0, softDollarTier: { name: "", value: "", displayName: "" } },
  ...{ discretionaryUpToLimitPrice: false, usePriceMgmtAlgo: false, duration: 0, bondAccruedInterest: "" },
  ...{ includeOvernight: false, extOperator: "" },
};

/** Only completed orders tell these; the greatest number of 64 bits is what the client makes of it. */
const COMPLETED_ONLY = {
  ...{
    dontUseAutoPriceForHedge: true,
    autoCancelDate: "",
    refFuturesConId: 2_147_483_647,
    imbalanceOnly: false,
    routeMarketableToBbo: false,
  },
  ...{ shareholder: "Not an insider or substantial shareholder", parentPermId: Number("9223372036854775807") },
};

/** What came after the oldest version of all, with the version that brought it. */
const SINCE: Readonly<Record<string, number>> = {
  ...{ duration: 158, autoCancelParent: 162, pendingPriceRevision: 178, customerAccount: 183 },
  ...{ professionalCustomer: 184, bondAccruedInterest: 185, includeOvernight: 189, extOperator: 193 },
};
const NEWEST = 193;

const FA_PROFILE_GONE = 177;

/** What is told of something at a version. A completed order has had `autoCancelParent` for ever. */
const at = (version: number, fields: object, always?: string): object =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key === always || (SINCE[key] ?? 0) <= version));

/** What an open order is told with where nobody asked for anything. */
const plainOpenOrder = (version: number): object => ({
  ...at(version, { ...PLAIN, ...OPEN_ONLY }),
  ...(version < FA_PROFILE_GONE ? { faProfile: "" } : {}),
});

/** The second stop price: of a limit order a dollar above its limit, of a stop its trigger. */
function secondStopOf({ orderType, lmtPrice, auxPrice }: Order): object {
  const price = orderType === OrderType.LMT && lmtPrice !== undefined ? lmtPrice + 1 : auxPrice;
  return price === undefined ? {} : { trailStopPrice: price };
}

/** transmit is the client's wish alone; a price that is not set is told as 0. */
const wished = ({ transmit: _transmit, ...wish }: Order): object => ({ lmtPrice: 0, ...wish, ...secondStopOf(wish) });

export function openOrder(
  { orderId, permId, clientId, contract, wish }: KnownOrder,
  state: object,
  version = NEWEST,
): Told {
  const order = { ...plainOpenOrder(version), ...wished(wish), orderId, permId, clientId };
  const told = { commissionCurrency: "", warningText: "", ...state };
  return ["openOrder", orderId, { ...contract, comboLegsDescription: "" }, order, told];
}

export function completedOrder(
  { permId, contract, wish }: KnownOrder,
  filledQuantity: number,
  state: object,
  version = NEWEST,
): Told {
  const always = at(version, { ...PLAIN, ...COMPLETED_ONLY }, "autoCancelParent");
  const order = { ...always, ...wished(wish), permId, filledQuantity };
  return ["completedOrder", { ...contract, comboLegsDescription: "" }, order, state];
}

export type Progress = {
  readonly status: string;
  readonly filled: number;
  readonly remaining: number;
  readonly whyHeld?: string;
};

/** `price` is of the last fill, and of all of them: there is one. */
export const orderStatus = (
  { orderId, permId, clientId, wish }: KnownOrder,
  { status, filled, remaining, whyHeld = "" }: Progress,
  price = 0,
): Told => [
  "orderStatus",
  ...[orderId, status, filled, remaining, price, permId, wish.parentId ?? 0, price, clientId],
  ...[whyHeld, 0],
];

export type Fill = {
  readonly execId: string;
  readonly time: string;
  readonly price: number;
  /** Less than all where it is said. */
  readonly shares?: number;
};

/** The one execution of an order. */
export const execution = (
  reqId: number,
  { orderId, permId, clientId, contract, wish }: KnownOrder,
  { execId, time, price, shares = wish.totalQuantity ?? 0 }: Fill,
  version = NEWEST,
): Told => [
  "execDetails",
  reqId,
  contract,
  at(version, {
    ...{ orderId, permId, clientId, execId, time, price, side: wish.action === OrderAction.SELL ? "SLD" : "BOT" },
    ...{
      exchange: (contract as Contract).symbol === "SPY" ? "ARCA" : "NASDAQ",
      acctNumber: wish.account ?? "DU1234567",
    },
    ...{ shares, cumQty: shares, avgPrice: price, orderRef: wish.orderRef, liquidation: 0, evRule: "" },
    ...{ evMultiplier: 0, modelCode: "", lastLiquidity: 2, pendingPriceRevision: false },
  }),
];

export const EXEC_ID = expect.stringMatching(/^[0-9a-f]{8}\.[0-9a-f]{8}\.01\.01$/) as string;
export const CLOCK = expect.stringMatching(/^20240304 09:3\d:\d\d US\/Eastern$/) as string;
