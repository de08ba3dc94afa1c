import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";
import { EventName, IBApi } from "@stoqey/ib";
import { assert } from "@bowline/kernel";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import {
  type ClientMessage,
  connectionTime,
  createWireServer,
  type DecodeError,
  encode,
  stockContract,
  type WireFrame,
  type WireNotice,
  type WireServer,
  type WireServerOptions,
  type WireSession,
} from "./index.ts";
import { makeByteQueue, takeFrame, type WireFields } from "./framing.ts";

/** What the tests of this package share: a server that remembers, raw clients, and the real @stoqey/ib. */

/** 2024-01-02 09:30:00 in New York. */
export const OPEN_US = 1_704_205_800_000_000;

/** The bytes of a message written as `4|2|-1|2104|text|`: what stands before each bar is one field. */
export function goldenFrame(text: string): Buffer {
  assert(text.endsWith("|"), "every field ends with a bar");
  const body = Buffer.from(text.replaceAll("|", "\0"));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

export const hello = (range = "v100..193"): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(range.length);
  return Buffer.concat([Buffer.from("API\0"), length, Buffer.from(range)]);
};

/** Values that arrive one after the other, each awaited once. */
export interface Arrivals<T> {
  readonly all: T[];
  push(value: T): void;
  next(): Promise<T>;
}

function makeArrivals<T>(): Arrivals<T> {
  const all: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  let taken = 0;
  return {
    all,
    push(value) {
      all.push(value);
      const resolve = waiting.shift();
      if (resolve === undefined) return;
      taken += 1;
      resolve(value);
    },
    next() {
      const value = all[taken];
      if (taken < all.length) {
        taken += 1;
        return Promise.resolve(value as T);
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

export interface TestServer {
  readonly server: WireServer;
  readonly port: number;
  readonly frames: WireFrame[];
  readonly notices: Arrivals<WireNotice>;
  readonly sessions: Arrivals<WireSession>;
  readonly messages: Arrivals<ClientMessage>;
  readonly malformed: Arrivals<DecodeError>;
  readonly closes: Arrivals<number>;
}

/** A server that greets like TWS and keeps all that happens. */
export async function startTestServer(options: Partial<WireServerOptions> = {}): Promise<TestServer> {
  const notices = makeArrivals<WireNotice>();
  const sessions = makeArrivals<WireSession>();
  const messages = makeArrivals<ClientMessage>();
  const malformed = makeArrivals<DecodeError>();
  const closes = makeArrivals<number>();
  const frames: WireFrame[] = [];
  const server = await createWireServer({
    host: "127.0.0.1",
    port: 0,
    connectionTime: () => connectionTime(OPEN_US),
    onNotice: notices.push,
    onFrame: (frame) => frames.push(frame),
    onConnection(session) {
      session.send(encode.managedAccounts(session.serverVersion, { accounts: ["DU1234567"] }));
      session.send(encode.nextValidId(session.serverVersion, { orderId: 7 }));
      sessions.push(session);
      return {
        onMessage: messages.push,
        onMalformed: malformed.push,
        onClose: () => closes.push(session.connectionId),
      };
    },
    ...options,
  });
  assert(server.ok, "a free port can be listened on");
  return { server: server.value, port: server.value.port, frames, notices, sessions, messages, malformed, closes };
}

export interface RawClient {
  readonly socket: Socket;
  readonly frames: Arrivals<WireFields>;
  readonly ended: Promise<void>;
}

/** A socket that takes frames apart and sends whatever bytes it is given. */
export async function connectRaw(port: number): Promise<RawClient> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  const frames = makeArrivals<WireFields>();
  const queue = makeByteQueue();
  socket.on("data", (chunk: Buffer) => {
    queue.push(chunk);
    for (let frame = takeFrame(queue); frame.ok && frame.value !== undefined; frame = takeFrame(queue)) {
      frames.push(frame.value);
    }
  });
  socket.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.on("close", () => resolve());
  });
  await new Promise<void>((resolve) => {
    socket.once("connect", () => resolve());
  });
  return { socket, frames, ended };
}

/** The real client, connected and past nextValidId. Every error event is kept: a test expects that there is none. */
export interface RealClient {
  readonly ib: IBApi;
  readonly session: WireSession;
  readonly errors: string[];
  /** The arguments of the next event of that name, after `act` has run. */
  eventOf(name: EventName, act: () => unknown): Promise<unknown[]>;
}

export async function connectReal(test: TestServer, clientId = 5): Promise<RealClient> {
  const ib = new IBApi({ host: "127.0.0.1", port: test.port, maxReqPerSec: 1000 });
  const errors: string[] = [];
  ib.on(EventName.error, (error, code, id) => errors.push(`${code} ${id} ${error.message}`));
  const eventOf: RealClient["eventOf"] = (name, act) =>
    new Promise((resolve) => {
      ib.once(name, (...args: unknown[]) => resolve(args));
      act();
    });
  await eventOf(EventName.nextValidId, () => ib.connect(clientId));
  return { ib, session: await test.sessions.next(), errors, eventOf };
}

/** A server that speaks up to this version, and the real client on it, for the tests of one `describe`. */
export function realClientAt(maxVersion: number): { readonly server: TestServer; readonly client: RealClient } {
  let server: TestServer;
  let client: RealClient;
  beforeAll(async () => {
    server = await startTestServer({ maxVersion });
    client = await connectReal(server);
  });
  afterAll(async () => {
    client.ib.disconnect();
    await server.server.close();
  });
  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
  };
}

/** A share as the server tells of it, and as the real client reads it. */
export const AAPL = stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" });
export const AAPL_READ = {
  conId: 265_598,
  symbol: "AAPL",
  secType: "STK",
  lastTradeDateOrContractMonth: "",
  strike: 0,
  right: undefined,
  multiplier: 0,
  exchange: "SMART",
  currency: "USD",
  localSymbol: "AAPL",
  tradingClass: "AAPL",
};

export const START_API = goldenFrame("71|2|5||");
export const ASK_TIME = goldenFrame("49|1|");

/** Starts the server of one test, which is closed behind it. */
export function aServerEach(): typeof startTestServer {
  let running: TestServer | undefined;
  afterEach(async () => {
    await running?.server.close();
    running = undefined;
  });
  return async (...options) => {
    running = await startTestServer(...options);
    return running;
  };
}

/** Through the handshake and past the greeting. */
export async function startedClient(test: TestServer): Promise<RawClient> {
  const client = await connectRaw(test.port);
  client.socket.write(Buffer.concat([hello(), START_API]));
  for (const first of ["193", "15", "9"]) expect((await client.frames.next())[0]).toBe(first);
  return client;
}
