import { type Socket, connect, createServer } from "node:net";

/** Between execution and the simulator: passes everything on, and tells when a placeOrder went by. */
export type WireTap = {
  readonly port: number;
  /** Resolves with the local monotonic time at which the next placeOrder passes. */
  nextPlaceOrder(): Promise<number>;
  close(): void;
};

/** A frame of message 3 begins with its length and `3\0`. */
const PLACE_ORDER = Buffer.from("3\0");
const LENGTH_BYTES = 4;
const HANDSHAKE = "API\0";

export async function openWireTap(twsPort: number): Promise<WireTap> {
  let waiting: ((atMs: number) => void) | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const tws = connect(twsPort, "127.0.0.1").setNoDelay(true);
    client.setNoDelay(true);
    const sees = makePlaceOrderSight();
    client.on("data", (chunk: Buffer) => {
      const atMs = performance.now();
      tws.write(chunk);
      if (!sees(chunk)) return;
      waiting?.(atMs);
      waiting = undefined;
    });
    tws.on("data", (chunk: Buffer) => client.write(chunk));
    for (const [from, to] of [
      [client, tws],
      [tws, client],
    ] as const) {
      sockets.add(from);
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    nextPlaceOrder: () => new Promise((resolve) => void (waiting = resolve)),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Follows the frames of one client; true for a chunk in which a placeOrder begins. */
export function makePlaceOrderSight(): (chunk: Buffer) => boolean {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    if (held.subarray(0, HANDSHAKE.length).toString() === HANDSHAKE) held = held.subarray(HANDSHAKE.length);
    let seen = false;
    while (held.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + held.readUInt32BE(0);
      if (held.length < end) break;
      seen ||= held.subarray(LENGTH_BYTES, LENGTH_BYTES + PLACE_ORDER.length).equals(PLACE_ORDER);
      held = held.subarray(end);
    }
    return seen;
  };
}
