import { formatCents, formatMicros, isoOfUs, type Us } from "@bowline/kernel";
import {
  type AccountStanding,
  BEHAVIOURS,
  type BrokerExecution,
  type BrokerOrder,
  makeFillTerms,
  type SessionPlan,
} from "@bowline/matching";
import type { Client } from "../clients/client.ts";
import type { Position } from "../exchange/timeline.ts";
import type { ActiveFault } from "../faults/active-fault.ts";
import type { SwitchesFile } from "../limits/switches-file.ts";
import { SWITCHES, type Switches } from "../limits/switches.ts";

/** Everything that a status tells of, as the simulator has it at one moment. */
export type StatusFacts = {
  readonly nowUs: Us;
  /** Real time since the process began. Two statuses give what a client sent between them. */
  readonly wallMs: number;
  readonly isFinished: boolean;
  readonly sessions: readonly SessionPlan[];
  readonly position: Position | undefined;
  readonly clients: readonly ClientFacts[];
  readonly openOrders: readonly BrokerOrder[];
  readonly executions: readonly BrokerExecution[];
  readonly accounts: readonly AccountStanding[];
  readonly faults: readonly ActiveFault[];
  readonly switches: Switches;
  readonly ways: Pick<SwitchesFile, "behaviour" | "fills">;
};

type ClientFacts = Pick<
  Client,
  "clientId" | "serverVersion" | "traffic" | "ticks" | "bars" | "keptHistory" | "tickByTick" | "accounts"
>;

/** `GET /sim/status`. Times are ISO-8601 in UTC; quantities and prices exact decimal text, money with two places. */
export type SimStatus = {
  readonly time: string;
  readonly wallMs: number;
  readonly isFinished: boolean;
  /** The session that plays, or was played last. Sessions count from 1; a step is 5 seconds. */
  readonly session: {
    readonly date: string;
    readonly number: number;
    readonly sessions: number;
    readonly stepsDone: number;
    readonly steps: number;
  } | null;
  /** By client id. */
  readonly clients: readonly ClientStatus[];
  /** How many there are, and the newest `MOST_ROWS` of them, newest first; executions alike. */
  readonly openOrders: { readonly count: number; readonly newest: readonly OrderStatus[] };
  readonly executions: { readonly count: number; readonly newest: readonly ExecutionStatus[] };
  readonly accounts: readonly AccountStatus[];
  readonly faults: readonly ActiveFault[];
  /** Switches of limits and data, of the broker and of fills that are not the default. */
  readonly switches: readonly SwitchStatus[];
};

type ClientStatus = {
  readonly clientId: number;
  readonly serverVersion: number;
  /** How many requests of a kind go on; kinds that it does not use are left out. */
  readonly subscriptions: { readonly [kind: string]: number };
  /** Messages since it came. */
  readonly received: number;
  readonly sent: number;
};
type OrderStatus = {
  readonly account: string;
  readonly clientId: number;
  readonly orderId: number;
  readonly permId: number;
  readonly orderRef: string;
  readonly side: string;
  readonly symbol: string;
  readonly ordType: string;
  readonly orderQty: string;
  readonly cumQty: string;
  readonly lmtPx: string | null;
  readonly stopPx: string | null;
  readonly timeInForce: string;
  readonly status: string;
};
type ExecutionStatus = {
  readonly execId: string;
  readonly time: string;
  readonly account: string;
  readonly clientId: number;
  readonly orderRef: string;
  readonly side: string;
  readonly symbol: string;
  readonly lastQty: string;
  readonly lastPx: string;
  readonly commission: string;
};
type AccountStatus = {
  readonly accountId: string;
  readonly kind: string;
  readonly equity: string;
  readonly cash: string;
  readonly dailyPnl: string;
  /** Those that are held. */
  readonly positions: readonly {
    readonly symbol: string;
    readonly positionQty: string;
    readonly avgCostPx: string | null;
    readonly markPx: string;
    readonly unrealizedPnl: string;
  }[];
};
type Setting = string | number | boolean | object;
type SwitchStatus = { readonly name: string; readonly value: Setting; readonly default: Setting };

export const MOST_ROWS = 50;

/** A long day has thousands of orders, and the page asks every second. */
const newestFirst = <From, To>(all: readonly From[], show: (one: From) => To) => ({
  count: all.length,
  newest: all.slice(-MOST_ROWS).reverse().map(show),
});

