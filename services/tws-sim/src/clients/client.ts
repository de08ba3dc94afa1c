import type { WireFields, WireSession } from "@bowline/tws-wire";

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
};

export const makeClient = (session: WireSession): Client => ({
  session,
  clientId: session.clientId,
  serverVersion: session.serverVersion,
  ticks: new Map(),
  bars: new Map(),
  summaries: new Map(),
  wantsAccount: false,
  wantsPositions: false,
  isSilent: false,
});

/** Sends one message, built for the client's version. */
export function send<Message>(
  client: Client,
  encode: (serverVersion: number, message: Message) => WireFields,
  message: Message,
): void {
  if (!client.isSilent) client.session.send(encode(client.serverVersion, message));
}

/** As `send`, for messages without content. */
export function sendPlain(client: Client, encode: (serverVersion: number) => WireFields): void {
  if (!client.isSilent) client.session.send(encode(client.serverVersion));
}
