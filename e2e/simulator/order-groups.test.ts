import { type Order, OrderAction, OrderType } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dollars, stepOf, stockOf } from "./market.ts";
import {
  anOrder,
  bothOf,
  canceled,
  fillOf,
  FIRST,
  knownOf,
  openOrderDesk,
  type OrderDesk,
  SECOND,
  SHARES,
  toldByNow,
  working,
} from "./order-desk.ts";
import { testConditions } from "./order-conditions.ts";
import type { Told } from "./recorder.ts";
import { CLOCK, completedOrder, type KnownOrder, orderStatus } from "./told-orders.ts";

/** Orders that hang together, several accounts, and orders that belong to somebody else. */
let desk: OrderDesk;
beforeAll(async () => {
  desk = await openOrderDesk(5);
});
afterAll(() => desk?.close());

const aapl = stockOf("AAPL");
const spy = stockOf("SPY");
const far: Order = anOrder({ orderType: OrderType.LMT, lmtPrice: 1 });
const exit: Order = anOrder({ action: OrderAction.SELL, orderType: OrderType.LMT, lmtPrice: 900 });
/** Of all steps: which one it was makes no difference here. */
const pricesOf = (symbol: string, of: "askPx" | "closePx"): readonly number[] =>
  Array.from({ length: 60 }, (_, index) => dollars(stepOf(symbol, index)[of]));
const priceIn = (told: readonly Told[]): number =>
  Number((told.find(([event]) => event === "execDetails")?.[3] as { price?: number } | undefined)?.price);
const cents = (value: number): number => Math.round(value * 100) / 100;

describe("a bracket", () => {
  const held = { status: "PreSubmitted", filled: 0, remaining: SHARES };

  it("waits for its last order, works as one, and ends with the first exit; the master client sees all of it", async () => {
    const { live, trader, master, contracts } = desk;
    const stop = { ...exit, orderType: OrderType.STP, lmtPrice: 0, auxPrice: 0.5 };
    await toldByNow(master);
    const staged = await trader.asked(
      (api) =>
        void api
          .placeOrder(10, aapl, { ...far, transmit: false })
          .placeOrder(11, aapl, { ...exit, parentId: 10, transmit: false }),
    );
    expect(staged).toEqual([]);
    const told = await trader.asked((api) => void api.placeOrder(12, aapl, { ...stop, parentId: 10 }));
    const parent = knownOf(told, 10, contracts.AAPL, far);
    // TWS names the group of the children by their parent.
    const family = { parentId: 10, ocaGroup: String(parent.permId) };
    const [profit, loss] = [
      knownOf(told, 11, contracts.AAPL, { ...exit, ...family }),
      knownOf(told, 12, contracts.AAPL, { ...stop, ...family }),
    ];
    const all = [
      ...bothOf(parent, working()),
      ...bothOf(profit, { ...held, whyHeld: "child" }),
      ...bothOf(loss, { ...held, whyHeld: "child,trigger" }),
    ];
    expect(told).toEqual(all);
    expect(await trader.asked((api) => void api.reqOpenOrders())).toEqual([...all, ["openOrderEnd"]]);

    const { askPx, bidPx } = stepOf("AAPL", await live.nextStep());
    const [bought, sold] = [dollars(askPx), dollars(bidPx)];
    const entry = { ...far, lmtPrice: bought };
    const entered = await trader.asked((api) => void api.placeOrder(10, aapl, entry));
    const entering = { ...parent, wish: entry };
    expect(entered).toEqual([
      ...bothOf(entering, working()),
      ...fillOf(entering, { time: CLOCK, price: bought }),
      ...bothOf(profit, working()),
    ]);
    // The parent is gone: who still named it would be told 135 by TWS.
    const leave = { ...exit, lmtPrice: sold };
    const left = await trader.asked((api) => void api.placeOrder(11, aapl, leave));
    const leaving = { ...profit, wish: { ...leave, ...family } };
    const ended = [
      ...bothOf(leaving, working()),
      ...fillOf(leaving, { time: CLOCK, price: sold }, cents((sold - bought) * SHARES - 2)),
      ...canceled(loss, SHARES, "OCA group was filled"),
    ];
    expect(left).toEqual(ended);
    const seen = (await toldByNow(master)).filter(([event]) => event !== "openOrderEnd");
    expect(seen).toEqual([...told, ...entered, ...left]);
  });

  it("is canceled with its parent, and a child of none is refused", async () => {
    const { trader, contracts } = desk;
    const told = await trader.asked(
      (api) =>
        void api
          .placeOrder(13, aapl, { ...far, transmit: false })
          .placeOrder(14, aapl, { ...exit, parentId: 13 })
          .cancelOrder(13),
    );
    const parent = knownOf(told, 13, contracts.AAPL, far);
    const child = knownOf(told, 14, contracts.AAPL, { ...exit, parentId: 13, ocaGroup: String(parent.permId) });
    expect(told).toEqual([
      ...bothOf(parent, working()),
      ...bothOf(child, { ...held, whyHeld: "child" }),
      ...canceled(parent, SHARES),
      ...canceled(child, SHARES, "The parent order was cancelled"),
    ]);
    const orphan = await trader.asked((api) => void api.placeOrder(15, aapl, { ...exit, parentId: 99 }));
    expect(orphan).toEqual([["error", "Can't find order with id =99", 135, 15]]);
  });
});

