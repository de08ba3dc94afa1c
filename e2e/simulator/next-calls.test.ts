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
import { accountRows, holdingOf, type Row } from "./account-table.ts";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { barOf, dollars, OPEN, stepOf, stepsOf, stockOf } from "./market.ts";
import { firstOf, plainOf } from "./observing.ts";
import { details, samples } from "./reference-calls.ts";
import { CLOCK, EXEC_ID, execution, type KnownOrder, openOrder, toldAapl, toldStock } from "./told-orders.ts";

/** The second surface of the client, which waits for ends, keeps maps and throws errors. */
const ACCOUNT = "DU1234567";
const CLIENT = 21;
const aapl = stockOf("AAPL");
const START = "20240304-14:30:00";
let live: LiveMarket;
let next: IBApiNext;
let conId = 0;

beforeAll(async () => {
  live = await openLiveMarket(4);
  next = new IBApiNext({ host: "127.0.0.1", port: live.sim.port, reconnectInterval: 0 });
  next.connect(CLIENT);
  const [told] = await next.getContractDetails(aapl);
  conId = told?.contract.conId ?? 0;
});
afterAll(() => {
  next?.disconnect();
  live?.close();
});

const anOrder = (wish: Partial<Order>): Order => ({
  ...{ action: OrderAction.BUY, totalQuantity: 10, tif: TimeInForce.DAY, transmit: true, orderType: OrderType.LMT },
  ...wish,
});
/** Every tick of AAPL after a step, by type: quote, last trade, the day so far, the day before, the time of the last trade, no halt. */
function ticksAt(index: number, previousClose: number | undefined): object {
  const { bidPx, askPx, bidQty, askQty, closePx, volume } = stepOf("AAPL", index);
  const day = barOf(stepsOf("AAPL", 0, index + 1));
  const seconds = OPEN + (index + 1) * 5;
  const values = {
    ...{ 1: dollars(bidPx), 2: dollars(askPx), 4: dollars(closePx), 0: dollars(bidQty), 3: dollars(askQty) },
    ...{ 5: dollars(volume), 8: day.volume, 6: day.high, 7: day.low, 14: day.open, 9: previousClose, 49: 0 },
  };
  const told = Object.fromEntries(Object.entries(values).map(([type, value]) => [type, { value }]));
  return { ...told, 45: { value: seconds, stringValue: String(seconds) } };
}

/** What all trades have in common. */
const TRADE = {
  tickAttribLast: { pastLimit: false, unreported: false },
  exchange: expect.stringMatching(/^[A-Z]+$/) as string,
  specialConditions: expect.any(String) as string,
};
/** An open order as the list of them has it. */
function openOf(known: KnownOrder): object {
  const [, orderId, contract, order, orderState] = openOrder(known, { status: "Submitted" });
  return { orderId, contract, order, orderState };
}
const statusOf = (permId: number): object => ({
  ...{ status: "Submitted", filled: 0, remaining: 10, avgFillPrice: 0, permId, parentId: 0, lastFillPrice: 0 },
  ...{ clientId: CLIENT, whyHeld: "", mktCapPrice: 0 },
});
const gainOf = (gain: number): object => ({ dailyPnL: gain, unrealizedPnL: gain, realizedPnL: 0 });

