import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from "@nats-io/jetstream";
import { type NatsConnection, connect } from "@nats-io/transport-node";

/** A connection to NATS with JetStream. Nothing outside this package sees the library. */
export type Bus = {
  readonly nats: NatsConnection;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** True while the server answers. A dead or frozen server is noticed within 3.5 s. */
  isConnected(): boolean;
  onStatus(listener: (status: BusStatus) => void): void;
  close(): Promise<void>;
};

export type BusStatus = "connected" | "disconnected";

export type BusOptions = {
  readonly url: string;
  readonly name: string;
  readonly user?: string;
  readonly password?: string;
};

/** Pings every second, two unanswered ones end the connection: a silent server is noticed within 3.5 s. */
const PING_INTERVAL_MS = 1000;
const MAX_PINGS_OUT = 2;
const RECONNECT_WAIT_MS = 200;

export async function connectBus(options: BusOptions): Promise<Bus> {
  const nats = await connect({
    servers: options.url,
    name: options.name,
    pingInterval: PING_INTERVAL_MS,
    maxPingOut: MAX_PINGS_OUT,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_WAIT_MS,
    waitOnFirstConnect: true,
    timeout: 2000,
    // Every publish would pay for a stack that nobody reads: what goes wrong with one comes back as a value.
    noAsyncTraces: true,
    ...(options.user === undefined ? {} : { user: options.user, pass: options.password ?? "" }),
  });
  const listeners: ((status: BusStatus) => void)[] = [];
  let connected = true;
  const report = (status: BusStatus): void => {
    connected = status === "connected";
    for (const listener of listeners) listener(status);
  };
  void followStatus(nats, report);
  const jsm = await jetstreamManager(nats, { checkAPI: false });
  return {
    nats,
    js: jetstream(nats),
    jsm,
    isConnected: () => connected,
    onStatus: (listener) => void listeners.push(listener),
    close: () => nats.close(),
  };
}

async function followStatus(nats: NatsConnection, report: (status: BusStatus) => void): Promise<void> {
  for await (const status of nats.status()) {
    if (status.type === "disconnect" || status.type === "staleConnection") report("disconnected");
    if (status.type === "reconnect") report("connected");
  }
}
