import {
  BarSizeSetting,
  DurationUnit,
  IBApiNext,
  Instrument,
  LocationCode,
  MarketDataType,
  type Order,
  OrderAction,
  OrderType,
  ScanCode,
  SecType,
  IBApiTickType as TickType,
  TimeInForce,
  WhatToShow,
} from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { barOf, dollars, OPEN, stepOf, stepsOf, stockOf } from "./market.ts";
import { firstOf, plainOf } from "./observing.ts";

/** The second surface of the client, which waits for ends, keeps maps and throws errors. */
const ACCOUNT = "DU1234567";
const aapl = stockOf("AAPL");
const START = "20240304-14:30:00";
let live: LiveMarket;
let next: IBApiNext;
let conId = 0;

beforeAll(async () => {
  live = await openLiveMarket(3);
  next = new IBApiNext({ host: "127.0.0.1", port: live.sim.port, reconnectInterval: 0 });
  next.connect(21);
  const [details] = await next.getContractDetails(aapl);
  conId = details?.contract.conId ?? 0;
});
afterAll(() => {
  next?.disconnect();
  live?.close();
});

const anOrder = (wish: Partial<Order>): Order => ({
  ...{ action: OrderAction.BUY, totalQuantity: 10, tif: TimeInForce.DAY, transmit: true, orderType: OrderType.LMT },
  ...wish,
});
const refusal = (code: number, text: string): object => ({ code, error: expect.objectContaining({ message: text }) });