/** Rows by key and currency. */
function nested(rows: readonly Row[]): object {
  const keys: Record<string, Record<string, object>> = {};
  for (const [key, value, currency] of rows) keys[key] = { ...keys[key], [currency]: { value } };
  return keys;
}
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
    expect(await next.getContractDetails(aapl)).toEqual([details(conId)]);
    expect(await next.getMatchingSymbols("AAPL")).toEqual(samples(conId));
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
    // The first trade of AAPL: 14:30 in London on 12 December 1980.
    expect(await next.getHeadTimestamp(aapl, WhatToShow.TRADES, true, 2)).toBe("345479400");
    const begun = Array.from({ length: 11 }, (_, index) => barOf(stepsOf("AAPL", 0, index + 1)));
    // The minute that has begun is all that traded: at its last price so far.
    const possible = begun.map((bar) => [{ price: bar.close, size: bar.volume }]);
    expect(possible).toContainEqual(await next.getHistogramData(aapl, true, 1, DurationUnit.DAY));
    const trades = await firstOf(next.getHistoricalTicksLast(aapl, START, "", 1, 1));
    expect(trades).toEqual(trades.map(({ price, size }) => ({ ...TRADE, time: OPEN, price, size })));
    expect([trades[0]?.price, trades.every(({ price = 0 }) => price >= low && price <= high)]).toEqual([open, true]);
    const { bidPx, askPx, bidQty, askQty } = stepOf("AAPL", 0);
    expect(await firstOf(next.getHistoricalTicksBidAsk(aapl, START, "", 1, 1, true))).toEqual([
      {
        ...{ time: OPEN, priceBid: dollars(bidPx), priceAsk: dollars(askPx) },
        ...{ sizeBid: dollars(bidQty), sizeAsk: dollars(askQty) },
        tickAttribBidAsk: { bidPastLow: false, askPastHigh: false },
      },
    ]);
    expect(await firstOf(next.getHistoricalTicksMid(aapl, START, "", 1, 1))).toEqual([
      { time: OPEN, size: 0, price: dollars((bidPx + askPx) / 2) },
    ]);
  });
});

describe.concurrent("what goes on", () => {
  it("ticks, as a snapshot and as they change", async () => {
    next.setMarketDataType(MarketDataType.REALTIME);
    const step = await live.nextStep();
    const days = [aapl, "", "2 D", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1] as const;
    const [{ close: previousClose } = {}] = await next.getHistoricalData(...days);
    // The client queues its calls: the next step may have been played meanwhile.
    const possible = [0, 1, 2, 3].map((later) => ticksAt(step + later, previousClose));
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
    const { price: tradePrice, size: tradeSize, time } = tick;
    expect(tick).toEqual({ ...TRADE, tickType: 1, time, price: tradePrice, size: tradeSize, contract: aapl });
    expect(tick.price).toBeGreaterThanOrEqual(low);
    expect(tick.price).toBeLessThanOrEqual(high);
    expect(tick.size).toBeLessThanOrEqual(volume);
  });

  it("a scan of what trades most", async () => {
    const scan = next.getMarketScanner({
      ...{ instrument: Instrument.STK, locationCode: LocationCode.STK_US, scanCode: ScanCode.MOST_ACTIVE },
      numberOfRows: 2,
    });
    const [spy] = await next.getContractDetails(stockOf("SPY"));
    const spyId = spy?.contract.conId ?? 0;
    const { all } = await firstOf(scan, (update) => update.all.size === 2);
    const rows = [
      [0, toldStock("SPY", "SPY", spyId)],
      [1, toldAapl(conId)],
    ] as const;
    expect([...all]).toEqual(
      rows.map(([rank, { multiplier: _multiplier, lastTradeDateOrContractMonth: _date, ...contract }]) => [
        rank,
        {
          ...{ rank, distance: "", benchmark: "", projection: "", legStr: "" },
          contract: { contract, marketName: contract.tradingClass },
        },
      ]),
    );
  });
});

