import {
  BarSizeSetting,
  ConjunctionConnection,
  type Contract,
  ExecutionCondition,
  EventName,
  LogLevel,
  MarketDataType,
  type Order,
  OrderAction,
  OrderType,
  PriceCondition,
  SecType,
  TimeInForce,
  TriggerMethod,
  WhatToShow,
} from "@stoqey/ib";
import { describe, expect, test } from "vitest";
import { type ClientMessage, encode, makeWireOrder, stockContract } from "./index.ts";
import { realClientAt } from "./test-support.ts";

/** Every request that this package decodes, as the real client sends it. */
describe.each([157, 178, 193])("@stoqey/ib at %i asks", (version) => {
  const real = realClientAt(version);

  const sent = (act: () => unknown): Promise<ClientMessage> => {
    act();
    return real.server.messages.next();
  };

  /** What the client itself says against a request; it says it at once. */
  const refused = (act: () => unknown): string[] => {
    act();
    return real.client.errors.splice(0);
  };

  const aapl: Contract = { conId: 265_598, symbol: "AAPL", secType: SecType.STK, exchange: "SMART", currency: "USD" };
  const contract = { ...stockContract({ conId: 265_598, symbol: "AAPL" }), localSymbol: "", tradingClass: "" };

  test("for the session", async () => {
    const { ib } = real.client;
    expect(await sent(() => ib.reqIds())).toEqual({ type: "reqIds" });
    expect(await sent(() => ib.reqManagedAccts())).toEqual({ type: "reqManagedAccts" });
    expect(await sent(() => ib.reqCurrentTime())).toEqual({ type: "reqCurrentTime" });
    expect(await sent(() => ib.setServerLogLevel(LogLevel.DETAIL))).toEqual({ type: "setServerLogLevel", logLevel: 5 });
  });

  test("for orders and executions", async () => {
    const { ib } = real.client;
    expect(await sent(() => ib.reqOpenOrders())).toEqual({ type: "reqOpenOrders" });
    expect(await sent(() => ib.reqAllOpenOrders())).toEqual({ type: "reqAllOpenOrders" });
    expect(await sent(() => ib.reqAutoOpenOrders(true))).toEqual({ type: "reqAutoOpenOrders", autoBind: true });
    expect(await sent(() => ib.reqCompletedOrders(false))).toEqual({ type: "reqCompletedOrders", apiOnly: false });
    expect(await sent(() => ib.reqExecutions(9, { time: "20240102-14:30:00" }))).toEqual({
      ...{ type: "reqExecutions", reqId: 9, clientId: 0, accountId: "", time: "20240102-14:30:00" },
      ...{ symbol: "", secType: "", exchange: "", side: "" },
    });
    expect(await sent(() => ib.cancelOrder(21))).toEqual({ type: "cancelOrder", orderId: 21 });
    expect(await sent(() => ib.reqGlobalCancel())).toEqual({ type: "globalCancel" });
  });

  test("for instruments and market data", async () => {
    const { ib } = real.client;
    expect(await sent(() => ib.reqContractDetails(2, { ...aapl, includeExpired: true }))).toEqual({
      ...{ type: "reqContractDetails", reqId: 2, contract, includeExpired: true, secIdType: "", secId: "" },
    });
    expect(await sent(() => ib.reqMarketDataType(MarketDataType.DELAYED))).toEqual({
      type: "reqMarketDataType",
      marketDataType: 3,
    });
    const quotes = { type: "reqMktData", reqId: 3, contract, genericTicks: "233", snapshot: false };
    expect(await sent(() => ib.reqMktData(3, aapl, "233", false, false))).toEqual({
      ...quotes,
      regulatorySnapshot: false,
    });
    expect(await sent(() => ib.cancelMktData(3))).toEqual({ type: "cancelMktData", reqId: 3 });
    expect(await sent(() => ib.reqRealTimeBars(4, aapl, 5, WhatToShow.TRADES, true))).toEqual({
      ...{ type: "reqRealTimeBars", reqId: 4, contract, barSizeSeconds: 5, whatToShow: "TRADES", useRth: true },
    });
    expect(await sent(() => ib.cancelRealTimeBars(4))).toEqual({ type: "cancelRealTimeBars", reqId: 4 });
    const history = await sent(() =>
      ib.reqHistoricalData(
        5,
        aapl,
        "20240102-21:00:00",
        "1800 S",
        BarSizeSetting.MINUTES_ONE,
        WhatToShow.TRADES,
        1,
        2,
        false,
      ),
    );
    expect(history).toEqual({
      ...{ type: "reqHistoricalData", reqId: 5, contract, includeExpired: false, endDateTime: "20240102-21:00:00" },
      ...{ barSize: "1 min", duration: "1800 S", useRth: true, whatToShow: "TRADES", formatDate: 2 },
      ...{ keepUpToDate: false },
    });
    expect(await sent(() => ib.cancelHistoricalData(5))).toEqual({ type: "cancelHistoricalData", reqId: 5 });
  });

  test("for the account", async () => {
    const { ib } = real.client;
    expect(await sent(() => ib.reqAccountUpdates(true, "DU1"))).toEqual({
      ...{ type: "reqAccountUpdates", subscribe: true, accountId: "DU1" },
    });
    expect(await sent(() => ib.reqPositions())).toEqual({ type: "reqPositions" });
    expect(await sent(() => ib.cancelPositions())).toEqual({ type: "cancelPositions" });
    expect(await sent(() => ib.reqAccountSummary(6, "All", "NetLiquidation,BuyingPower"))).toEqual({
      ...{ type: "reqAccountSummary", reqId: 6, group: "All", tags: ["NetLiquidation", "BuyingPower"] },
    });
    expect(await sent(() => ib.cancelAccountSummary(6))).toEqual({ type: "cancelAccountSummary", reqId: 6 });
    expect(await sent(() => ib.reqPositionsMulti(7, "DU1", "M"))).toEqual({
      ...{ type: "reqPositionsMulti", reqId: 7, accountId: "DU1", modelCode: "M" },
    });
    expect(await sent(() => ib.cancelPositionsMulti(7))).toEqual({ type: "cancelPositionsMulti", reqId: 7 });
    expect(await sent(() => ib.reqAccountUpdatesMulti(8, "DU1", "M", true))).toEqual({
      ...{ type: "reqAccountUpdatesMulti", reqId: 8, accountId: "DU1", modelCode: "M", ledgerAndNlv: true },
    });
    expect(await sent(() => ib.cancelAccountUpdatesMulti(8))).toEqual({ type: "cancelAccountUpdatesMulti", reqId: 8 });
  });

  const limit: Order = {
    action: OrderAction.BUY,
    orderType: OrderType.LMT,
    totalQuantity: 100,
    lmtPrice: 187.25,
    tif: TimeInForce.GTC,
    account: "DU1234567",
    orderRef: "K4Z7",
    transmit: true,
  };
  const placed = (orderId: number, act: () => unknown) => ({ orderId, message: sent(act) });

  test("to place a limit order, with the number of fields that the version has", async () => {
    const { message } = placed(21, () => real.client.ib.placeOrder(21, aapl, limit));
    expect(await message).toEqual({
      ...{ type: "placeOrder", orderId: 21, contract, secIdType: "", secId: "" },
      order: makeWireOrder({
        ...{ action: "BUY", totalQty: 100_000_000, orderType: "LMT", lmtPx: 187_250_000, tif: "GTC" },
        ...{ account: "DU1234567", orderRef: "K4Z7" },
      }),
    });
    const frame = real.server.frames.findLast(({ name }) => name === "placeOrder");
    expect(frame?.fields.length).toBe({ 157: 110, 178: 114, 193: 118 }[version]);
  });

  test("to place a bracket, staged until its last child", async () => {
    const { ib } = real.client;
    const parent = await sent(() =>
      ib.placeOrder(30, aapl, { ...limit, orderType: OrderType.MKT, lmtPrice: undefined, transmit: false }),
    );
    expect(parent).toMatchObject({ order: { orderType: "MKT", transmit: false, parentId: 0 } });
    const { lmtPrice: _, transmit: __, ...stopTerms } = limit;
    const stop = await sent(() =>
      ib.placeOrder(31, aapl, {
        ...stopTerms,
        action: OrderAction.SELL,
        orderType: OrderType.STP,
        auxPrice: 180.5,
        parentId: 30,
      }),
    );
    expect(stop).toMatchObject({
      order: { action: "SELL", orderType: "STP", auxPx: 180_500_000, transmit: false, parentId: 30 },
    });
    const target = await sent(() =>
      ib.placeOrder(32, aapl, { ...limit, action: OrderAction.SELL, parentId: 30, ocaType: 1 }),
    );
    expect(target).toMatchObject({ order: { transmit: true, parentId: 30, ocaType: 1 } });
  });

  test("to place a combination with an algorithm, conditions and a hedge", async () => {
    const bag: Contract = {
      ...{ symbol: "SPY,IBM", secType: SecType.BAG, exchange: "SMART", currency: "USD" },
      comboLegs: [
        { conId: 1, ratio: 1, action: OrderAction.BUY, exchange: "SMART" },
        { conId: 2, ratio: 2, action: OrderAction.SELL, exchange: "SMART", exemptCode: -1 },
      ],
    };
    const order: Order = {
      ...limit,
      ...{ orderComboLegs: [{ price: 1.5 }, {}], smartComboRoutingParams: [{ tag: "NonGuaranteed", value: "1" }] },
      ...{ algoStrategy: "Adaptive", algoParams: [{ tag: "adaptivePriority", value: "Normal" }] },
      ...{ hedgeType: "P", hedgeParam: "0.5", scaleInitLevelSize: 10, scalePriceIncrement: 0.5, scaleAutoReset: true },
      ...{ deltaNeutralOrderType: OrderType.LMT, deltaNeutralConId: 7 },
      conditions: [
        new PriceCondition(187.5, TriggerMethod.Last, 265_598, "SMART", true, ConjunctionConnection.AND),
        new ExecutionCondition("SMART", SecType.STK, "IBM", ConjunctionConnection.OR),
      ],
      conditionsCancelOrder: true,
    };
    const leg = { exchange: "SMART", openClose: 0, shortSaleSlot: 0, designatedLocation: "", exemptCode: -1 };
    expect(await sent(() => real.client.ib.placeOrder(40, bag, order))).toMatchObject({
      orderId: 40,
      contract: { secType: "BAG" },
      order: {
        rare: {
          comboLegs: [
            { ...leg, conId: 1, ratio: 1, action: "BUY" },
            { ...leg, conId: 2, ratio: 2, action: "SELL" },
          ],
          comboLegPrices: ["1.5", ""],
          smartComboRoutingParams: [{ tag: "NonGuaranteed", value: "1" }],
          algo: { strategy: "Adaptive", params: [{ tag: "adaptivePriority", value: "Normal" }] },
          hedge: { type: "P", param: "0.5" },
          scale: { initLevelSize: "10", subsLevelSize: "", priceIncrement: "0.5", rest: ["", "", "", "1", "", "", ""] },
          deltaNeutral: { orderType: "LMT", conId: 7 },
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
            { type: "execution", conjunction: "o", secType: "STK", exchange: "SMART", symbol: "IBM" },
          ],
          conditionsCancelOrder: true,
        },
      },
    });
  });

  const offsets = { midOffsetAtWhole: 0.01, midOffsetAtHalf: 0.02 };
  const seenOffsets = { midOffsetAtWhole: "0.01", midOffsetAtHalf: "0.02" };
  const best = { orderType: OrderType.PEG_BEST, minCompeteSize: 100 };
  const upToMid = Number.POSITIVE_INFINITY;
  test.each([
    [
      { ...best, competeAgainstBestOffset: 0.02 },
      { minCompeteSize: 100, competeAgainstBestOffset: "0.02" },
    ],
    [
      { ...best, ...offsets, competeAgainstBestOffset: upToMid },
      { ...seenOffsets, competeAgainstBestOffset: "Infinity" },
    ],
    [
      { ...offsets, orderType: OrderType.PEG_MID, minTradeQty: 5 },
      { ...seenOffsets, minTradeQty: 5 },
    ],
  ])("to place the pegged order %o, unless the client itself refuses it", async (order, rare) => {
    const place = (): unknown =>
      real.client.ib.placeOrder(50, { ...aapl, exchange: "IBKRATS" }, { ...limit, ...order });
    const isKnown = version >= 170;
    const answer = isKnown ? await sent(place) : refused(place);
    const refusal = [expect.stringContaining("PEG BEST / PEG MID")];
    expect(answer).toMatchObject(isKnown ? { order: { rare } } : refusal);
  });

  test("an order that comes back is the order that was sent", async () => {
    const message = await sent(() => real.client.ib.placeOrder(60, aapl, limit));
    if (message.type !== "placeOrder") throw new Error(message.type);
    const { orderId, order } = message;
    const back = encode.openOrder(version, {
      ...{ orderId, clientId: 5, permId: 900_060, contract: message.contract, order },
      state: { status: "Submitted" },
    });
    const [id, seenContract, seen] = await real.client.eventOf(EventName.openOrder, () =>
      real.client.session.send(back),
    );
    expect(id).toBe(60);
    expect(seenContract).toMatchObject(aapl);
    const { transmit: _, ...terms } = limit;
    expect(seen).toMatchObject({ ...terms, permId: 900_060 });
  });

  test("nothing that could not be read", () => {
    expect(real.server.malformed.all).toEqual([]);
    expect(real.server.messages.all.filter((message) => message.type === "unknown")).toEqual([]);
    expect(real.client.errors).toEqual([]);
  });
});
