import { err, micros, money, ok, px, qty, type Result } from "@bowline/kernel";
import type { BrokerExecution, BrokerOrder, Ordained, OrderRequest } from "@bowline/matching";
import type { Fault, FaultName, FaultOf } from "@bowline/rehearsal/fault";
import { forgetSubscriptions } from "../answers/data/subscriptions.ts";
import { MANUAL_CLIENT_ID } from "../answers/orders/order-identity.ts";
import { sendPnls } from "../answers/accounts/pnl-answers.ts";
import { tellPosition } from "../answers/accounts/position-answers.ts";
import { tellMoved } from "../answers/accounts/tell-accounts.ts";
import { tell } from "../answers/orders/tell-orders.ts";
import { sendNotice } from "../clients/errors.ts";
import type { Desk } from "../desk.ts";

/** What faults are let loose upon. */
export type Stage = {
  readonly desk: Desk;
  /** Stops listening and cuts everybody, then listens again on the same port. */
  goDown(downMs: number): void;
};

type Outcome = Result<string, string>;
type Handlers = { readonly [Name in FaultName]: (stage: Stage, fault: FaultOf<Name>) => Outcome };

const WHOLE_SHARE = 1_000_000;
const CENT = 10_000;

const done = (text: string): Outcome => ok(text);

/** The newest order that fits, of one symbol or of any. */
const newest = (orders: readonly BrokerOrder[], symbol: string | undefined): BrokerOrder | undefined =>
  orders.findLast((order) => symbol === undefined || order.symbol === symbol);

function ordain({ desk }: Stage, act: Ordained, text: string): Outcome {
  tell(desk, desk.exchange.ordain(act, desk.nowUs()));
  return done(text);
}

function onNewest(
  stage: Stage,
  orders: readonly BrokerOrder[],
  symbol: string | undefined,
  act: (order: BrokerOrder) => Ordained,
): Outcome {
  const order = newest(orders, symbol);
  if (order === undefined) return err(`there is no such order${symbol === undefined ? "" : ` of ${symbol}`}`);
  return ordain(stage, act(order), `order with permId ${order.permId}`);
}

function onNewestExecution(stage: Stage, act: (execution: BrokerExecution) => Ordained): Outcome {
  const execution = stage.desk.exchange.broker.executions().at(-1);
  return execution === undefined ? err("nothing was executed yet") : ordain(stage, act(execution), execution.execId);
}

function placeByHand({ desk }: Stage, fault: FaultOf<"manual-order">): Outcome {
  const { symbol, side, quantity, lmtPx } = fault;
  if (!desk.instruments.symbols.includes(symbol)) return err(`${symbol} is not traded here`);
  const request: OrderRequest = {
    clientId: MANUAL_CLIENT_ID,
    ibOrderId: desk.exchange.broker.nextIbOrderId(MANUAL_CLIENT_ID),
    orderRef: "",
    symbol,
    side,
    orderQty: qty(quantity * WHOLE_SHARE),
    ...(lmtPx === undefined ? { ordType: "MKT" } : { ordType: "LMT", lmtPx: px(micros(lmtPx)) }),
    timeInForce: "DAY",
    transmit: true,
  };
  tell(desk, desk.exchange.place(request, desk.nowUs()));
  return done(`${side} ${quantity} ${symbol} by hand`);
}

const LOST = "Connectivity between IB and Trader Workstation has been lost.";
const RESTORED = "Connectivity between IB and Trader Workstation has been restored";

function reconnectServer({ desk }: Stage, data: "kept" | "lost"): Outcome {
  const isLost = data === "lost";
  desk.faults.delivery.reconnectServer();
  for (const client of desk.clients.values()) {
    if (isLost) {
      forgetSubscriptions(client);
    }
    sendNotice(client, isLost ? 1101 : 1102, `${RESTORED} - data ${isLost ? "lost" : "maintained"}.`);
  }
  return done(isLost ? "1101" : "1102");
}

function notifyAll({ desk }: Stage, code: number, text: string): Outcome {
  for (const client of desk.clients.values()) sendNotice(client, code, text);
  return done(String(code));
}

