import { type Socket, connect, createServer } from "node:net";
import { type FrameReader, fieldsOf, makeFrameReader } from "./wire-frames.ts";

/** Between execution and the simulator: passes everything on, tells when a placeOrder went by, and repeats ticks. */
export type WireTap = {
  readonly port: number;
  /** Resolves with the local monotonic time at which the next placeOrder passes. */
  nextPlaceOrder(): Promise<number>;
  /** How many placeOrders have passed. */
  placed(): number;
  /** Milliseconds since the market last spoke of itself. */
  quietMs(): number;
  /**
   * Sends execution a symbol's last bid once more, byte for byte as TWS sent it; the local monotonic time right before.
   * `undefined` where none came yet, or in the middle of another message.
   */
  repeatBid(symbol: string): number | undefined;
  close(): void;
};

/** Message ids and one tick type of the wire. */
const PLACE_ORDER = "3";
const REQ_MKT_DATA = "1";
const TICK_PRICE = "1";
const BID = "1";

type Seen = {
  placed: number;
  waiting: ((atMs: number) => void) | undefined;
  tickMs: number;
  client: Socket | undefined;
  fromTws: FrameReader;
  readonly symbolOf: Map<string, string>;
  readonly bids: Map<string, Buffer>;
};

export async function openWireTap(twsPort: number): Promise<WireTap> {
  const seen: Seen = {
    placed: 0,
    waiting: undefined,
    tickMs: performance.now(),
    client: undefined,
    fromTws: makeFrameReader(),
    symbolOf: new Map(),
    bids: new Map(),
  };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    for (const socket of passOn(seen, client, connect(twsPort, "127.0.0.1"))) sockets.add(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    nextPlaceOrder: () => new Promise((resolve) => void (seen.waiting = resolve)),
    placed: () => seen.placed,
    quietMs: () => performance.now() - seen.tickMs,
    repeatBid(symbol) {
      const frame = seen.bids.get(symbol);
      if (frame === undefined || !seen.fromTws.isBetweenFrames()) return undefined;
      const atMs = performance.now();
      seen.client?.write(frame);
      return atMs;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** One connection of a client: its bytes reach the other side before they are looked at. */
function passOn(seen: Seen, client: Socket, tws: Socket): readonly Socket[] {
  const fromClient = makeFrameReader();
  seen.client = client.setNoDelay(true);
  seen.fromTws = makeFrameReader();
  tws.setNoDelay(true);
  client.on("data", (chunk: Buffer) => {
    const atMs = performance.now();
    tws.write(chunk);
    for (const frame of fromClient.take(chunk)) seeRequest(seen, frame, atMs);
  });
  tws.on("data", (chunk: Buffer) => {
    client.write(chunk);
    for (const frame of seen.fromTws.take(chunk)) seeAnswer(seen, frame);
  });
  for (const [from, to] of [
    [client, tws],
    [tws, client],
  ] as const) {
    from.on("close", () => to.destroy());
    from.on("error", () => to.destroy());
  }
  return [client, tws];
}

function seeRequest(seen: Seen, frame: Buffer, atMs: number): void {
  const [id, , reqId, , symbol] = fieldsOf(frame);
  if (id === REQ_MKT_DATA && reqId !== undefined && symbol !== undefined) seen.symbolOf.set(reqId, symbol);
  if (id !== PLACE_ORDER) return;
  seen.placed += 1;
  seen.waiting?.(atMs);
  seen.waiting = undefined;
}

function seeAnswer(seen: Seen, frame: Buffer): void {
  const [id, , reqId, tickType] = fieldsOf(frame);
  const symbol = id === TICK_PRICE ? seen.symbolOf.get(reqId ?? "") : undefined;
  if (symbol === undefined) return;
  seen.tickMs = performance.now();
  if (tickType === BID) seen.bids.set(symbol, frame);
}
