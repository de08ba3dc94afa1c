import { BarSizeSetting, type Order, OrderAction, OrderType, TimeInForce, WhatToShow } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knowStock } from "./calls.ts";
import { type LimitedWay, openLimitedWay } from "./limited-client.ts";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { barOf, dollars, OPEN, stepOf, stepsOf, stockOf } from "./market.ts";
import { connectRecorder, type Recorder, type Told } from "./recorder.ts";
import { details, samples } from "./reference-calls.ts";
import {
  completedOrder,
  EXEC_ID,
  execution,
  type KnownOrder,
  openOrder,
  orderStatus,
  toldAapl,
} from "./told-orders.ts";
import { dayTicks, opening, quoteTicks } from "./told-ticks.ts";

/**
 * One scenario at each version that changes a layout which clients read: the real client, made to offer no more than that version.
 * Every version trades in an account of its own; all of them wait for the same steps. Beside what the client reads of each message,
 * its fields are counted on the wire, against the protocol's list of fields and the versions at which they came or went.
 */
const SHARES = 10;
const aapl = stockOf("AAPL");
const VERSIONS = [157, 164, 173, 176, 178, 193] as const;
type Version = (typeof VERSIONS)[number];
const accountOf = (version: Version): string => `DU1000${version}`;
const cents = (value: number): number => Math.round(value * 100) / 100;

/** How many fields a message has, its id among them: of a plain order, a stock, one security id. */
const FIELDS: Readonly<Record<Version, Readonly<Record<string, number>>>> = {
  157: { contractDetails: 41, openOrder: 128, completedOrder: 96, execDetails: 31, error: 5 },
  // Less its own version and the multiplier of sizes, with three sizes; duration, postToAts, autoCancelParent.
  164: { contractDetails: 42, openOrder: 131, completedOrder: 96, execDetails: 31, error: 5 },
  // Five offsets of pegged orders; the advanced reject of an error.
  173: { contractDetails: 42, openOrder: 136, completedOrder: 101, execDetails: 31, error: 6 },
  176: { contractDetails: 42, openOrder: 136, completedOrder: 101, execDetails: 31, error: 6 },
  // No profile of an adviser any more; whether the price may be revised.
  178: { contractDetails: 42, openOrder: 135, completedOrder: 100, execDetails: 32, error: 6 },
  // The last trading day, why an instrument may not be traded; customer, professional, interest, overnight, operator and hand.
  193: { contractDetails: 44, openOrder: 141, completedOrder: 102, execDetails: 32, error: 6 },
};
const IDS = { contractDetails: "10", openOrder: "5", completedOrder: "101", execDetails: "11", error: "4" };

/** The same of what the client sends. */
const SENT: Readonly<Record<Version, Readonly<Record<string, number>>>> = {
  157: { placeOrder: 110, cancelOrder: 3, reqContractDetails: 18 },
  164: { placeOrder: 113, cancelOrder: 3, reqContractDetails: 18 },
  173: { placeOrder: 115, cancelOrder: 4, reqContractDetails: 18 },
  176: { placeOrder: 115, cancelOrder: 4, reqContractDetails: 19 },
  178: { placeOrder: 114, cancelOrder: 4, reqContractDetails: 19 },
  193: { placeOrder: 118, cancelOrder: 5, reqContractDetails: 19 },
};
const SENT_IDS = { placeOrder: "3", cancelOrder: "4", reqContractDetails: "9" };

type Visit = { readonly way: LimitedWay; readonly recorder: Recorder };
let live: LiveMarket;
let conId = 0;
let previousClose = 0;
const visits = new Map<Version, Visit>();

beforeAll(async () => {
  live = await openLiveMarket(5, ["--account", VERSIONS.map(accountOf).join(",")]);
  await live.sim.post("/sim/switches", { historyPerContract: 0, historySameSeconds: 0 });
  for (const version of VERSIONS) {
    const way = await openLimitedWay(live.sim.port, version);
    visits.set(version, { way, recorder: await connectRecorder(way.port, version) });
  }
  const { recorder } = visitAt(193);
  ({ conId } = await knowStock(recorder, "AAPL"));
  const days = [aapl, "", "2 D", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1, false] as const;
  const [friday] = await recorder.asked((api) => void api.reqHistoricalData(1, ...days));
  previousClose = Number(friday?.[6]);
});
afterAll(() => {
  for (const { way, recorder } of visits.values()) {
    recorder.close();
    way.close();
  }
  live?.close();
});

