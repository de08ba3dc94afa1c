import type { Result } from "@bowline/kernel";
import {
  connectionTime,
  createWireServer,
  type ListenError,
  type SessionListener,
  type WireFrame,
  type WireNotice,
  type WireServer,
  type WireSession,
} from "@bowline/tws-wire";
import { type Client, makeClient } from "./client.ts";
import type { Desk } from "../desk.ts";
import { sendError, sendFarmNotices } from "./errors.ts";
import { answer, sendAccounts, sendNextId } from "./requests.ts";

export type TwsServerOptions = {
  readonly host: string;
  readonly port: number;
  readonly desk: Desk;
  onNotice(notice: WireNotice): void;
  onFrame?: ((frame: WireFrame) => void) | undefined;
  /** Somebody connected or went away. */
  onClients(): void;
};

const CLIENT_ID_IN_USE = 326;
const MALFORMED = 320;

/** The socket: hellos, one session for each client id, requests to their answers. */
export const startTwsServer = (options: TwsServerOptions): Promise<Result<WireServer, ListenError>> =>
  createWireServer({
    host: options.host,
    port: options.port,
    connectionTime: () => connectionTime(options.desk.nowUs()),
    maxWriteBufferBytes: options.desk.data.switches().clientBufferBytes,
    onConnection: (session) => admit(options, session),
    onNotice: options.onNotice,
    ...(options.onFrame === undefined ? {} : { onFrame: options.onFrame }),
  });

function admit(options: TwsServerOptions, session: WireSession): SessionListener {
  const { desk } = options;
  const { connections, delivery } = desk.faults;
  if (connections.isSilenced()) return listenNot(connections.mute(session));
  const client = makeClient(session, delivery, desk.data.switches());
  if (isFull(desk)) return turnAwaySilently(options, session);
  const refusal = connections.nextRefusal() ?? (desk.clients.has(client.clientId) ? CLIENT_ID_IN_USE : undefined);
  if (refusal !== undefined) return turnAway(client, refusal);
  desk.clients.set(client.clientId, client);
  const greeting = greet(desk, client);
  options.onClients();
  return {
    onMessage: (message) => {
      client.traffic.received += 1;
      if (greeting.isOver() && isInTime(desk, client)) answer(desk, client, message);
    },
    onMalformed: ({ requestId, reason }) =>
      sendError(client, requestId ?? -1, MALFORMED, `Error reading request: ${reason}`),
    onClose: () => {
      greeting.stop();
      desk.clients.delete(client.clientId);
      options.onClients();
    },
  };
}

/** How long a TWS that drops early requests thinks before it greets, in milliseconds of the wall clock. */
const THINKS_MS = 50;

/** What every client is told first: at once, or after a while during which it is not listened to. */
function greet(desk: Desk, client: Client): { isOver(): boolean; stop(): void } {
  let isOver = false;
  const speak = (): void => {
    isOver = true;
    sendAccounts(desk, client);
    sendNextId(desk, client);
    sendFarmNotices(client);
  };
  const timer = desk.data.switches().earlyRequests === "drop" ? setTimeout(speak, THINKS_MS) : undefined;
  if (timer === undefined) speak();
  return { isOver: () => isOver, stop: () => clearTimeout(timer) };
}

const TOO_FAST = 100;

/** Counts a message; false where it came too fast and is not answered. At the last violation the client is cut. */
function isInTime({ data }: Desk, client: Client): boolean {
  const violation = client.rate.count(data.limits.nowMs());
  if (violation === undefined) return true;
  sendError(client, -1, TOO_FAST, violation.text);
  if (violation.isLast) client.session.close();
  return !violation.isLast && data.switches().overRate === "answer";
}

const isFull = ({ clients, data }: Desk): boolean => {
  const { maxClients } = data.switches();
  return maxClients > 0 && clients.size >= maxClients;
};

function turnAwaySilently({ desk, onNotice }: TwsServerOptions, session: WireSession): SessionListener {
  const { connectionId, remote, clientId } = session;
  const text = `client ${clientId} was cut: ${desk.clients.size} are connected, and no more are let in`;
  onNotice({ code: "TOO_MANY_CLIENTS", connectionId, remote, text });
  session.close();
  return listenNot(() => undefined);
}

function turnAway(client: Client, code: number): SessionListener {
  sendError(client, -1, code);
  client.session.close();
  return listenNot(() => undefined);
}

function listenNot(onClose: () => void): SessionListener {
  return { onMessage: () => undefined, onMalformed: () => undefined, onClose };
}
