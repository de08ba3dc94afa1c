import type { WireFields, WireSession } from "@bowline/tws-wire";
import type { Delivery } from "../faults/delivery.ts";

/** One connected API client and what it subscribed to. */
export type Client = {
  readonly session: WireSession;
  readonly clientId: number;
  readonly serverVersion: number;
  /** Symbols by request id. */
  readonly ticks: Map<number, string>;
  readonly bars: Map<number, string>;
  /** Tags of account summaries by request id. */
  readonly summaries: Map<number, readonly string[]>;
  wantsAccount: boolean;
  wantsPositions: boolean;
  /** Nothing goes out any more: the connection only looks alive. */
  isSilent: boolean;
  /** Sends one message, unless a fault has it otherwise. */
  deliver(fields: WireFields): void;
};

export function makeClient(session: WireSession, delivery: Delivery): Client {
  const write = (fields: WireFields): void => void session.send(fields);
  return {
    session,
    clientId: session.clientId,
    serverVersion: session.serverVersion,
    ticks: new Map(),
    bars: new Map(),
    summaries: new Map(),
    wantsAccount: false,
    wantsPositions: false,
    isSilent: false,
    deliver: (fields) => delivery.pass(fields, write),
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