function visitAt(version: Version): Visit {
  const visit = visits.get(version);
  if (visit === undefined) throw new Error(`nobody connected at ${version}`);
  return visit;
}

/** Times have two blanks and no zone before 174. */
const clockAt = (version: Version): string =>
  expect.stringMatching(version < 174 ? /^20240304 {2}09:3\d:\d\d$/ : /^20240304 09:3\d:\d\d US\/Eastern$/) as string;

/** The numbers of fields that the frames of some messages had: one number a message, or they would differ among themselves. */
function countsOf(frames: readonly (readonly string[])[], ids: Readonly<Record<string, string>>): object {
  const entries = Object.entries(ids).map(([name, id]) => {
    const lengths = new Set(frames.filter(([first]) => first === id).map(({ length }) => length));
    return [name, lengths.size === 1 ? [...lengths][0] : [...lengths]] as const;
  });
  return Object.fromEntries(entries);
}

const anOrder = (version: Version, wish: Order): Order => ({
  ...{ action: OrderAction.BUY, totalQuantity: SHARES, tif: TimeInForce.DAY, transmit: true },
  ...{ account: accountOf(version), orderRef: `v${version}`, ...wish },
});

/** The client itself refuses to ask for one before. */
const SCHEDULES_SINCE = 165;
const NO_SCHEDULE = (version: Version): string =>
  `Server Version ${version}: It does not support requesting of historical schedule.`;
const CLOSED_HOURS = { startDateTime: "20240304-09:30:00", endDateTime: "20240304-16:00:00", refDate: "20240304" };

async function askReference(version: Version, { asked }: Recorder): Promise<void> {
  expect(await asked((api) => void api.reqContractDetails(2, aapl))).toEqual([
    ["contractDetails", 2, details(conId, version)],
    ["contractDetailsEnd", 2],
  ]);
  expect(await asked((api) => void api.reqMatchingSymbols(3, "AAPL"))).toEqual([
    ["symbolSamples", 3, samples(conId, version)],
  ]);
}

async function askHistory(version: Version, { asked }: Recorder): Promise<void> {
  const { open, high, low, close, volume } = barOf(stepsOf("AAPL", 0, 1));
  const { wapPx, tradeCount } = stepOf("AAPL", 0);
  const clock = (time: string): string => (version < 174 ? `20240304  ${time}` : `20240304 ${time} US/Eastern`);
  const range = [
    aapl,
    "20240304-14:30:05",
    "5 S",
    BarSizeSetting.SECONDS_FIVE,
    WhatToShow.TRADES,
    1,
    1,
    false,
  ] as const;
  expect(await asked((api) => void api.reqHistoricalData(4, ...range))).toEqual([
    ["historicalData", 4, clock("09:30:00"), open, high, low, close, volume, tradeCount, dollars(wapPx)],
    [
      ...["historicalData", 4, `finished-${clock("09:30:00")}-${clock("09:30:05")}`],
      ...[-1, -1, -1, -1, -1, -1, -1, false],
    ],
  ]);
  const days = [aapl, "20240304-22:00:00", "1 D", BarSizeSetting.DAYS_ONE, WhatToShow.SCHEDULE, 1, 1, false] as const;
  const schedule = await asked((api) => void api.reqHistoricalData(5, ...days));
  const { startDateTime, endDateTime } = CLOSED_HOURS;
  expect(schedule).toEqual([
    version < SCHEDULES_SINCE
      ? ["error", NO_SCHEDULE(version), 503, 5]
      : ["historicalSchedule", 5, startDateTime, endDateTime, "US/Eastern", [CLOSED_HOURS]],
  ]);
}

