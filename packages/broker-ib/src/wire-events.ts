import { dataEffect } from "@bowline/ib-codes";
import { addUs, US_PER_SECOND } from "@bowline/kernel";
import {
  type CommissionReport,
  type Contract,
  type ContractDetails,
  EventName,
  type Execution,
  type Order,
  type OrderState,
} from "@stoqey/ib";
import type { BrokerTick } from "./broker-data.ts";
import { brokerPnl } from "./follow-pnl.ts";
import type { guardedListeners } from "./ib-api.ts";
import { usOfBarDate, usOfEpochSeconds } from "./ib-time.ts";
import { PROBE_ORDER_ID } from "./read-only.ts";
import { leavesRequestOpen, saysReadOnly } from "./session-codes.ts";
import type { SessionState } from "./session-state.ts";
import { subscribeAgainAfter } from "./subscriptions.ts";
import { brokerBar, brokerPosition } from "./translate-data.ts";
import {
  commissionCallback,
  completedOrderCallback,
  executionCallback,
  openOrderCallback,
  orderStatusCallback,
} from "./translate-orders.ts";
import {
  dataTypeTick,
  genericTick,
  ibDataType,
  isDelayedTick,
  priceTick,
  sizeTick,
  tradeTicks,
} from "./translate-ticks.ts";

export type On = ReturnType<typeof guardedListeners>;

const DELAYED = ibDataType("DELAYED");
const FIVE_SECONDS_US = 5 * US_PER_SECOND;

/** Order callbacks, whether asked for or not. */
export function wireOrders(on: On, state: SessionState): void {
  const { events, clientId } = state.options;
  const collect = (name: "openOrders" | "completedOrders", part: unknown): void =>
    state.requests.add(state.unnumbered.get(name) ?? -1, part);
  const end = (name: "openOrders" | "completedOrders") => (): void =>
    state.requests.end(state.unnumbered.get(name) ?? -1);

  on(EventName.openOrder, (ibOrderId: number, contract: Contract, order: Order, orderState: OrderState) => {
    const callback = openOrderCallback(ibOrderId, contract, order, { order: orderState, clientId });
    collect("openOrders", { callback, ibOrderId: order.clientId === clientId ? ibOrderId : undefined });
    events.onOrder(callback);
  });
  on(EventName.openOrderEnd, end("openOrders"));
  on(
    EventName.orderStatus,
    // The library's signature has eleven positions; only these matter.
    (
      ...[ibOrderId, status, filled, , , permId, , , fromClient]: [
        number,
        string,
        number?,
        number?,
        number?,
        number?,
        number?,
        number?,
        number?,
      ]
    ) => events.onOrder(orderStatusCallback({ ibOrderId, status, filled, permId, clientId: fromClient }, clientId)),
  );
  on(EventName.completedOrder, (contract: Contract, order: Order, orderState: OrderState) => {
    const callback = completedOrderCallback(contract, order, orderState);
    collect("completedOrders", callback);
    events.onOrder(callback);
  });
  on(EventName.completedOrdersEnd, end("completedOrders"));
  on(EventName.execDetails, (reqId: number, contract: Contract, execution: Execution) => {
    const callback = executionCallback(contract, execution, clientId);
    if (callback === undefined)
      return events.onNotice(
        0,
        `unreadable execution ${execution.execId ?? "without an id"} of ${contract.symbol ?? "?"} at ${execution.time ?? "?"}`,
      );
    state.requests.add(reqId, callback);
    events.onOrder(callback);
  });
  on(EventName.execDetailsEnd, (reqId: number) => state.requests.end(reqId));
  on(EventName.commissionReport, (report: CommissionReport) => {
    const callback = commissionCallback(report);
    if (callback !== undefined) events.onOrder(callback);
  });
}

/** Ticks by the request that they answer, each type of data told before the first tick of it. */
function wireTicks(on: On, state: SessionState): void {
  const { subscriptions, options } = state;
  const tell = (tick: BrokerTick | undefined): void => {
    if (tick !== undefined) options.events.onTick(tick);
  };
  const tellDataType = (reqId: number, dataType: number): void => {
    const subscription = subscriptions.get(reqId);
    if (subscription === undefined) return;
    subscription.dataType = dataType;
    tell(dataTypeTick(subscription.symbol, dataType));
  };
  const tellOf = (reqId: number, tickType: number, translate: (symbol: string) => BrokerTick | undefined): void => {
    const subscription = subscriptions.get(reqId);
    if (subscription === undefined) return;
    // The number alone says that it is delayed: nothing rests on another message having come before.
    if (isDelayedTick(tickType) && (subscription.dataType ?? 0) < DELAYED) tellDataType(reqId, DELAYED);
    tell(translate(subscription.symbol));
  };
  on(EventName.marketDataType, tellDataType);
  on(EventName.tickPrice, (reqId: number, field: number, value?: number) =>
    tellOf(reqId, field, (symbol) => priceTick(symbol, field, value)),
  );
  on(EventName.tickSize, (reqId: number, field?: number, value?: number) =>
    tellOf(reqId, field ?? -1, (symbol) => sizeTick(symbol, field, value)),
  );
  on(EventName.tickGeneric, (reqId: number, field: number, value?: number) =>
    tellOf(reqId, field, (symbol) => genericTick(symbol, field, value)),
  );
  on(EventName.tickString, (reqId: number, field: number, value?: string) => {
    const subscription = subscriptions.get(reqId);
    if (subscription !== undefined) for (const tick of tradeTicks(subscription.symbol, field, value ?? "")) tell(tick);
  });
}