/** Two wordings of TWS are known. */
const GONE = (orderId: number): unknown =>
  expect.stringMatching(`^OrderId ${orderId} that needs to be cancelled can ?not be cancelled, state: Cancelled\\.$`);

describe("an OCA group", () => {
  const PART = 40;

  // With block or without is a matter of what works at once at several exchanges: there is one here.
  it.each([
    [1, "ends with the first fill, though in part"],
    [2, "gets smaller with each fill"],
    [3, "gets smaller with each fill, which it does not block"],
  ])("of type %i %s", async (ocaType) => {
    const { live, trader, contracts } = desk;
    const [one, two] = [20 + 2 * ocaType, 21 + 2 * ocaType];
    const group = { ocaGroup: `group ${ocaType}`, ocaType };
    const [low, high] = [
      { ...far, ...group },
      { ...far, ...group, lmtPrice: 2 },
    ];
    const told = await trader.asked((api) => void api.placeOrder(one, spy, low).placeOrder(two, spy, high));
    const [first, second] = [knownOf(told, one, contracts.SPY, low), knownOf(told, two, contracts.SPY, high)];
    expect(told).toEqual([...bothOf(first, working()), ...bothOf(second, working())]);
    await live.sim.post("/sim/faults", { fault: "fill-order", symbol: "SPY", quantity: PART });
    const after = await toldByNow(trader);
    const price = priceIn(after);
    expect(pricesOf("SPY", "closePx")).toContain(price);
    const smaller: KnownOrder = { ...first, wish: { ...low, totalQuantity: SHARES - PART } };
    expect(after).toEqual([
      ...fillOf(second, { time: CLOCK, price, shares: PART }),
      ...(ocaType === 1 ? canceled(first, SHARES, "OCA group was filled") : bothOf(smaller, working(SHARES - PART))),
    ]);
    const ended = await trader.asked((api) => void api.cancelOrder(one).cancelOrder(two));
    expect(ended).toEqual([
      ...(ocaType === 1 ? [["error", GONE(one), 10_148, one]] : canceled(smaller, SHARES - PART)),
      orderStatus(second, { status: "Cancelled", filled: PART, remaining: SHARES - PART }, price),
      ["error", "Order Canceled - reason:", 202, two],
    ]);
  });
});