/** Subscribes right after a step, and holds against the market what comes at once and with the next one. */
async function followMarket({ api, asked, taken }: Recorder): Promise<number> {
  const step = await live.nextStep();
  expect(
    await asked(
      () => void api.reqMktData(6, aapl, "", false, false).reqRealTimeBars(7, aapl, 5, WhatToShow.TRADES, true),
    ),
  ).toEqual([...opening(6), ...quoteTicks(6, step), ...dayTicks(6, step, previousClose)]);
  expect(await live.nextStep()).toBe(step + 1);
  const told = [...taken(), ...(await asked(() => void api.cancelMktData(6).cancelRealTimeBars(7)))];
  const { openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount } = stepOf("AAPL", step + 1);
  const bar = [openPx, highPx, lowPx, closePx, volume, wapPx].map(dollars);
  expect(told.filter(([event]) => event !== "realtimeBar")).toEqual(quoteTicks(6, step + 1));
  expect(told.filter(([event]) => event === "realtimeBar")).toEqual([
    ["realtimeBar", 7, OPEN + (step + 1) * 5, ...bar, tradeCount],
  ]);
  return step + 1;
}

const permIdOf = (told: readonly Told[]): number => Number(told.find(([event]) => event === "orderStatus")?.[6]);

/** Buys at the ask of a step, and gives the order with the id and the time of its execution. */
async function buy(version: Version, { asked }: Recorder, price: number) {
  const wish = anOrder(version, { orderType: OrderType.MKT });
  const told = await asked((api) => void api.placeOrder(1, aapl, wish));
  const order: KnownOrder = {
    ...{ orderId: 1, permId: permIdOf(told), clientId: version, contract: toldAapl(conId), wish },
  };
  const filled = { status: "Filled", filled: SHARES, remaining: 0 };
  const charge = { commission: 1, currency: "USD", yieldRedemptionDate: 0 };
  expect(told).toEqual([
    openOrder(order, { status: "PreSubmitted" }, version),
    orderStatus(order, { status: "PreSubmitted", filled: 0, remaining: SHARES }),
    execution(-1, order, { execId: EXEC_ID, time: clockAt(version), price }, version),
    openOrder(order, { status: "Filled" }, version),
    orderStatus(order, filled, price),
    openOrder(order, { status: "Filled", commission: 1, commissionCurrency: "USD" }, version),
    ["commissionReport", { execId: EXEC_ID, ...charge }],
  ]);
  const { execId, time } = (told[2] ?? [])[3] as { execId: string; time: string };
  expect(await asked((api) => void api.reqExecutions(8, { acctCode: accountOf(version) }))).toEqual([
    execution(8, order, { execId, time, price }, version),
    ["commissionReport", { execId, ...charge }],
    ["execDetailsEnd", 8],
  ]);
  return { order, time };
}

async function askAccount(version: Version, { asked }: Recorder, price: number): Promise<void> {
  const account = accountOf(version);
  const averageCost = cents((price * SHARES + 1) / SHARES);
  expect(await asked((api) => void api.reqPositionsMulti(9, account, ""))).toEqual([
    ["positionMulti", 9, account, "", toldAapl(conId), SHARES, averageCost],
    ["positionMultiEnd", 9],
  ]);
  const positions = await asked((api) => void api.reqPositions());
  expect(positions).toContainEqual(["position", account, toldAapl(conId), SHARES, averageCost]);
  // What the others buy meanwhile is told after it.
  expect(positions).toContainEqual(["positionEnd"]);
  const cash = (1_000_000 - price * SHARES - 1).toFixed(2);
  expect(await asked((api) => void api.reqAccountSummary(10, account, "TotalCashValue"))).toEqual([
    ["accountSummary", 10, account, "TotalCashValue", cash, "USD"],
    ["accountSummaryEnd", 10],
  ]);
  await asked((api) => void api.cancelPositions().cancelPositionsMulti(9).cancelAccountSummary(10));
}

