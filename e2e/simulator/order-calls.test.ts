import { type Order, OrderAction, OrderType, TimeInForce } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knowStock } from "./calls.ts";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { dollars, stepOf, stockOf } from "./market.ts";
import { connectRecorder, type Recorder, type Told } from "./recorder.ts";
import {
  CLOCK,
  completedOrder,
  EXEC_ID,
  execution,
  type KnownOrder,
  openOrder,
  orderStatus,
  toldAapl,
  toldStock,
} from "./told-orders.ts";

/** Orders and what they do to an account, from one client; the tests lean on one another, as orders do. */
const CLIENT = 12;
const ACCOUNT = "DU1234567";
const SHARES = 100;
const aapl = stockOf("AAPL");
const anOrder = (wish: Order): Order => ({
  ...{ action: OrderAction.BUY, totalQuantity: SHARES, tif: TimeInForce.DAY, transmit: true, orderRef: "ref" },
  ...wish,
});
const cents = (value: number): number => Math.round(value * 100) / 100;

let live: LiveMarket;
let recorder: Recorder;
let conId: number;
let contract: object;
beforeAll(async () => {
  live = await openLiveMarket(3);
  recorder = await connectRecorder(live.sim.port, CLIENT);
  ({ conId } = await knowStock(recorder, "AAPL"));
  contract = toldAapl(conId);
});
afterAll(() => {
  recorder?.close();
  live?.close();
});

const CASH = 1_000_000;
/** The last prices of the market's first five minutes; these tests are over before. */
const marksOf = (symbol: string): readonly number[] =>
  Array.from({ length: 60 }, (_, step) => dollars(stepOf(symbol, step).closePx));

const permIdOf = (told: readonly Told[]): number => Number(told.find(([event]) => event === "orderStatus")?.[6]);

/** An order as all messages about it tell it, once the first has told its permId. */
const known = (orderId: number, wish: Order, told: readonly Told[]): KnownOrder => ({
  ...{ orderId, wish, contract, clientId: CLIENT, permId: permIdOf(told) },
});