/** One line per fault. */
const handlers: Handlers = {
  cut: ({ desk }) => {
    desk.faults.connections.cut();
    return done("cut");
  },
  silence: ({ desk }, { direction }) => {
    desk.faults.connections.silence(direction);
    return done(direction);
  },
  unsilence: ({ desk }) => {
    desk.faults.connections.unsilence();
    return done("cut");
  },
  slow: ({ desk }, { delayMs }) => {
    desk.faults.delivery.slowDown(delayMs);
    return done(`${delayMs} ms`);
  },
  "refuse-logins": ({ desk }, { code, times }) => {
    desk.faults.connections.refuseLogins(code, times);
    return done(`${times} with ${code}`);
  },
  restart: (stage, { downMs, orderIds }) => {
    if (orderIds === "reset") ordain(stage, { type: "reset-order-ids" }, "");
    stage.goDown(downMs);
    return done(`down for ${downMs} ms`);
  },
  "reset-order-ids": (stage) => ordain(stage, { type: "reset-order-ids" }, "from 1 again"),
  notice: (stage, { code, message }) => notifyAll(stage, code, message),
  "server-lost": (stage) => {
    stage.desk.faults.delivery.outage.loseServer();
    return notifyAll(stage, 1100, LOST);
  },
  "server-back": (stage, { data }) => reconnectServer(stage, data),
  messages: ({ desk }, fault) => {
    desk.faults.delivery.disturb(fault);
    return done(`${fault.times} ${fault.name}: ${fault.how}`);
  },
  "stop-data": ({ desk }, { symbols }) => {
    desk.faults.delivery.outage.stopData(symbols);
    return done(symbols?.join() ?? "all");
  },
  "resume-data": ({ desk }) => {
    desk.faults.delivery.outage.resumeData();
    return done("all");
  },
  "distort-data": ({ desk }, fault) => {
    desk.faults.distortions.begin(fault);
    return done(`${fault.how} ${fault.symbols.join()}`);
  },
  "restore-data": ({ desk }) => {
    desk.faults.distortions.clear();
    return done("all");
  },
  "reject-orders": ({ desk }, fault) => {
    desk.faults.orders.rejectNext(fault);
    return done(`${fault.times} with ${fault.code}`);
  },
  "swallow-orders": ({ desk }, { times }) => {
    desk.faults.orders.swallowNext(times);
    return done(String(times));
  },
  "race-cancels": ({ desk }, { times }) => {
    desk.faults.orders.raceNextCancels(times);
    return done(String(times));
  },
  "cancel-order": (stage, { symbol }) =>
    onNewest(stage, stage.desk.exchange.broker.openOrders(), symbol, ({ permId }) => ({ type: "cancel", permId })),
  "fill-order": (stage, { symbol, quantity }) =>
    onNewest(stage, stage.desk.exchange.broker.openOrders(), symbol, ({ permId }) => ({
      type: "fill",
      permId,
      lastQty: qty(quantity * WHOLE_SHARE),
    })),
  overfill: (stage, { symbol, quantity }) =>
    onNewest(
      stage,
      stage.desk.exchange.broker.completedOrders().filter(({ status }) => status === "Filled"),
      symbol,
      ({ permId }) => ({ type: "overfill", permId, lastQty: qty(quantity * WHOLE_SHARE) }),
    ),
  "late-fill": (stage, { symbol, quantity }) =>
    onNewest(
      stage,
      stage.desk.exchange.broker.completedOrders().filter(({ status }) => status === "Cancelled"),
      symbol,
      ({ permId }) => ({ type: "late-fill", permId, lastQty: qty(quantity * WHOLE_SHARE) }),
    ),
  "correct-execution": (stage, { cents }) =>
    onNewestExecution(stage, ({ execId, lastPx }) => ({ type: "correct", execId, lastPx: px(lastPx + cents * CENT) })),
  "bust-execution": (stage) => onNewestExecution(stage, ({ execId }) => ({ type: "bust", execId })),
  "hide-execution": ({ desk }, { nth, from }) => {
    desk.faults.hidden.hide(nth, from);
    return done(`the ${nth}th from now${from === undefined ? "" : `, from client ${from}`}`);
  },
  "book-cash": (stage, { dollars }) => {
    const done = ordain(stage, { type: "cash", amount: money(dollars * WHOLE_SHARE) }, `${dollars} dollars`);
    tellMoved(stage.desk, stage.desk.accountId);
    return done;
  },
  "book-shares": (stage, { symbol, quantity }) => {
    const { desk } = stage;
    if (desk.exchange.broker.quoteOf(symbol) === undefined) return err(`${symbol} has no price yet`);
    const act = { type: "shares", symbol, quantity: qty(quantity * WHOLE_SHARE) } as const;
    const done = ordain(stage, act, `${quantity} ${symbol}`);
    tellPosition(desk, desk.accountId, symbol);
    tellMoved(desk, desk.accountId);
    return done;
  },
  "misstate-pnl": ({ desk }, { dollars }) => {
    desk.faults.misstatedPnl.begin(dollars);
    sendPnls(desk);
    return done(`by ${dollars} dollars`);
  },
  "manual-order": placeByHand,
  clear: ({ desk }) => {
    if (desk.faults.connections.isSilenced()) desk.faults.connections.unsilence();
    desk.faults.connections.refuseLogins(0, 0);
    desk.faults.delivery.clear();
    desk.faults.orders.clear();
    desk.faults.distortions.clear();
    desk.faults.misstatedPnl.clear();
    return done("all");
  },
};

/** Lets a fault happen. Ok: what it was in words; an error says why it cannot happen now. */
export const inject = (stage: Stage, fault: Fault): Outcome =>
  (handlers[fault.fault] as (stage: Stage, fault: Fault) => Outcome)(stage, fault);