describe.concurrent("what is asked once", () => {
  it("time, accounts, ids, user", async () => {
    expect(await next.getCurrentTime()).toBeGreaterThanOrEqual(OPEN);
    expect(await next.getManagedAccounts()).toEqual([ACCOUNT]);
    expect(await next.getNextValidOrderId()).toBeGreaterThanOrEqual(1);
    expect(await next.getUserInfo()).toBe("");
  });

  it("instruments", async () => {
    expect(conId).toBeGreaterThan(0);
    expect((await next.getMatchingSymbols("AAPL"))[0]).toMatchObject({
      contract: { conId, symbol: "AAPL", secType: "STK", primaryExch: "NASDAQ", currency: "USD" },
      derivativeSecTypes: [],
    });
    expect(await next.getMarketRule(26)).toEqual([{ lowEdge: 0, increment: 0.01 }]);
    expect(await next.getSecDefOptParams("AAPL", "", SecType.STK, conId)).toEqual([]);
    await expect(next.getContractDetails({ ...aapl, exchange: "NOWHERE" })).rejects.toMatchObject(
      refusal(200, "No security definition has been found for the request"),
    );
  });

  it("services beside trading", async () => {
    expect(await next.getScannerParameters()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    expect(await next.getMarketDepthExchanges()).toEqual([]);
    await expect(next.getFundamentalData(aapl, "ReportSnapshot")).rejects.toMatchObject(
      refusal(430, "We are sorry, but fundamentals data for the security specified is not available."),
    );
    await expect(firstOf(next.getMarketDepth(aapl, 5, true))).rejects.toMatchObject(
      refusal(10_092, "Deep market data is not supported for this combination of security type/exchange"),
    );
  });

  it("the past", async () => {
    const steps = stepsOf("AAPL", 0, 1);
    const bars = await next.getHistoricalData(
      ...([aapl, "20240304-14:30:05", "5 S", BarSizeSetting.SECONDS_FIVE, WhatToShow.TRADES, 1, 2] as const),
    );
    const { open, high, low, close, volume } = barOf(steps);
    const [wap, count] = [dollars(steps[0]?.wapPx ?? 0), steps[0]?.tradeCount];
    expect(bars).toEqual([{ time: String(OPEN), open, high, low, close, volume, count, WAP: wap }]);
    const head = await next.getHeadTimestamp(aapl, WhatToShow.TRADES, true, 2);
    expect(Number(head)).toBeLessThan(OPEN);
    const histogram = await next.getHistogramData(aapl, true, 1, DurationUnit.DAY);
    expect(histogram.reduce((sum, { size }) => sum + (size ?? 0), 0)).toBeGreaterThan(0);
    const trades = await firstOf(next.getHistoricalTicksLast(aapl, START, "", 1, 1));
    expect(trades[0]).toMatchObject({ time: OPEN, price: open });
    const quotes = await firstOf(next.getHistoricalTicksBidAsk(aapl, START, "", 1, 1, true));
    expect(quotes[0]).toMatchObject({ time: OPEN, priceBid: expect.any(Number), priceAsk: expect.any(Number) });
    expect(quotes[0]?.priceAsk).toBeGreaterThan(Number(quotes[0]?.priceBid));
    const middles = await firstOf(next.getHistoricalTicksMid(aapl, START, "", 1, 1));
    expect(middles[0]).toMatchObject({ time: OPEN, size: 0, price: expect.any(Number) });
  });
});

describe.concurrent("what goes on", () => {
  it("ticks, as a snapshot and as they change", async () => {
    next.setMarketDataType(MarketDataType.REALTIME);
    const step = await live.nextStep();
    const ticksOf = (index: number): object => {
      const { bidPx, askPx, bidQty, askQty, closePx } = stepOf("AAPL", index);
      const prices = { 1: { value: dollars(bidPx) }, 2: { value: dollars(askPx) }, 4: { value: dollars(closePx) } };
      return { ...prices, 0: { value: dollars(bidQty) }, 3: { value: dollars(askQty) }, 49: { value: 0 } };
    };
    // The client queues its calls: the next step may have been played meanwhile.
    const possible = [0, 1, 2, 3].map((later) => expect.objectContaining(ticksOf(step + later)) as object);
    const snapshot = plainOf(await next.getMarketDataSnapshot(aapl, "", false));
    expect(possible).toContainEqual(snapshot);
    const stream = next.getMarketData(aapl, "", false, false);
    const { all } = await firstOf(stream, (update) => update.all.has(TickType.CLOSE));
    expect(possible).toContainEqual(plainOf(all));
  });

  it("bars of five seconds, and a history that grows", async () => {
    const step = await live.nextStep();
    const bar = firstOf(next.getRealTimeBars(stockOf("SPY"), WhatToShow.TRADES, true));
    const newest = firstOf(
      next.getHistoricalDataUpdates(stockOf("SPY"), BarSizeSetting.SECONDS_FIVE, WhatToShow.TRADES, 2),
      ({ time }) => Number(time) === OPEN + (step + 1) * 5,
    );
    const { open, high, low, close, volume } = barOf(stepsOf("SPY", step + 1, 1));
    const { wapPx, tradeCount } = stepOf("SPY", step + 1);
    const expected = { open, high, low, close, volume, count: tradeCount, WAP: dollars(wapPx) };
    expect(await bar).toEqual({ ...expected, time: String(OPEN + (step + 1) * 5) });
    expect(await newest).toEqual({ ...expected, time: String(OPEN + (step + 1) * 5) });
  });

  it("every trade", async () => {
    const step = await live.nextStep();
    const tick = await firstOf(next.getTickByTickAllLastDataUpdates(aapl, 0, false));
    const at = Math.floor((tick.time - OPEN) / 5);
    expect(at).toBe(step + 1);
    const { low, high, volume } = barOf(stepsOf("AAPL", at, 1));
    expect(tick).toMatchObject({
      tickType: 1,
      exchange: expect.stringMatching(/^[A-Z]+$/),
      specialConditions: expect.any(String),
    });
    expect(tick.price).toBeGreaterThanOrEqual(low);
    expect(tick.price).toBeLessThanOrEqual(high);
    expect(tick.size).toBeLessThanOrEqual(volume);
  });

  it("a scan of what trades most", async () => {
    const scan = next.getMarketScanner({
      ...{ instrument: Instrument.STK, locationCode: LocationCode.STK_US, scanCode: ScanCode.MOST_ACTIVE },
      numberOfRows: 2,
    });
    const { all } = await firstOf(scan, (update) => update.all.size === 2);
    expect([...all.keys()]).toEqual([0, 1]);
  });
});

describe("accounts and orders", () => {
  it("an order that rests is found, changed and canceled", async () => {
    const id = await next.placeNewOrder(aapl, anOrder({ lmtPrice: 1, orderRef: "n1" }));
    const placed = await firstOf(next.getOpenOrders(), ({ all }) => all.some(({ orderId }) => orderId === id));
    const order = placed.all.find(({ orderId }) => orderId === id);
    expect(order).toMatchObject({
      contract: { conId, symbol: "AAPL" },
      order: { action: "BUY", lmtPrice: 1, totalQuantity: 10, orderRef: "n1", clientId: 21 },
      orderState: { status: "Submitted" },
    });
    // An end without an id ends whatever is asked when it comes: so nothing may be on its way.
    await next.getCurrentTime();
    next.modifyOrder(id, aapl, anOrder({ lmtPrice: 2, orderRef: "n1" }));
    const changed = (await next.getAllOpenOrders()).find(({ orderId }) => orderId === id);
    expect(changed?.order).toMatchObject({ lmtPrice: 2, permId: order?.order.permId });
    next.cancelOrder(id);
    expect(await next.getAllOpenOrders()).toEqual([]);
    next.placeOrder(id + 1, aapl, anOrder({ lmtPrice: 1 }));
    expect(await next.getAllOpenOrders()).toHaveLength(1);
    next.cancelAllOrders();
    expect(await next.getAllOpenOrders()).toEqual([]);
    // TWS answers this with the orders that it binds: to another client than 0 with nothing.
    next.getAutoOpenOrders(false).subscribe().unsubscribe();
  });

  it("an order that fills moves the account by its cost", async () => {
    const step = await live.nextStep();
    const price = dollars(stepOf("AAPL", step).askPx);
    const id = await next.placeNewOrder(aapl, anOrder({ orderType: OrderType.MKT, orderRef: "n2" }));
    const fills = (await next.getExecutionDetails({})).filter(
      // The client counts what was told without being asked among the answers.
      ({ reqId, execution }) => reqId !== -1 && execution.orderRef === "n2",
    );
    expect(fills).toEqual([
      expect.objectContaining({
        contract: expect.objectContaining({ conId, symbol: "AAPL" }),
        execution: expect.objectContaining({
          orderId: id,
          shares: 10,
          side: "BOT",
          price,
          cumQty: 10,
          avgPrice: price,
        }),
      }),
    ]);
    const commissions = await next.getCommissionReport({});
    expect(commissions).toContainEqual({
      ...{ execId: fills[0]?.execution.execId, commission: 1, currency: "USD", yieldRedemptionDate: 0 },
    });
    const cost = Math.round((price * 10 + 1) * 100) / 1000;
    const [position] = (await firstOf(next.getPositions())).all.get(ACCOUNT) ?? [];
    expect(position).toMatchObject({ account: ACCOUNT, pos: 10, avgCost: cost, contract: { conId, symbol: "AAPL" } });
    const cash = (1_000_000 - price * 10 - 1).toFixed(2);
    const summary = await firstOf(next.getAccountSummary("All", "TotalCashValue"), ({ all }) => all.has(ACCOUNT));
    expect(plainOf(summary.all.get(ACCOUNT)?.get("TotalCashValue"))).toEqual({ USD: { value: cash } });
    const updates = await firstOf(next.getAccountUpdates(ACCOUNT), ({ all }) => all.portfolio?.has(ACCOUNT) === true);
    expect(updates.all.portfolio?.get(ACCOUNT)?.[0]).toMatchObject({ pos: 10, avgCost: cost });
    const value = updates.all.value?.get(ACCOUNT)?.get("CashBalance")?.get("USD");
    expect(value).toMatchObject({ value: cash });
    const pnl = await firstOf(next.getPnL(ACCOUNT));
    const single = await firstOf(next.getPnLSingle(ACCOUNT, "", conId));
    expect(pnl).toMatchObject({ realizedPnL: 0, dailyPnL: pnl.unrealizedPnL });
    expect(single).toMatchObject({ position: 10, realizedPnL: 0 });
    const mark = Number(single.marketValue) / 10;
    expect(single.unrealizedPnL).toBeCloseTo((mark - price) * 10 - 1, 6);
  });
});
