import type { SharedMessage, WireFields, WireSession } from "@bowline/tws-wire";
import { type MessageRate, makeMessageRate } from "../limits/message-rate.ts";
import type { Switches } from "../limits/switches.ts";
import { type AccountSubscriptions, makeAccountSubscriptions } from "../answers/accounts/account-subscriptions.ts";
import { makeSubscriptions, type Subscriptions } from "../answers/data/subscriptions.ts";
import type { Delivery } from "../faults/delivery.ts";

/** Messages since the client came, both ways. Those that a fault swallowed were not sent. */
export type Traffic = { received: number; sent: number };

/** One connected API client and what it subscribed to. */
export type Client = Subscriptions & {
  readonly session: WireSession;
  readonly clientId: number;
  readonly serverVersion: number;
  /** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen: what requests for ticks ask for. */
  marketDataType: number;
  readonly accounts: AccountSubscriptions;
  /** Groups of windows it listens to, by request id. */
  readonly displayGroups: Map<number, number>;
  readonly rate: MessageRate;
  readonly traffic: Traffic;
  /** Client 0 only: orders placed by hand are its own; these it knows by an id. */
  bindsManualOrders: boolean;
  readonly boundPermIds: Set<number>;
  /** Nothing goes out any more: the connection only looks alive. */
  isSilent: boolean;
  /** Sends one message, unless a fault has it otherwise. */
  deliver(fields: WireFields): void;
  /** As `deliver`, for a message that was encoded once for many. */
  deliverShared(message: SharedMessage, reqId: number): void;
};

export function makeClient(
  session: WireSession,
  delivery: Delivery,
  { messagesPerSecond, rateViolations }: Pick<Switches, "messagesPerSecond" | "rateViolations">,
): Client {
  const traffic: Traffic = { received: 0, sent: 0 };
  const write = (fields: WireFields): void => {
    traffic.sent += 1;
    session.send(fields);
  };
  return {
    session,
    clientId: session.clientId,
    serverVersion: session.serverVersion,
    ...makeSubscriptions(),
    marketDataType: 1,
    rate: makeMessageRate(messagesPerSecond, rateViolations),
    traffic,
    accounts: makeAccountSubscriptions(),
    displayGroups: new Map(),
    bindsManualOrders: false,
    boundPermIds: new Set(),
    isSilent: false,
    deliver: (fields) => delivery.pass(fields, write),
    deliverShared: (message, reqId) => {
      if (!delivery.isClear()) return delivery.pass(message.fieldsFor(reqId), write);
      traffic.sent += 1;
      session.sendShared(message, reqId);
    },
  };
}

/** Sends one message, built for the client's version. */
export function send<Message>(
  client: Client,
  encode: (serverVersion: number, message: Message) => WireFields,
  message: Message,
): void {
  if (!client.isSilent) client.deliver(encode(client.serverVersion, message));
}

/** As `send`, for messages without content. */
export function sendPlain(client: Client, encode: (serverVersion: number) => WireFields): void {
  if (!client.isSilent) client.deliver(encode(client.serverVersion));
}