export function statusOf(facts: StatusFacts): SimStatus {
  const { nowUs, wallMs, isFinished, clients, openOrders, executions, accounts, faults } = facts;
  return {
    time: isoOfUs(nowUs),
    wallMs,
    isFinished,
    session: sessionOf(facts),
    clients: clients.map(clientOf).sort((a, b) => a.clientId - b.clientId),
    openOrders: newestFirst(openOrders, orderOf),
    executions: newestFirst(executions, executionOf),
    accounts: accounts.map(accountOf),
    faults,
    switches: switchesOf(facts),
  };
}

function sessionOf({ sessions, position }: StatusFacts): SimStatus["session"] {
  const { sessionIndex, stepIndex } = position ?? { sessionIndex: 0, stepIndex: -1 };
  const plan = sessions[sessionIndex];
  if (plan === undefined) return null;
  const { date, steps } = plan;
  return { date, number: sessionIndex + 1, sessions: sessions.length, stepsDone: stepIndex + 1, steps };
}

function clientOf(client: ClientFacts): ClientStatus {
  const { clientId, serverVersion, traffic, ticks, bars, keptHistory, tickByTick, accounts } = client;
  const kinds = {
    ticks: ticks.size,
    bars: bars.size,
    "tick by tick": tickByTick.size,
    history: keptHistory.size,
    account: (accounts.updates === undefined ? 0 : 1) + accounts.multi.size,
    positions: (accounts.wantsPositions ? 1 : 0) + accounts.positionsMulti.size,
    summaries: accounts.summaries.size,
    "P&L": accounts.pnls.size,
  };
  const subscriptions = Object.fromEntries(Object.entries(kinds).filter(([, count]) => count > 0));
  return { clientId, serverVersion, subscriptions, ...traffic };
}

const textOf = (value: number | undefined): string | null => (value === undefined ? null : formatMicros(value));

function orderOf(order: BrokerOrder): OrderStatus {
  const { account = "", clientId, ibOrderId, permId, orderRef, side, symbol, ordType, timeInForce, status } = order;
  const names = { account, clientId, orderId: ibOrderId, permId, orderRef, side, symbol };
  return {
    ...names,
    ordType,
    timeInForce,
    status,
    orderQty: formatMicros(order.orderQty),
    cumQty: formatMicros(order.cumQty),
    lmtPx: textOf(order.lmtPx),
    stopPx: textOf(order.stopPx),
  };
}

function executionOf({ execId, order, lastQty, lastPx, transactUs, commission }: BrokerExecution): ExecutionStatus {
  const { account = "", clientId, orderRef, side, symbol } = order;
  const names = { account, clientId, orderRef, side, symbol };
  return {
    ...names,
    execId,
    time: isoOfUs(transactUs),
    lastQty: formatMicros(lastQty),
    lastPx: formatMicros(lastPx),
    commission: formatCents(commission),
  };
}

function accountOf({ account, kind, dailyPnl }: AccountStanding): AccountStatus {
  const held = account.positions.filter(({ positionQty }) => positionQty !== 0);
  return {
    accountId: account.accountId,
    kind,
    equity: formatCents(account.equity),
    cash: formatCents(account.cash),
    dailyPnl: formatCents(dailyPnl),
    positions: held.map(({ symbol, positionQty, avgCostPx, markPx, unrealizedPnl }) => ({
      symbol,
      positionQty: formatMicros(positionQty),
      avgCostPx: textOf(avgCostPx),
      markPx: formatMicros(markPx),
      unrealizedPnl: formatCents(unrealizedPnl),
    })),
  };
}

function switchesOf({ switches, ways: { behaviour, fills } }: StatusFacts): readonly SwitchStatus[] {
  const defaultFills = makeFillTerms();
  const all = [
    ...differing("", switches, (name) => SWITCHES[name].default),
    ...differing("", behaviour, (name) => BEHAVIOURS[name].default),
    ...differing("fills.", fills, (name) => defaultFills[name]),
  ];
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function differing<Settings extends object>(
  prefix: string,
  settings: Settings,
  defaultOf: (name: keyof Settings) => Setting,
): readonly SwitchStatus[] {
  const entries = Object.entries(settings) as [keyof Settings & string, Setting][];
  return entries
    .map(([name, value]) => ({ name: `${prefix}${name}`, value, default: defaultOf(name) }))
    .filter((one) => JSON.stringify(one.value) !== JSON.stringify(one.default));
}