/** An order that rests until it is canceled, one that is refused, one that only asks. */
async function tryOthers(version: Version, { asked }: Recorder): Promise<KnownOrder> {
  const wish = anOrder(version, { orderType: OrderType.LMT, lmtPrice: 1 });
  const told = await asked((api) => void api.placeOrder(2, aapl, wish));
  const order = { orderId: 2, permId: permIdOf(told), clientId: version, contract: toldAapl(conId), wish };
  const working = { status: "Submitted", filled: 0, remaining: SHARES };
  expect(await asked((api) => void api.reqOpenOrders())).toEqual([
    openOrder(order, { status: "Submitted" }, version),
    orderStatus(order, working),
    ["openOrderEnd"],
  ]);
  expect(await asked((api) => void api.cancelOrder(2))).toEqual([
    orderStatus(order, { ...working, status: "Cancelled" }),
    ["error", "Order Canceled - reason:", 202, 2],
  ]);
  expect(await asked((api) => void api.placeOrder(3, { ...aapl, exchange: "NOWHERE" }, wish))).toEqual([
    ["error", "No security definition has been found for the request", 200, 3],
  ]);
  const question = anOrder(version, { orderType: OrderType.LMT, lmtPrice: 100, whatIf: true });
  const [answer, ...rest] = await asked((api) => void api.placeOrder(4, aapl, question));
  expect(rest).toEqual([]);
  const state = answer?.[4] as Readonly<Record<string, number>>;
  const change = (before = 0, by = 0): number => cents(before + by);
  const { initMarginBefore, initMarginChange, maintMarginBefore, maintMarginChange } = state;
  const { permId: askedAs = 0 } = (answer?.[3] ?? {}) as Order;
  const asking = { ...order, orderId: 4, wish: question, permId: askedAs };
  expect(answer).toEqual(
    openOrder(
      asking,
      {
        ...state,
        status: "PreSubmitted",
        initMarginAfter: change(initMarginBefore, initMarginChange),
        maintMarginAfter: change(maintMarginBefore, maintMarginChange),
        equityWithLoanAfter: change(state["equityWithLoanBefore"], state["equityWithLoanChange"]),
      },
      version,
    ),
  );
  expect(Object.keys(state)).toEqual(expect.arrayContaining(["commission", "minCommission", "maxCommission"]));
  return order;
}

type Completed = { readonly bought: KnownOrder; readonly boughtAt: string; readonly canceled: KnownOrder };

/** The client takes the profile of an adviser, which there is before 177, for the field after it, and gives up at the end. */
const READS_COMPLETED_SINCE = 177;
const GAVE_UP = ["error", expect.stringMatching(/^Underrun error on COMPLETED_ORDER/), 505, -1] as const;
/** Where a completed order has them on the wire: behind its time come the status, and what later versions brought. */
const PERM_ID_AT = 23;
const timeAt = (version: Version): number => -2 - (version < 170 ? 0 : 5) - (version < 183 ? 0 : 2);

/** Orders of the version's own account. Where the client cannot read them: its error for each order of all, and what passed as bytes. */
async function askCompleted(version: Version, { asked }: Recorder, completed: Completed): Promise<void> {
  const { bought, boughtAt, canceled } = completed;
  const told = await asked((api) => void api.reqCompletedOrders(true));
  expect(told.at(-1)).toEqual(["completedOrdersEnd"]);
  const account = accountOf(version);
  const rows = visitAt(version).way.received.filter(([id, ...fields]) => id === "101" && fields.includes(account));
  expect(rows.map((fields) => [fields[PERM_ID_AT], fields.at(timeAt(version))])).toEqual([
    [String(bought.permId), boughtAt],
    [String(canceled.permId), clockAt(version)],
  ]);
  const read = told
    .slice(0, -1)
    .filter(([event, , order]) => event === "error" || (order as Order).account === account);
  const filled = { status: "Filled", completedTime: boughtAt, completedStatus: `Filled Size: ${SHARES}` };
  const ended = { status: "Cancelled", completedTime: clockAt(version), completedStatus: "Cancelled by Trader" };
  expect(read).toEqual(
    version < READS_COMPLETED_SINCE
      ? read.map(() => GAVE_UP)
      : [completedOrder(bought, SHARES, filled, version), completedOrder(canceled, 0, ended, version)],
  );
}

describe.concurrent("@stoqey/ib", () => {
  it.each(VERSIONS)("at %i is told what that version has, field by field", async (version) => {
    const { way, recorder } = visitAt(version);
    expect(recorder.api.serverVersion).toBe(version);
    await askReference(version, recorder);
    await askHistory(version, recorder);
    const step = await followMarket(recorder);
    const price = dollars(stepOf("AAPL", step).askPx);
    const bought = await buy(version, recorder, price);
    await askAccount(version, recorder, price);
    const canceled = await tryOthers(version, recorder);
    await askCompleted(version, recorder, { bought: bought.order, boughtAt: bought.time, canceled });
    expect(countsOf(way.received, IDS)).toEqual(FIELDS[version]);
    expect(countsOf(way.sent, SENT_IDS)).toEqual(SENT[version]);
  });
});
