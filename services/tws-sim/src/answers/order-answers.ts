import type { BrokerEvent, BrokerExecution, BrokerOrder, OrderRequest } from "@bowline/matching";
import { encode, parseWireTime, type PlaceOrder, type ReqExecutions } from "@bowline/tws-wire";
import { sendAccount, sendPosition, sendSummary } from "./account-answers.ts";
import { type Client, send, sendPlain } from "../clients/client.ts";
import type { Desk } from "../desk.ts";
import { sendError } from "../clients/errors.ts";
import {
  completedOrderMessage,
  execDetailsMessage,
  openOrderMessage,
  orderStatusMessage,
  requestOf,
} from "./wire-orders.ts";

const UNSOLICITED = -1;

export function placeOrder(desk: Desk, client: Client, message: PlaceOrder): void {
  const symbol = desk.instruments.symbolOf(message.contract);
  if (symbol === undefined) return sendError(client, message.orderId, 200);
  const request = requestOf(message, symbol, client.clientId, desk.accountId);
  if (!request.ok) return sendError(client, message.orderId, request.error.code, request.error.text);
  if (isStopped(desk, client, message, request.value)) return;
  tell(desk, desk.exchange.place(request.value, desk.nowUs()));
}

/** A fault may end an order before the broker sees it. */
function isStopped(desk: Desk, client: Client, { orderId }: PlaceOrder, request: OrderRequest): boolean {
  const fault = desk.faults.orders.onPlace(request.symbol);
  if (fault === undefined) return false;
  if (fault === "swallow") return true;
  sendError(client, orderId, fault.code, fault.message === "" ? undefined : fault.message);
  if (fault.outcome === "inactive") tell(desk, desk.exchange.ordain({ type: "deactivate", request }, desk.nowUs()));
  return fault.outcome !== "warning";
}

export function cancelOrder(desk: Desk, client: Client, orderId: number): void {
  if (desk.faults.orders.onCancel()) fillFirst(desk, client, orderId);
  tell(desk, desk.exchange.cancel(client.clientId, orderId, desk.nowUs()));
}

function fillFirst(desk: Desk, client: Client, orderId: number): void {
  const order = desk.exchange.broker
    .openOrders()
    .find((one) => one.clientId === client.clientId && one.ibOrderId === orderId);
  if (order === undefined) return;
  const { permId, leavesQty } = order;
  tell(desk, desk.exchange.ordain({ type: "fill", permId, lastQty: leavesQty }, desk.nowUs()));
}

export const cancelEverything = (desk: Desk): void => tell(desk, desk.exchange.cancelAll(desk.nowUs()));

/** Sends what the broker tells: order events to the client whose order it is, the account to all who asked. */
export function tell(desk: Desk, events: readonly BrokerEvent[]): void {
  for (const event of events) {
    if (event.type === "account") {
      for (const client of desk.clients.values()) tellAccount(desk, client, event.account);
      continue;
    }
    const client = desk.clients.get(clientIdOf(event));
    if (client !== undefined) tellOrder(desk, client, event);
    if (event.type === "execution") tellPositions(desk, event.execution.order.symbol);
  }
}

type OrderEvent = Exclude<BrokerEvent, { type: "account" }>;

function clientIdOf(event: OrderEvent): number {
  if (event.type === "error") return event.clientId;
  return event.type === "openOrder" || event.type === "orderStatus"
    ? event.order.clientId
    : event.execution.order.clientId;
}

function tellOrder(desk: Desk, client: Client, event: OrderEvent): void {
  switch (event.type) {
    case "openOrder":
      return sendOpenOrder(desk, client, event.order);
    case "orderStatus":
      return send(client, encode.orderStatus, orderStatusMessage(event.order));
    case "execution":
      return sendExecution(desk, client, event.execution, UNSOLICITED);
    case "commission":
      return sendCommission(desk, client, event.execution);
    case "error":
      return sendError(client, event.ibOrderId, event.code, event.message);
  }
}

function tellAccount(desk: Desk, client: Client, account: Extract<BrokerEvent, { type: "account" }>["account"]): void {
  if (client.wantsAccount) sendAccount(desk, client, account);
  for (const [reqId, tags] of client.summaries) sendSummary(client, reqId, { tags, account });
}

function tellPositions(desk: Desk, symbol: string): void {
  const position = desk.exchange.broker.account().positions.find((one) => one.symbol === symbol);
  if (position === undefined) return;
  for (const client of desk.clients.values()) if (client.wantsPositions) sendPosition(desk, client, position);
}

const sendOpenOrder = (desk: Desk, client: Client, order: BrokerOrder): void =>
  send(client, encode.openOrder, openOrderMessage(order, desk.instruments.contractOf(order.symbol), desk.accountId));

function sendExecution(desk: Desk, client: Client, execution: BrokerExecution, reqId: number): void {
  if (desk.faults.hidden.isHidden(execution)) return;
  const { serverVersion } = client;
  const contract = desk.instruments.contractOf(execution.order.symbol);
  send(
    client,
    encode.execDetails,
    execDetailsMessage(execution, { reqId, serverVersion, contract, accountId: desk.accountId }),
  );
}

function sendCommission(desk: Desk, client: Client, execution: BrokerExecution): void {
  if (desk.faults.hidden.isHidden(execution)) return;
  const { execId, commission, realizedPnl } = execution;
  send(client, encode.commissionReport, {
    execId,
    commission,
    currency: "USD",
    ...(realizedPnl === undefined ? {} : { realizedPnl }),
  });
}

/** Open orders with their status: those of one client, or of all. */
export function answerOpenOrders(desk: Desk, client: Client, isOfAll: boolean): void {
  for (const order of desk.exchange.broker.openOrders()) {
    if (!isOfAll && order.clientId !== client.clientId) continue;
    sendOpenOrder(desk, client, order);
    send(client, encode.orderStatus, orderStatusMessage(order));
  }
  sendPlain(client, encode.openOrderEnd);
}

export function answerCompletedOrders(desk: Desk, client: Client): void {
  const { accountId, instruments } = desk;
  const { serverVersion } = client;
  for (const order of desk.exchange.broker.completedOrders()) {
    send(
      client,
      encode.completedOrder,
      completedOrderMessage(order, instruments.contractOf(order.symbol), { serverVersion, accountId }),
    );
  }
  sendPlain(client, encode.completedOrdersEnd);
}

/** Executions that a filter lets through, each with its commission, then the end mark. */
export function answerExecutions(desk: Desk, client: Client, request: ReqExecutions): void {
  for (const execution of desk.exchange.broker.executions()) {
    if (!isWanted(execution, request)) continue;
    sendExecution(desk, client, execution, request.reqId);
    sendCommission(desk, client, execution);
  }
  send(client, encode.execDetailsEnd, { reqId: request.reqId });
}

function isWanted({ order, transactUs }: BrokerExecution, filter: ReqExecutions): boolean {
  const sinceUs = parseWireTime(filter.time) ?? 0;
  const side = { BUY: "BUY", BOT: "BUY", SELL: "SELL", SLD: "SELL" }[filter.side];
  return (
    transactUs >= sinceUs &&
    (filter.clientId === 0 || filter.clientId === order.clientId) &&
    (filter.symbol === "" || filter.symbol === order.symbol) &&
    (side === undefined || side === order.side)
  );
}
