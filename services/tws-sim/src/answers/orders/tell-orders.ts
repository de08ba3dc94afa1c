import type { BrokerEvent, BrokerExecution, BrokerOrder } from "@bowline/matching";
import { encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";
import { sendPnls } from "../accounts/pnl-answers.ts";
import { tellPosition } from "../accounts/position-answers.ts";
import { tellAccounts } from "../accounts/tell-accounts.ts";
import { BINDING_CLIENT_ID, identityOf, MANUAL_CLIENT_ID, type OrderIdentity } from "./order-identity.ts";
import { execDetailsMessage, openOrderMessage, orderStatusMessage } from "./order-messages.ts";

const UNSOLICITED = -1;

/** Sends what the broker tells: order events to those whom the order concerns, then the accounts to all who asked. */
export function tell(desk: Desk, events: readonly BrokerEvent[]): void {
  for (const event of events) {
    if (event.type === "account") continue;
    for (const client of concernedBy(desk, subjectOf(event))) tellOrder(desk, client, event);
    if (event.type !== "execution") continue;
    const { account = desk.accountId, symbol } = event.execution.order;
    tellPosition(desk, account, symbol);
  }
  tellAccounts(desk, events);
  sendPnls(desk);
}

type OrderEvent = Exclude<BrokerEvent, { type: "account" }>;

/** The order that an event is about; an error may be about an id that stands for none, and has no permId then. */
type Subject = Pick<BrokerOrder, "clientId" | "ibOrderId"> & { readonly permId?: number };

function subjectOf(event: OrderEvent): Subject {
  if (event.type === "error") return event.order ?? event;
  return event.type === "openOrder" || event.type === "orderStatus" ? event.order : event.execution.order;
}

/** Whose order it is, the master client, and client 0 where what is placed by hand is bound to it. */
function concernedBy({ clients, masterClientId }: Desk, subject: Subject): readonly Client[] {
  return [...clients.values()].filter(
    (client) =>
      client.clientId === subject.clientId || client.clientId === masterClientId || isBoundTo(client, subject),
  );
}

/** No other client names an order placed by hand: an error about an id that stands for none answers client 0. */
const isBoundTo = ({ clientId, bindsManualOrders, boundPermIds }: Client, { permId, ...subject }: Subject): boolean =>
  subject.clientId === MANUAL_CLIENT_ID &&
  clientId === BINDING_CLIENT_ID &&
  (bindsManualOrders || permId === undefined || boundPermIds.has(permId));

function tellOrder(desk: Desk, client: Client, event: OrderEvent): void {
  switch (event.type) {
    case "openOrder":
      return sendOpenOrder(desk, client, event.order);
    case "orderStatus":
      return sendStatus(client, event.order);
    case "execution":
      return sendExecution(desk, client, event.execution, UNSOLICITED);
    case "commission":
      return sendCommission(desk, client, event.execution);
    case "error":
      return sendOrderError(client, event);
  }
}

/** An error about a request goes to who made it, one about an order to all whom it concerns, by the id that they know. */
function sendOrderError(client: Client, event: Extract<BrokerEvent, { type: "error" }>): void {
  const { orderId } = identityTo(client, subjectOf(event));
  sendError(client, orderId, event.code, event.message);
}

/** How a client knows an order. Client 0 that binds gets an order placed by hand under an id from its first message on. */
function identityTo(client: Client, order: Subject): OrderIdentity {
  const { permId } = order;
  const isBound = isBoundTo(client, order);
  if (isBound && permId !== undefined && !client.boundPermIds.has(permId)) {
    client.boundPermIds.add(permId);
    send(client, encode.orderBound, { permId, clientId: client.clientId, orderId: -order.ibOrderId });
  }
  return identityOf(order, isBound);
}

export function sendOpenOrder(desk: Desk, client: Client, order: BrokerOrder): void {
  const { accountId, instruments } = desk;
  const context = { contract: instruments.contractOf(order.symbol), accountId, identity: identityTo(client, order) };
  send(client, encode.openOrder, openOrderMessage(order, context));
}

export const sendStatus = (client: Client, order: BrokerOrder): void =>
  send(client, encode.orderStatus, orderStatusMessage(order, identityTo(client, order)));

export function sendExecution(desk: Desk, client: Client, execution: BrokerExecution, reqId: number): void {
  if (desk.faults.hidden.isHidden(execution, client.clientId)) return;
  const { serverVersion } = client;
  const { accountId, instruments } = desk;
  const contract = instruments.contractOf(execution.order.symbol);
  const identity = identityTo(client, execution.order);
  send(
    client,
    encode.execDetails,
    execDetailsMessage(execution, { reqId, serverVersion, contract, accountId, identity }),
  );
}

export function sendCommission(desk: Desk, client: Client, execution: BrokerExecution): void {
  if (desk.faults.hidden.isHidden(execution, client.clientId)) return;
  const { execId, commission, realizedPnl } = execution;
  send(client, encode.commissionReport, {
    execId,
    commission,
    currency: "USD",
    ...(realizedPnl === undefined ? {} : { realizedPnl }),
  });
}
