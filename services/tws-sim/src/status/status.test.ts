import { micros, money, px, qty, us } from "@bowline/kernel";
import { type BrokerOrder, makeBroker } from "@bowline/matching";
import { describe, expect, it } from "vitest";
import { makeAccountSubscriptions } from "../answers/accounts/account-subscriptions.ts";
import { makeSubscriptions } from "../answers/data/subscriptions.ts";
import { switchesWith } from "../limits/switches.ts";
import { MOST_ROWS, type StatusFacts, statusOf } from "./status.ts";

const NOW = us(1_709_562_605_000_000);
const standing = makeBroker({ accountId: "DU1", cash: money(micros("5000")), symbols: ["IBM"] }).standing();
const order: BrokerOrder = {
  ...{ clientId: 3, ibOrderId: 9, permId: 77, orderRef: "<b>", account: "DU1", symbol: "IBM", side: "BUY" },
  ...{ ordType: "LMT", timeInForce: "DAY", transmit: true, status: "Submitted" },
  ...{ orderQty: qty(5_500_000), cumQty: qty(500_000), leavesQty: qty(5_000_000), lmtPx: px(12_340_000) },
};
const NOTHING: StatusFacts = {
  nowUs: NOW,
  wallMs: 1000,
  isFinished: false,
  sessions: [],
  position: undefined,
  clients: [],
  openOrders: [],
  executions: [],
  accounts: [],
  faults: [],
  switches: switchesWith(),
  ways: { behaviour: {}, fills: {} },
};
const statusWith = (facts: Partial<StatusFacts>) => statusOf({ ...NOTHING, ...facts });
const plan = (date: string) => ({ date, openUs: NOW, closeUs: NOW, steps: 12 });

describe("statusOf", () => {
  it("tells of a simulator in which nothing has happened", () => {
    expect(statusWith({})).toEqual({
      time: "2024-03-04T14:30:05.000Z",
      wallMs: 1000,
      isFinished: false,
      session: null,
      clients: [],
      openOrders: { count: 0, newest: [] },
      executions: { count: 0, newest: [] },
      accounts: [],
      faults: [],
      switches: [],
    });
  });

  it("counts sessions from 1, and the steps that were played", () => {
    const sessions = [plan("2024-03-04"), plan("2024-03-05")];
    expect(statusWith({ sessions }).session).toMatchObject({ date: "2024-03-04", number: 1, stepsDone: 0, steps: 12 });
    expect(statusWith({ sessions, position: { sessionIndex: 1, stepIndex: 4 } }).session).toEqual({
      date: "2024-03-05",
      number: 2,
      sessions: 2,
      stepsDone: 5,
      steps: 12,
    });
  });

  it("names what clients subscribed to, by client id", () => {
    const client = (clientId: number) => ({
      ...makeSubscriptions(),
      ...{ clientId, serverVersion: 178, accounts: makeAccountSubscriptions(), traffic: { received: 2, sent: 30 } },
    });
    const [idle, busy] = [client(7), client(2)];
    busy.ticks.set(1, { symbol: "IBM", generic: new Set(), isDelayed: false });
    busy.accounts.wantsPositions = true;
    expect(statusWith({ clients: [idle, busy] }).clients).toEqual([
      { clientId: 2, serverVersion: 178, subscriptions: { ticks: 1, positions: 1 }, received: 2, sent: 30 },
      { clientId: 7, serverVersion: 178, subscriptions: {}, received: 2, sent: 30 },
    ]);
  });

  it("shows orders and executions as text, the newest first and not all", () => {
    const openOrders = Array.from({ length: MOST_ROWS + 1 }, (_none, permId) => ({ ...order, permId }));
    const execution = { execId: "1.1", order, lastQty: qty(500_000), lastPx: px(12_330_000), transactUs: NOW };
    const status = statusWith({
      openOrders,
      executions: [{ ...execution, addedLiquidity: false, commission: money(1_005_000) }],
    });
    expect(status.openOrders.count).toBe(MOST_ROWS + 1);
    expect(status.openOrders.newest).toHaveLength(MOST_ROWS);
    expect(status.openOrders.newest[0]).toMatchObject({
      ...{
        permId: MOST_ROWS,
        orderId: 9,
        orderRef: "<b>",
        orderQty: "5.5",
        cumQty: "0.5",
        lmtPx: "12.34",
        stopPx: null,
      },
    });
    expect(status.executions.newest).toMatchObject([
      { execId: "1.1", time: "2024-03-04T14:30:05.000Z", lastQty: "0.5", lastPx: "12.33", commission: "1.00" },
    ]);
  });

  it("shows accounts with the positions that are held", () => {
    const position = { symbol: "IBM", markPx: px(11_000_000), realizedPnl: money(0) };
    const held = {
      ...position,
      positionQty: qty(-2_000_000),
      avgCostPx: px(10_000_000),
      unrealizedPnl: money(-2_000_000),
    };
    const closed = { ...position, symbol: "GE", positionQty: qty(0), marketValue: money(0), unrealizedPnl: money(0) };
    const positions = [closed, { ...held, marketValue: money(-22_000_000) }];
    const accounts = [{ ...standing, account: { ...standing.account, positions } }];
    expect(statusWith({ accounts }).accounts).toEqual([
      {
        ...{ accountId: "DU1", kind: standing.kind, equity: "5000.00", cash: "5000.00", dailyPnl: "0.00" },
        positions: [{ symbol: "IBM", positionQty: "-2", avgCostPx: "10", markPx: "11", unrealizedPnl: "-2.00" }],
      },
    ]);
  });

  it("lists the switches that differ, and no wish for the default", () => {
    const status = statusWith({
      switches: switchesWith({ marketDataLines: 5, delayMinutes: 15 }),
      ways: {
        behaviour: { groupOcaType: 3, childOcaType: 1 },
        fills: { queue: "VOLUME_AHEAD", slippage: { type: "NONE" } },
      },
    });
    expect(status.switches).toEqual([
      { name: "fills.queue", value: "VOLUME_AHEAD", default: "NONE" },
      { name: "groupOcaType", value: 3, default: 1 },
      { name: "marketDataLines", value: 5, default: 100 },
    ]);
  });
});
