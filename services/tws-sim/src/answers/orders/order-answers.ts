import type { BrokerExecution, BrokerOrder } from "@bowline/matching";
import { encode, type ClientMessageOf, parseWireTime } from "@bowline/tws-wire";
import { type Client, send, sendPlain } from "../../clients/client.ts";
import type { Desk } from "../../desk.ts";
import { BINDING_CLIENT_ID, MANUAL_CLIENT_ID } from "./order-identity.ts";
import { completedOrderMessage } from "./order-messages.ts";
import { sendCommission, sendExecution, sendOpenOrder, sendStatus } from "./tell-orders.ts";

/** Open orders with their status: those of one client, or of all. Client 0 that asks for its own binds those placed by hand. */
export function answerOpenOrders(desk: Desk, client: Client, isOfAll: boolean): void {
  if (!isOfAll && client.clientId === BINDING_CLIENT_ID) bindAll(desk, client);
  for (const order of desk.exchange.broker.openOrders()) {
    if (!isOfAll && !isOf(client, order)) continue;
    sendOpenOrder(desk, client, order);
    sendStatus(client, order);
  }
  sendPlain(client, encode.openOrderEnd);
}

const isOf = ({ clientId }: Client, order: BrokerOrder): boolean =>
  order.clientId === clientId || (clientId === BINDING_CLIENT_ID && order.clientId === MANUAL_CLIENT_ID);

/** Client 0 asks that orders placed by hand be its own from now on, or no longer. */
export function bindOrders(desk: Desk, client: Client, { autoBind }: { readonly autoBind: boolean }): void {
  if (client.clientId !== BINDING_CLIENT_ID) return;
  client.bindsManualOrders = autoBind;
  if (autoBind) bindAll(desk, client);
}

function bindAll(desk: Desk, client: Client): void {
  for (const { clientId, permId, ibOrderId } of desk.exchange.broker.openOrders()) {
    if (clientId !== MANUAL_CLIENT_ID || client.boundPermIds.has(permId)) continue;
    client.boundPermIds.add(permId);
    send(client, encode.orderBound, { permId, clientId: client.clientId, orderId: -ibOrderId });
  }
}

/** Orders that ended; `apiOnly` leaves out those placed by hand. */
export function answerCompletedOrders(desk: Desk, client: Client, { apiOnly }: { readonly apiOnly: boolean }): void {
  const { accountId, instruments } = desk;
  const { serverVersion } = client;
  for (const order of desk.exchange.broker.completedOrders()) {
    if (apiOnly && order.clientId === MANUAL_CLIENT_ID) continue;
    const contract = instruments.contractOf(order.symbol);
    send(client, encode.completedOrder, completedOrderMessage(order, contract, { serverVersion, accountId }));
  }
  sendPlain(client, encode.completedOrdersEnd);
}

type ReqExecutions = ClientMessageOf<"reqExecutions">;

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
  const side = { BUY: "BUY", BOT: "BUY", SELL: "SELL", SLD: "SELL" }[filter.side.toUpperCase()];
  const isMine = (wanted: string, value: string): boolean => wanted === "" || wanted === value;
  return (
    transactUs >= sinceUs &&
    (filter.clientId === 0 || filter.clientId === order.clientId) &&
    isMine(filter.symbol.replace(" ", "."), order.symbol) &&
    isMine(filter.secType, "STK") &&
    isMine(filter.accountId, order.account ?? filter.accountId) &&
    (side === undefined || side === order.side)
  );
}