describe("accounts and orders", () => {
  it("an order that rests is found, changed and canceled", async () => {
    const id = await next.placeNewOrder(aapl, anOrder({ lmtPrice: 1, orderRef: "n1" }));
    const placed = await firstOf(next.getOpenOrders(), ({ all }) => all.some(({ orderId }) => orderId === id));
    const order = placed.all.find(({ orderId }) => orderId === id);
    const permId = order?.order.permId ?? 0;
    const wish = anOrder({ lmtPrice: 1, orderRef: "n1" });
    const known: KnownOrder = { ...{ orderId: id, permId, clientId: CLIENT, contract: toldAapl(conId) }, wish };
    // Whether its status came before this look or comes after it.
    const status = { orderStatus: order?.orderStatus && statusOf(permId) };
    expect(order).toEqual({ ...openOf(known), ...status });
    // An end without an id ends whatever is asked when it comes: so nothing may be on its way.
    await next.getCurrentTime();
    const change = { ...wish, lmtPrice: 2 };
    next.modifyOrder(id, aapl, change);
    const changed = (await next.getAllOpenOrders()).find(({ orderId }) => orderId === id);
    expect(changed).toEqual({
      ...openOf({ ...known, wish: change }),
      ...{ orderStatus: changed?.orderStatus && statusOf(permId) },
    });
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
    const { execId = "", permId = 0, time = "" } = fills[0]?.execution ?? {};
    const wish = anOrder({ orderType: OrderType.MKT, orderRef: "n2" });
    const known: KnownOrder = { ...{ orderId: id, permId, clientId: CLIENT, contract: toldAapl(conId) }, wish };
    expect([execId, time]).toEqual([EXEC_ID, CLOCK]);
    const [, , contract, told] = execution(0, known, { execId, time, price });
    // The client's own number of the request.
    expect(fills).toEqual([{ reqId: expect.any(Number), contract, execution: told }]);
    const commissions = await next.getCommissionReport({});
    expect(commissions).toContainEqual({
      ...{ execId, commission: 1, currency: "USD", yieldRedemptionDate: 0 },
    });
    const cost = Math.round((price * 10 + 1) * 100) / 1000;
    expect((await firstOf(next.getPositions())).all.get(ACCOUNT)).toEqual([
      { account: ACCOUNT, pos: 10, avgCost: cost, contract },
    ]);
    const cash = (1_000_000 - price * 10 - 1).toFixed(2);
    const summary = await firstOf(next.getAccountSummary("All", "TotalCashValue"), ({ all }) => all.has(ACCOUNT));
    expect(plainOf(summary.all.get(ACCOUNT)?.get("TotalCashValue"))).toEqual({ USD: { value: cash } });
    const updates = await firstOf(next.getAccountUpdates(ACCOUNT), ({ all }) => all.portfolio?.has(ACCOUNT) === true);
    // Marked at the last price of a step: that of all rows.
    const mark = updates.all.portfolio?.get(ACCOUNT)?.[0]?.marketPrice ?? 0;
    const marks = [0, 1, 2, 3].map((later) => dollars(stepOf("AAPL", step + later).closePx));
    expect(marks).toContain(mark);
    const trades = [{ symbol: "AAPL", shares: 10, price, commission: 1 }];
    const { value: marketValue, unrealized: unrealizedPNL } = holdingOf(trades, "AAPL", mark);
    const { exchange: _exchange, ...place } = toldAapl(conId);
    expect(updates.all.portfolio?.get(ACCOUNT)).toEqual([
      {
        ...{ account: ACCOUNT, contract: { ...place, primaryExch: "NASDAQ" }, pos: 10, avgCost: cost },
        ...{ marketPrice: mark, marketValue, unrealizedPNL, realizedPNL: 0 },
      },
    ]);
    expect(plainOf(updates.all.value?.get(ACCOUNT))).toEqual(nested(accountRows(trades, { AAPL: mark }, ACCOUNT)));
    const pnl = await firstOf(next.getPnL(ACCOUNT));
    const single = await firstOf(next.getPnLSingle(ACCOUNT, "", conId));
    const gains = marks.map((one) => holdingOf(trades, "AAPL", one));
    expect(gains.map(({ unrealized }) => gainOf(unrealized))).toContainEqual(pnl);
    expect(
      gains.map(({ unrealized, value }) => ({ ...gainOf(unrealized), position: 10, marketValue: value })),
    ).toContainEqual(single);
  });
});