describe("several accounts of a login", () => {
  it("are listed, and each order goes to the one that it names", async () => {
    const { trader, contracts } = desk;
    expect(trader.greeting[0]).toEqual(["managedAccounts", `${FIRST},${SECOND},`]);
    const wish = anOrder({ orderType: OrderType.MKT, totalQuantity: 8, account: SECOND });
    const told = await trader.asked((api) => void api.placeOrder(30, aapl, wish));
    const price = priceIn(told);
    expect(pricesOf("AAPL", "askPx")).toContain(price);
    const order = knownOf(told, 30, contracts.AAPL, wish);
    expect(told).toEqual([
      ...bothOf(order, { status: "PreSubmitted", filled: 0, remaining: 8 }),
      ...fillOf(order, { time: CLOCK, price }),
    ]);
    const { account: _account, ...nameless } = wish;
    expect(await trader.asked((api) => void api.placeOrder(31, aapl, nameless))).toEqual([
      ["error", "You must specify an account.", 435, 31],
    ]);
    const cost = cents(((price * 8 + 1) * 1e4) / 8) / 1e4;
    expect(await trader.asked((api) => void api.reqPositionsMulti(1, SECOND, ""))).toEqual([
      ["positionMulti", 1, SECOND, "", contracts.AAPL, 8, cost],
      ["positionMultiEnd", 1],
    ]);
    const cash = (1_000_000 - price * 8 - 1).toFixed(2);
    expect(await trader.asked((api) => void api.reqAccountSummary(2, SECOND, "AccountType,TotalCashValue"))).toEqual([
      ["accountSummary", 2, SECOND, "AccountType", "INDIVIDUAL", ""],
      ["accountSummary", 2, SECOND, "TotalCashValue", cash, "USD"],
      ["accountSummaryEnd", 2],
    ]);
    const of = await trader.asked((api) => void api.reqExecutions(3, { acctCode: SECOND }));
    expect(of.map(([event]) => event)).toEqual(["execDetails", "commissionReport", "execDetailsEnd"]);
    const both = await trader.asked((api) => void api.reqAccountSummary(4, "All", "AccountType"));
    expect(both.map(([, , account]) => account)).toEqual([FIRST, SECOND, undefined]);
    await trader.asked((api) => void api.cancelPositionsMulti(1).cancelAccountSummary(2).cancelAccountSummary(4));
  });
});

describe("an order that a person placed in TWS", () => {
  const wish = anOrder({ orderType: OrderType.LMT, lmtPrice: 1.5, totalQuantity: 5 });
  const byHand = { fault: "manual-order", symbol: "TSLA", side: "BUY", quantity: 5, lmtPx: "1.5" };

  it("has no id until client 0 binds it, which works it from then on; it is no order of the API's", async () => {
    const { live, trader, binder, contracts } = desk;
    await live.sim.post("/sim/faults", byHand);
    expect(await toldByNow(binder)).toEqual([]);
    const seen = await trader.asked((api) => void api.reqAllOpenOrders());
    const unbound = knownOf(seen, 0, contracts.TSLA, wish);
    expect(unbound.clientId).toBe(0);
    expect(seen).toEqual([...bothOf(unbound, working(5)), ["openOrderEnd"]]);

    const { permId } = unbound;
    const first: KnownOrder = { ...unbound, orderId: -1 };
    expect(await binder.asked((api) => void api.reqOpenOrders())).toEqual([
      ["orderBound", permId, 0, -1],
      ...bothOf(first, working(5)),
      ["openOrderEnd"],
    ]);
    // Bound by that, though none after it will be. The client takes an error with the id -1 for one of the system, without its id.
    expect(await binder.asked((api) => void api.cancelOrder(-1))).toEqual([
      ...canceled(first, 5).slice(0, 1),
      ["info", "Order Canceled - reason:", 202],
    ]);

    expect(await binder.asked((api) => void api.reqAutoOpenOrders(true))).toEqual([]);
    await live.sim.post("/sim/faults", byHand);
    const bound = await toldByNow(binder);
    const second = knownOf(bound, -2, contracts.TSLA, wish);
    expect(bound).toEqual([["orderBound", second.permId, 0, -2], ...bothOf(second, working(5))]);
    const changed = { ...wish, lmtPrice: 2 };
    const change = await binder.asked((api) => void api.placeOrder(-2, stockOf("TSLA"), changed));
    const after: KnownOrder = { ...second, wish: changed };
    expect(change).toEqual(bothOf(after, working(5)));
    expect(await binder.asked((api) => void api.cancelOrder(-2))).toEqual(canceled(after, 5));

    const ofApi = await binder.asked((api) => void api.reqCompletedOrders(true));
    const ofAll = await binder.asked((api) => void api.reqCompletedOrders(false));
    const state = { status: "Cancelled", completedTime: CLOCK, completedStatus: "Cancelled by Trader" };
    expect(ofAll).toEqual([
      ...ofApi.slice(0, -1),
      ...[first, after].map((order) => completedOrder(order, 0, state)),
      ["completedOrdersEnd"],
    ]);
    expect(ofApi.length).toBeGreaterThan(8);
  });
});

testConditions(() => desk);