/** Bars, history and contract details, by the request that they answer. */
export function wireData(on: On, state: SessionState): void {
  const { events } = state.options;
  const forSymbol = (reqId: number, take: (symbol: string) => void): void => {
    const subscription = state.subscriptions.get(reqId);
    if (subscription !== undefined) take(subscription.symbol);
  };
  wireTicks(on, state);
  type Bar = [number, number | string, number?, number?, number?, number?, number?, number?, number?];
  on(EventName.realtimeBar, (...[reqId, start, open, high, low, close, volume, wap, count]: Bar) =>
    forSymbol(reqId, (symbol) => {
      const startUs = usOfEpochSeconds(start);
      if (startUs !== undefined)
        events.onBar(
          symbol,
          brokerBar({ startUs, open, high, low, close, volume, wap, count }, addUs(startUs, FIVE_SECONDS_US)),
        );
    }),
  );
  on(EventName.historicalData, (...[reqId, date, open, high, low, close, volume, count, wap]: Bar) => {
    if (String(date).startsWith("finished")) return state.requests.end(reqId);
    const startUs = usOfBarDate(date);
    if (startUs === undefined) return state.requests.fail(reqId, 0, `a bar's date is no unix time: ${date}`);
    state.requests.add(reqId, { startUs, open, high, low, close, volume, wap, count });
  });
  on(EventName.contractDetails, (reqId: number, details: ContractDetails) => state.requests.add(reqId, details));
  on(EventName.contractDetailsEnd, (reqId: number) => state.requests.end(reqId));
}

const TICK_PRICE = "1";
const BID = "1";
const BID_SIZE = 0;

/** The library drops the size that comes with a bid: its number is 0, which it takes for none. Read here from the message itself. */
export function takeBidSize(state: SessionState, fields: readonly string[]): void {
  const [id, , reqId, tickType, , size] = fields;
  if (id !== TICK_PRICE || tickType !== BID || size === undefined || size === "") return;
  const subscription = state.subscriptions.get(Number(reqId));
  const tick = subscription === undefined ? undefined : sizeTick(subscription.symbol, BID_SIZE, Number(size));
  if (tick !== undefined) state.options.events.onTick(tick);
}

/** Account values, holdings, the time. `onTime` is told of every answer. */
export function wireAccount(on: On, state: SessionState, onTime: () => void): void {
  const { events } = state.options;
  on(EventName.updateAccountValue, (key: string, value: string, currency: string, account: string) => {
    if (account !== state.accountId) return;
    state.accountBook.value(key, value, currency);
  });
  on(
    EventName.updatePortfolio,
    (
      ...[contract, position, marketPx, , avgPx, , , account]: [
        Contract,
        number?,
        number?,
        number?,
        number?,
        number?,
        number?,
        string?,
      ]
    ) => {
      const holding = account === state.accountId ? brokerPosition(contract, { position, marketPx, avgPx }) : undefined;
      if (holding === undefined) return;
      state.accountBook.position(holding);
    },
  );
  const commit = (): void => {
    state.accountBook.commit();
    events.onAccount();
  };
  on(EventName.updateAccountTime, commit);
  on(EventName.accountDownloadEnd, () => {
    commit();
    state.requests.end(state.unnumbered.get("account") ?? -1);
  });
  on(EventName.pnl, (reqId: number, daily?: number, unrealized?: number, realized?: number) => {
    if (reqId === state.pnlReqId) events.onPnl(brokerPnl(daily, unrealized, realized));
  });
  on(EventName.position, (account: string, contract: Contract, position?: number, avgPx?: number) => {
    const holding = account === state.accountId ? brokerPosition(contract, { position, avgPx }) : undefined;
    if (holding === undefined) return;
    // Part of an answer, or a change long after it: there is no other word about what others trade.
    state.requests.add(state.unnumbered.get("positions") ?? -1, holding);
    events.onPosition(holding);
  });
  on(EventName.positionEnd, () => state.requests.end(state.unnumbered.get("positions") ?? -1));
  on(EventName.currentTime, () => {
    const reqId = state.timeRequests.shift();
    if (reqId !== undefined) state.requests.end(reqId);
    onTime();
  });
}

/** Errors under an id: of a request, or of an order. */
export function takeError(
  state: SessionState,
  error: { readonly id: number; readonly code: number; readonly message: string },
): void {
  const { events } = state.options;
  const { id, code, message } = error;
  const detail = `${code}: ${message}`;
  if (saysReadOnly(code, message)) {
    state.readOnly = true;
    events.onTrouble({ code: "READ_ONLY_API", subject: "", detail });
  }
  if (id === PROBE_ORDER_ID) return;
  if (!state.requests.isRequestId(id)) return events.onOrder({ type: "error", ref: { ibOrderId: id }, code, message });
  const subscription = state.subscriptions.get(id);
  const subject = subscription === undefined ? "" : subscription.symbol;
  events.onNotice(code, subscription === undefined ? message : `${subject} ${subscription.kind}: ${message}`);
  const effect = dataEffect(code);
  if (effect === undefined) events.onTrouble({ code: "UNKNOWN_BROKER_CODE", subject, detail });
  if (effect === "BLOCKED") events.onTrouble({ code: "COMPETING_SESSION", subject, detail });
  if (effect !== undefined) subscribeAgainAfter(state, id, effect);
  if (!leavesRequestOpen(code)) state.requests.fail(id, code, message);
}
