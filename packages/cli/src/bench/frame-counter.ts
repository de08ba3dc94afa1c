import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createConnection, type Socket } from "node:net";

/** A client that subscribes and then only counts: what it costs is the simulator's, not its own. */
export type FrameCounter = {
  readonly socket: Socket;
  /** Whole messages since the connection. */
  readonly frames: () => number;
  readonly bytes: () => number;
  ask(...fields: readonly (string | number)[]): void;
};

const LENGTH_BYTES = 4;

const framed = (text: string): Buffer => {
  const body = Buffer.from(text);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

/** Counts frames by their lengths alone, over whatever pieces they arrive in. */
export function makeFrameCount(): { push(chunk: Buffer): void; frames(): number } {
  let frames = 0;
  /** Bytes left of the frame that is passing. */
  let left = 0;
  let head = 0;
  let headBytes = 0;
  return {
    frames: () => frames,
    push: (chunk) => {
      let at = 0;
      while (at < chunk.length) {
        if (left > 0) {
          const taken = Math.min(left, chunk.length - at);
          left -= taken;
          at += taken;
          if (left === 0) frames += 1;
          continue;
        }
        head = head * 256 + (chunk[at] ?? 0);
        at += 1;
        headBytes += 1;
        if (headBytes === LENGTH_BYTES) [left, head, headBytes] = [head, 0, 0];
      }
    },
  };
}

/** Connects, says hello at the newest version, and starts. */
export async function connectCounter(port: number, clientId: number): Promise<FrameCounter> {
  const socket = createConnection(port, "127.0.0.1");
  await once(socket, "connect");
  const count = makeFrameCount();
  socket.on("data", count.push);
  const ask = (...fields: readonly (string | number)[]): void => void socket.write(framed(`${fields.join("\0")}\0`));
  socket.write(Buffer.concat([Buffer.from("API\0"), framed("v100..193")]));
  ask(71, 2, clientId, "");
  return { socket, frames: count.frames, bytes: () => socket.bytesRead, ask };
}

const STOCK = (symbol: string) => [0, symbol, "STK", "", 0, "", "", "SMART", "", "USD", "", ""];

/** reqMktData at version 193. */
export const askTicks = ({ ask }: FrameCounter, reqId: number, symbol: string): void =>
  ask(1, 11, reqId, ...STOCK(symbol), 0, "", 0, 0, "");
