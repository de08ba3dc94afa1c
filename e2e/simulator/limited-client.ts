import { createConnection, createServer, type Socket } from "node:net";
import { once } from "node:events";

/** A frame's fields; what is no frame (the prefix of the hello) is not kept. */
export type Frame = readonly string[];

/** The way to a simulator for a client that is made to offer no more than a version, and every frame that passes there. */
export type LimitedWay = {
  readonly port: number;
  readonly sent: readonly Frame[];
  readonly received: readonly Frame[];
  close(): void;
};

const NEWEST_OFFER = "v100..193";
const HELLO_BYTES = 4 + 4 + NEWEST_OFFER.length;

/** Keeps the frames of a stream, as its chunks come. */
function framesInto(kept: string[][], skippedBytes: number): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let toSkip = skippedBytes;
  return (chunk) => {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    waiting = Buffer.concat([waiting, chunk.subarray(skipped)]);
    while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
      const end = 4 + waiting.readUInt32BE(0);
      kept.push(waiting.subarray(4, end).toString().split("\0").slice(0, -1));
      waiting = waiting.subarray(end);
    }
  };
}

/** The offer has the same length at any version of three digits: nothing else of the bytes changes. */
export async function openLimitedWay(simPort: number, maxVersion: number): Promise<LimitedWay> {
  const [sent, received]: [string[][], string[][]] = [[], []];
  const sockets: Socket[] = [];
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = createConnection({ host: "127.0.0.1", port: simPort, noDelay: true });
    sockets.push(client, upstream);
    const [keepSent, keepReceived] = [framesInto(sent, HELLO_BYTES), framesInto(received, 0)];
    let isFirst = true;
    client.on("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      const bytes = isFirst ? Buffer.from(text.replace(NEWEST_OFFER, `v100..${maxVersion}`), "latin1") : chunk;
      isFirst = false;
      keepSent(bytes);
      upstream.write(bytes);
    });
    upstream.on("data", (chunk: Buffer) => {
      keepReceived(chunk);
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on("error", () => void other.destroy());
      one.on("close", () => void other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on no port");
  return {
    port: address.port,
    sent,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