describe("a market order", () => {
  it("is told as the recorded one, filled at the ask, and changes the account by its cost", async () => {
    const price = dollars(stepOf("AAPL", 0).askPx);
    const mark = dollars(stepOf("AAPL", 0).closePx);
    const wish = anOrder({ orderType: OrderType.MKT });
    const told = await recorder.asked((api) => void api.placeOrder(1, aapl, wish));
    const order = known(1, wish, told);
    const fill = { execId: EXEC_ID, time: CLOCK, price };
    const filled = { status: "Filled", filled: SHARES, remaining: 0 };
    expect(order.permId).toBeGreaterThan(0);
    expect(told).toEqual([
      openOrder(order, { status: "PreSubmitted" }),
      orderStatus(order, { status: "PreSubmitted", filled: 0, remaining: SHARES }),
      execution(-1, order, fill),
      openOrder(order, { status: "Filled" }),
      orderStatus(order, filled, price),
      openOrder(order, { status: "Filled", commission: 1, commissionCurrency: "USD" }),
      ["commissionReport", { execId: EXEC_ID, commission: 1, currency: "USD", yieldRedemptionDate: 0 }],
    ]);
    const { execId, time } = (told[2] ?? [])[3] as { execId: string; time: string };
    expect(told[6]?.[1]).toMatchObject({ execId });

    expect(await recorder.asked((api) => void api.reqExecutions(20, {}))).toEqual([
      execution(20, order, { execId, time, price }),
      ["commissionReport", { execId, commission: 1, currency: "USD", yieldRedemptionDate: 0 }],
      ["execDetailsEnd", 20],
    ]);
    const noneOfSpy = await recorder.asked((api) => void api.reqExecutions(21, { symbol: "SPY" }));
    expect(noneOfSpy).toEqual([["execDetailsEnd", 21]]);
    expect(await recorder.asked((api) => void api.reqCompletedOrders(true))).toEqual([
      completedOrder(order, SHARES, {
        status: "Filled",
        completedTime: time,
        completedStatus: `Filled Size: ${SHARES}`,
      }),
      ["completedOrdersEnd"],
    ]);

    const averageCost = cents((price * SHARES + 1) / SHARES);
    expect(await recorder.asked((api) => void api.reqPositions())).toEqual([
      ["position", ACCOUNT, contract, SHARES, averageCost],
      ["positionEnd"],
    ]);
    expect(await recorder.asked((api) => void api.reqPositionsMulti(22, ACCOUNT, ""))).toEqual([
      ["positionMulti", 22, ACCOUNT, "", contract, SHARES, averageCost],
      ["positionMultiEnd", 22],
    ]);
    const value = cents(mark * SHARES);
    const gain = cents(value - price * SHARES - 1);
    expect(await recorder.asked((api) => void api.reqPnL(23, ACCOUNT, ""))).toEqual([["pnl", 23, gain, gain, 0]]);
    expect(await recorder.asked((api) => void api.reqPnLSingle(24, ACCOUNT, "", conId))).toEqual([
      ["pnlSingle", 24, SHARES, gain, gain, 0, value],
    ]);
    const cancels = await recorder.asked(
      (api) => void api.cancelPositions().cancelPositionsMulti(22).cancelPnL(23).cancelPnLSingle(24),
    );
    expect(cancels).toEqual([]);

    const cash = cents(1_000_000 - price * SHARES - 1);
    const updates = await recorder.asked((api) => void api.reqAccountUpdates(true, ACCOUNT));
    const {
      primaryExch,
      exchange: _exchange,
      ...place
    } = { ...contract, primaryExch: "NASDAQ" } as never as {
      primaryExch: string;
      exchange: string;
    };
    expect(updates.slice(-3)).toEqual([
      ["updatePortfolio", { ...place, primaryExch }, SHARES, mark, value, averageCost, gain, 0, ACCOUNT],
      ["updateAccountTime", expect.stringMatching(/^09:3\d$/)],
      ["accountDownloadEnd", ACCOUNT],
    ]);
    const inDollars = (key: string, amount: number): Told => [
      "updateAccountValue",
      key,
      amount.toFixed(2),
      "USD",
      ACCOUNT,
    ];
    const margin = value / 4;
    for (const expected of [
      inDollars("CashBalance", cash),
      inDollars("TotalCashBalance", cash),
      inDollars("StockMarketValue", value),
      inDollars("GrossPositionValue", value),
      inDollars("NetLiquidation", cash + value),
      inDollars("EquityWithLoanValue", cash + value),
      inDollars("UnrealizedPnL", gain),
      inDollars("RealizedPnL", 0),
      inDollars("FullInitMarginReq", margin),
      inDollars("FullMaintMarginReq", margin),
      inDollars("ExcessLiquidity", cash + value - margin),
    ]) {
      expect(updates).toContainEqual(expected);
    }
    await recorder.asked((api) => void api.reqAccountUpdates(false, ACCOUNT));
    const { position } = await live.sim.get<{ position: object }>("/sim");
    expect(position, "all of it was told within one step").toEqual({ sessionIndex: 0, stepIndex: 0 });
  });

  it("that is filled can be neither changed nor canceled", async () => {
    const wish = anOrder({ orderType: OrderType.MKT, totalQuantity: 50 });
    expect(await recorder.asked((api) => void api.placeOrder(1, aapl, wish))).toEqual([
      ["error", expect.stringMatching(/^Can(no|')t modify a filled order\.$/), 104, 1],
    ]);
    expect(await recorder.asked((api) => void api.cancelOrder(1))).toEqual([
      [
        "error",
        expect.stringMatching(/^OrderId 1 that needs to be cancelled can ?not be cancelled, state: Filled\.$/),
        10_148,
        1,
      ],
    ]);
  });
});

describe("a limit order far from the market", () => {
  const wish = anOrder({ orderType: OrderType.LMT, lmtPrice: 1, orderRef: "far" });
  const changed = { ...wish, lmtPrice: 2, totalQuantity: 60 };
  const working = { status: "Submitted", filled: 0, remaining: SHARES };
  const workingLess = { ...working, remaining: 60 };
  let order: KnownOrder;

  it("works, is changed, and is told to who asks", async () => {
    const told = await recorder.asked((api) => void api.placeOrder(2, aapl, wish));
    order = known(2, wish, told);
    expect(told).toEqual([openOrder(order, { status: "Submitted" }), orderStatus(order, working)]);
    const change = await recorder.asked((api) => void api.placeOrder(2, aapl, changed));
    const after = { ...order, wish: changed };
    const both = [openOrder(after, { status: "Submitted" }), orderStatus(after, workingLess)];
    expect(change).toEqual(both);
    expect(await recorder.asked((api) => void api.reqOpenOrders())).toEqual([...both, ["openOrderEnd"]]);
    const other = await connectRecorder(live.sim.port, CLIENT + 1);
    expect(await other.asked((api) => void api.reqOpenOrders())).toEqual([["openOrderEnd"]]);
    expect(await other.asked((api) => void api.reqAllOpenOrders())).toEqual([...both, ["openOrderEnd"]]);
    expect(await other.asked((api) => void api.cancelOrder(2))).toEqual([
      ["error", "OrderId 2 that needs to be cancelled is not found.", 10_147, 2],
    ]);
    other.close();
  });

  it("ends with cancelOrder", async () => {
    expect(await recorder.asked((api) => void api.cancelOrder(2))).toEqual([
      orderStatus(order, { ...workingLess, status: "Cancelled" }),
      ["error", "Order Canceled - reason:", 202, 2],
    ]);
    const [, told] = await recorder.asked((api) => void api.reqCompletedOrders(false));
    const state = { status: "Cancelled", completedTime: CLOCK, completedStatus: "Cancelled by Trader" };
    expect(told).toEqual(completedOrder({ ...order, wish: changed }, 0, state));
  });

  it("ends with reqGlobalCancel", async () => {
    const placed = await recorder.asked((api) => void api.placeOrder(3, aapl, wish));
    const told = await recorder.asked((api) => void api.reqGlobalCancel());
    expect(told.slice(0, 2)).toEqual([
      orderStatus(known(3, wish, placed), { ...working, status: "Cancelled" }),
      ["error", "Order Canceled - reason:", 202, 3],
    ]);
  });
});

describe("other calls about orders", () => {
  it("ask what an order would cost, and place none", async () => {
    const wish = anOrder({ orderType: OrderType.LMT, lmtPrice: 100, whatIf: true });
    const told = await recorder.asked((api) => void api.placeOrder(4, stockOf("SPY"), wish));
    expect(told).toHaveLength(1);
    const [, , of, order, state] = told[0] ?? [];
    const spy = toldStock("SPY", "SPY", (of as { conId: number }).conId);
    const { permId = 0 } = order as Order;
    const asking = { orderId: 4, permId, clientId: CLIENT, contract: spy, wish };
    const numbers = state as Record<string, number>;
    expect(told).toEqual([openOrder(asking, numbers)]);
    const { initMarginBefore = 0, equityWithLoanBefore = 0, equityWithLoanChange = 0 } = numbers;
    // What is held are the shares of the first test; Regulation T binds a quarter of their last price within the day.
    const held = marksOf("AAPL").filter((mark) => cents((SHARES * mark) / 4) === initMarginBefore);
    const paid = dollars(stepOf("AAPL", 0).askPx);
    const commission = 1;
    const equities = held.map((mark) => cents(CASH - commission + SHARES * (mark - paid)));
    expect(equities).toContain(equityWithLoanBefore);
    // Bought at 100, worth the last price from then on.
    const lastPx = cents(100 + (equityWithLoanChange + commission) / SHARES);
    expect(marksOf("SPY")).toContain(lastPx);
    const change = cents((SHARES * lastPx) / 4);
    expect(lastPx).toBeGreaterThan(0);
    expect(state).toMatchObject({
      status: "PreSubmitted",
      ...{ initMarginChange: change, maintMarginChange: change, maintMarginBefore: initMarginBefore },
      equityWithLoanAfter: cents(equityWithLoanBefore + equityWithLoanChange),
      ...{ commission, minCommission: commission, maxCommission: commission, commissionCurrency: "USD" },
    });
    expect(state).toMatchObject({ initMarginAfter: cents(initMarginBefore + change) });
    expect(await recorder.asked((api) => void api.reqOpenOrders())).toEqual([["openOrderEnd"]]);
  });

  it("bind what is placed by hand to client 0 alone", async () => {
    expect(await recorder.asked((api) => void api.reqAutoOpenOrders(true))).toEqual([]);
  });

  it("tell the next order id, after those that were used", async () => {
    expect(await recorder.asked((api) => void api.reqIds())).toEqual([["nextValidId", 5]]);
  });

  it("refuse an order for what is not there, and one of another kind of instrument", async () => {
    const wish = anOrder({ orderType: OrderType.MKT });
    expect(await recorder.asked((api) => void api.placeOrder(6, { ...aapl, exchange: "NOWHERE" }, wish))).toEqual([
      ["error", "No security definition has been found for the request", 200, 6],
    ]);
    const future = { ...aapl, secType: "FUT" as never };
    expect(await recorder.asked((api) => void api.placeOrder(7, future, wish))).toEqual([
      ["error", "No trading permissions.", 460, 7],
    ]);
  });
});
