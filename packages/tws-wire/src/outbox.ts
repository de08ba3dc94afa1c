import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { SharedMessage } from "./shared-message.ts";

/** What one connection has to write. All that one turn of the event loop puts in leaves together, in its order. */
export interface Outbox {
  /** Bytes that wait: here, and in the socket for its reader. */
  readonly waitingBytes: number;
  put(frame: Buffer): void;
  /** As a frame of the message for that request; the message is plain. */
  putShared(message: SharedMessage, reqId: number): void;
  /** Hands what waits here to the socket now. */
  flush(): void;
}

const CHUNK_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;

/** Frames are small and many: they are copied into large pieces, of which each turn writes what it filled. */
export function makeOutbox(socket: Socket): Outbox {
  let chunk = Buffer.allocUnsafe(0);
  let from = 0;
  let to = 0;
  let isScheduled = false;

  const flush = (): void => {
    // A client that went away meanwhile gets no more.
    if (to > from && socket.writable) socket.write(chunk.subarray(from, to));
    from = to;
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    socket.cork();
    process.nextTick(() => {
      isScheduled = false;
      flush();
      socket.uncork();
    });
  };
  const makeRoom = (bytes: number): void => {
    if (to + bytes <= chunk.length) return;
    flush();
    chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, bytes));
    from = to = 0;
  };
  return {
    get waitingBytes() {
      return socket.writableLength + to - from;
    },
    flush,
    put: (frame) => {
      schedule();
      makeRoom(frame.length);
      to += frame.copy(chunk, to);
    },
    putShared: ({ head, tail }, reqId) => {
      schedule();
      const body = `${head}${reqId}\0${tail}`;
      makeRoom(LENGTH_BYTES + body.length);
      chunk.writeUInt32BE(body.length, to);
      to += LENGTH_BYTES + chunk.write(body, to + LENGTH_BYTES, "latin1");
    },
  };
}
