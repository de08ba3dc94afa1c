import { EventName } from "@stoqey/ib";
import { describe, expect, test } from "vitest";
import { encode, TICK_TYPE, type WireFields, wireTime } from "./index.ts";
import { AAPL, AAPL_READ, OPEN_US, realClientAt } from "./test-support.ts";

/** Every message of the server, read by the real client over a socket and compared field by field. */
describe.each([157, 178, 193])("@stoqey/ib at %i reads", (version) => {
  const real = realClientAt(version);

  const received = (name: EventName, fields: WireFields): Promise<unknown[]> =>
    real.client.eventOf(name, () => real.client.session.send(fields));

  test("the handshake", async () => {
    expect(real.client.session.serverVersion).toBe(version);
    expect(real.client.session.clientId).toBe(5);
    expect(real.client.ib.serverVersion).toBe(version);
  });

  test("session messages", async () => {
    const accounts = encode.managedAccounts(version, { accounts: ["DU1", "DU2"] });
    expect(await received(EventName.managedAccounts, accounts)).toEqual(["DU1,DU2"]);
    expect(await received(EventName.nextValidId, encode.nextValidId(version, { orderId: 99 }))).toEqual([99]);
    const time = encode.currentTime(version, { epochSeconds: 1_704_205_800 });
    expect(await received(EventName.currentTime, time)).toEqual([1_704_205_800]);
  });

  test("errors and notices", async () => {
    const notice = encode.errorMessage(version, {
      id: -1,
      code: 2104,
      text: "Market data farm connection is OK:usfarm",
    });
    expect(await received(EventName.info, notice)).toEqual(["Market data farm connection is OK:usfarm", 2104]);
    const advancedOrderReject = { why: "x" };
    const refused = encode.errorMessage(version, {
      id: 21,
      code: 201,
      text: "Order rejected - reason:é",
      advancedOrderReject,
    });
    const [error, ...rest] = await received(EventName.error, refused);
    expect(error).toMatchObject({ message: "Order rejected - reason:é" });
    expect(rest).toEqual([201, 21, version >= 166 ? advancedOrderReject : undefined]);
    expect(real.client.errors.splice(0)).toEqual(["201 21 Order rejected - reason:é"]);
  });

  test("ticks", async () => {
    const quote = { reqId: 3, px: 187_250_000, qty: 300_000_000, canAutoExecute: true };
    const sizes: unknown[][] = [];
    real.client.ib.on(EventName.tickSize, (...args) => sizes.push(args));
    const bid = encode.tickPrice(version, { ...quote, tickType: TICK_TYPE.bid });
    expect(await received(EventName.tickPrice, bid)).toEqual([3, TICK_TYPE.bid, 187.25, true]);
    const ask = encode.tickPrice(version, { ...quote, tickType: TICK_TYPE.ask, canAutoExecute: false });
    expect(await received(EventName.tickPrice, ask)).toEqual([3, TICK_TYPE.ask, 187.25, false]);
    const bidSize = encode.tickSize(version, { reqId: 3, tickType: TICK_TYPE.bidSize, qty: 200_000_000 });
    await received(EventName.tickSize, bidSize);
    // The size within a price is seen for ask and last only: a bid's is lost, so it is sent on its own too.
    expect(sizes).toEqual([
      [3, TICK_TYPE.askSize, 300],
      [3, TICK_TYPE.bidSize, 200],
    ]);
    const volume = encode.tickSize(version, { reqId: 3, tickType: TICK_TYPE.volume, qty: 12_345_600_000 });
    expect(await received(EventName.tickSize, volume)).toEqual([3, TICK_TYPE.volume, 12_345.6]);
    const halted = encode.tickGeneric(version, { reqId: 3, tickType: TICK_TYPE.halted, valueMicros: 1_000_000 });
    expect(await received(EventName.tickGeneric, halted)).toEqual([3, TICK_TYPE.halted, 1]);
    const stamp = encode.tickString(version, { reqId: 3, tickType: TICK_TYPE.lastTimestamp, value: "1704205800" });
    expect(await received(EventName.tickString, stamp)).toEqual([3, TICK_TYPE.lastTimestamp, "1704205800"]);
    const kind = encode.marketDataType(version, { reqId: 3, marketDataType: 1 });
    expect(await received(EventName.marketDataType, kind)).toEqual([3, 1]);
    const params = encode.tickReqParams(version, {
      reqId: 3,
      minTickPx: 10_000,
      bboExchange: "9c0001",
      snapshotPermissions: 3,
    });
    // The client reads the tick as an integer.
    expect(await received(EventName.tickReqParams, params)).toEqual([3, 0, "9c0001", 3]);
    expect(await received(EventName.tickSnapshotEnd, encode.tickSnapshotEnd(version, { reqId: 3 }))).toEqual([3]);
  });

  const bar = {
    openPx: 187_250_000,
    highPx: 187_300_000,
    lowPx: 187_200_000,
    closePx: 187_225_000,
    volumeQty: 1_500_000_000,
    wapPx: 187_243_333,
    count: 12,
  };
  const seenBar = [187.25, 187.3, 187.2, 187.225];

  test("bars", async () => {
    const live = encode.realtimeBar(version, { reqId: 4, startEpochSeconds: 1_704_205_800, bar });
    expect(await received(EventName.realtimeBar, live)).toEqual([4, 1_704_205_800, ...seenBar, 1500, 187.243333, 12]);
    const start = wireTime(version, OPEN_US);
    const end = wireTime(version, OPEN_US + 60_000_000);
    const bars: unknown[][] = [];
    const done = new Promise<void>((resolve) => {
      const collect = (...args: unknown[]): void => {
        bars.push(args);
        if (String(args[1]).startsWith("finished")) resolve();
      };
      real.client.ib.on(EventName.historicalData, collect);
    });
    real.client.session.send(
      encode.historicalData(version, {
        reqId: 4,
        start,
        end,
        bars: [
          { ...bar, date: start },
          { ...bar, date: end },
        ],
      }),
    );
    await done;
    real.client.ib.removeAllListeners(EventName.historicalData);
    expect(bars).toEqual([
      [4, start, ...seenBar, 1500, 12, 187.243333, undefined],
      [4, end, ...seenBar, 1500, 12, 187.243333, undefined],
      [4, `finished-${start}-${end}`, -1, -1, -1, -1, -1, -1, -1, false],
    ]);
  });

  test("contract details", async () => {
    const details = encode.contractDetails(version, {
      reqId: 2,
      contract: AAPL,
      marketName: "NMS",
      minTickPx: 10_000,
      orderTypes: "LMT,MKT,STP",
      validExchanges: "SMART,NASDAQ",
      marketRuleIds: "26,26",
      longName: "APPLE INC",
      industry: "Technology",
      timeZoneId: "US/Eastern",
      tradingHours: "20240102:0400-20240102:2000",
      liquidHours: "20240102:0930-20240102:1600",
      secIds: [{ tag: "ISIN", value: "US0378331005" }],
      stockType: "COMMON",
    });
    const [reqId, seen] = await received(EventName.contractDetails, details);
    expect(reqId).toBe(2);
    const { lastTradeDateOrContractMonth: _, ...rest } = AAPL_READ;
    expect(seen).toEqual({
      contract: { ...rest, primaryExch: "NASDAQ", ...(version >= 182 ? { lastTradeDate: "" } : {}) },
      marketName: "NMS",
      minTick: 0.01,
      orderTypes: "LMT,MKT,STP",
      validExchanges: "SMART,NASDAQ",
      priceMagnifier: 1,
      underConId: 0,
      longName: "APPLE INC",
      contractMonth: "",
      industry: "Technology",
      category: "",
      subcategory: "",
      timeZoneId: "US/Eastern",
      tradingHours: "20240102:0400-20240102:2000",
      liquidHours: "20240102:0930-20240102:1600",
      evRule: "",
      evMultiplier: 0,
      secIdList: [{ tag: "ISIN", value: "US0378331005" }],
      aggGroup: 1,
      underSymbol: "",
      underSecType: "",
      marketRuleIds: "26,26",
      realExpirationDate: "",
      stockType: "COMMON",
      ...(version >= 164 ? { minSize: 1, sizeIncrement: 1, suggestedSizeIncrement: 1 } : {}),
      ...(version >= 186 ? { ineligibilityReasonList: [] } : {}),
    });
    expect(await received(EventName.contractDetailsEnd, encode.contractDetailsEnd(version, { reqId: 2 }))).toEqual([2]);
  });

  test("order status", async () => {
    const status = encode.orderStatus(version, {
      orderId: 21,
      status: "Submitted",
      cumQty: 40_000_000,
      leavesQty: 60_000_000,
      avgPx: 187_240_000,
      permId: 900_001,
      parentId: 20,
      lastPx: 187_250_000,
      clientId: 5,
      whyHeld: "child",
    });
    expect(await received(EventName.orderStatus, status)).toEqual([
      ...[21, "Submitted", 40, 60, 187.24, 900_001, 20, 187.25, 5, "child", 0],
    ]);
  });

  test("executions and commissions", async () => {
    const details = encode.execDetails(version, {
      reqId: -1,
      orderId: 21,
      contract: AAPL,
      execId: "00025b46.63f8f39c.01.01",
      time: wireTime(version, OPEN_US),
      accountId: "DU1234567",
      exchange: "ISLAND",
      side: "SLD",
      lastQty: 40_000_000,
      lastPx: 187_250_000,
      permId: 900_001,
      clientId: 5,
      cumQty: 100_000_000,
      avgPx: 187_240_000,
      orderRef: "K4Z7",
      lastLiquidity: 2,
    });
    expect(await received(EventName.execDetails, details)).toEqual([
      -1,
      AAPL_READ,
      {
        orderId: 21,
        execId: "00025b46.63f8f39c.01.01",
        time: version >= 174 ? "20240102 09:30:00 US/Eastern" : "20240102  09:30:00",
        acctNumber: "DU1234567",
        exchange: "ISLAND",
        side: "SLD",
        shares: 40,
        price: 187.25,
        permId: 900_001,
        clientId: 5,
        liquidation: 0,
        cumQty: 100,
        avgPrice: 187.24,
        orderRef: "K4Z7",
        evRule: "",
        evMultiplier: 0,
        modelCode: "",
        lastLiquidity: 2,
        ...(version >= 178 ? { pendingPriceRevision: false } : {}),
      },
    ]);
    expect(await received(EventName.execDetailsEnd, encode.execDetailsEnd(version, { reqId: 9 }))).toEqual([9]);
    const report = { execId: "00025b46.63f8f39c.01.01", commission: 1_050_000, currency: "USD" };
    const seenReport = {
      ...report,
      commission: 1.05,
      realizedPNL: undefined,
      yield: undefined,
      yieldRedemptionDate: 0,
    };
    expect(await received(EventName.commissionReport, encode.commissionReport(version, report))).toEqual([seenReport]);
    const closing = encode.commissionReport(version, { ...report, realizedPnl: -12_345_000 });
    expect(await received(EventName.commissionReport, closing)).toEqual([{ ...seenReport, realizedPNL: -12.345 }]);
  });

  test("account values, summary and positions", async () => {
    const accountId = "DU1234567";
    const value = encode.updateAccountValue(version, {
      key: "NetLiquidation",
      value: "25000.10",
      currency: "USD",
      accountId,
    });
    expect(await received(EventName.updateAccountValue, value)).toEqual([
      "NetLiquidation",
      "25000.10",
      "USD",
      accountId,
    ]);
    const portfolio = encode.updatePortfolio(version, {
      contract: AAPL,
      positionQty: -100_000_000,
      marketPx: 187_250_000,
      marketValue: -18_725_000_000,
      avgCost: 187_000_000,
      unrealizedPnl: -25_000_000,
      realizedPnl: 1_000_000,
      accountId,
    });
    const { exchange: _, ...portfolioContract } = { ...AAPL_READ, primaryExch: "NASDAQ" };
    expect(await received(EventName.updatePortfolio, portfolio)).toEqual([
      ...[portfolioContract, -100, 187.25, -18_725, 187, -25, 1, accountId],
    ]);
    expect(await received(EventName.updateAccountTime, encode.updateAccountTime(version, { time: "09:30" }))).toEqual([
      "09:30",
    ]);
    const end = encode.accountDownloadEnd(version, { accountId });
    expect(await received(EventName.accountDownloadEnd, end)).toEqual([accountId]);
    const summary = encode.accountSummary(version, {
      reqId: 6,
      accountId,
      tag: "BuyingPower",
      value: "1",
      currency: "USD",
    });
    expect(await received(EventName.accountSummary, summary)).toEqual([6, accountId, "BuyingPower", "1", "USD"]);
    expect(await received(EventName.accountSummaryEnd, encode.accountSummaryEnd(version, { reqId: 6 }))).toEqual([6]);
    const held = { accountId, contract: AAPL, positionQty: 500_000_000, avgCost: 196_770_000 };
    expect(await received(EventName.position, encode.position(version, held))).toEqual([
      accountId,
      AAPL_READ,
      500,
      196.77,
    ]);
    await received(EventName.positionEnd, encode.positionEnd(version));
    const multi = encode.positionMulti(version, { ...held, reqId: 8, modelCode: "M" });
    expect(await received(EventName.positionMulti, multi)).toEqual([8, accountId, "M", AAPL_READ, 500, 196.77]);
    expect(await received(EventName.positionMultiEnd, encode.positionMultiEnd(version, { reqId: 8 }))).toEqual([8]);
    const update = encode.accountUpdateMulti(version, {
      reqId: 8,
      accountId,
      modelCode: "M",
      key: "Cash",
      value: "1",
      currency: "USD",
    });
    expect(await received(EventName.accountUpdateMulti, update)).toEqual([8, accountId, "M", "Cash", "1", "USD"]);
    const updateEnd = encode.accountUpdateMultiEnd(version, { reqId: 8 });
    // The client does not parse this id.
    expect(await received(EventName.accountUpdateMultiEnd, updateEnd)).toEqual(["8"]);
  });

  test("all of this without a decoding error", () => {
    expect(real.client.errors).toEqual([]);
  });
});
