import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createConnection, type Socket } from "node:net";

/** A client of plain bytes that keeps what it gets. */
export type RawReader = {
  readonly socket: Socket;
  /** Everything received, in order. */
  received(): Buffer;
  write(bytes: Buffer): void;
  /** Asks the time, and resolves with its answer: all that was sent before has arrived. */
  askTime(): Promise<void>;
};

const CURRENT_TIME = "49";

/** The first field of every whole frame from an offset on, and where the first frame begins that is not whole. */
function framesFrom(bytes: Buffer, offset: number): { readonly names: readonly string[]; readonly end: number } {
  const names: string[] = [];
  let at = offset;
  while (at + 4 <= bytes.length && at + 4 + bytes.readUInt32BE(at) <= bytes.length) {
    names.push(bytes.toString("latin1", at + 4, bytes.indexOf(0, at + 4)));
    at += 4 + bytes.readUInt32BE(at);
  }
  return { names, end: at };
}

export const frameOf = (...fields: readonly (string | number)[]): Buffer => {
  const body = Buffer.from(`${fields.join("\0")}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

const HELLO = Buffer.concat([Buffer.from("API\0"), Buffer.from([0, 0, 0, 9]), Buffer.from("v100..193")]);

export async function connectReader(port: number, clientId: number): Promise<RawReader> {
  const socket = createConnection(port, "127.0.0.1");
  await once(socket, "connect");
  let chunks: Buffer[] = [];
  let read = 0;
  let wake = (): void => undefined;
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    wake();
  });
  socket.on("close", () => wake());
  socket.on("error", () => undefined);
  socket.write(Buffer.concat([HELLO, frameOf(71, 2, clientId, "")]));
  const received = (): Buffer => {
    chunks = [Buffer.concat(chunks)];
    return chunks[0] ?? Buffer.alloc(0);
  };
  const askTime = async (): Promise<void> => {
    socket.write(frameOf(CURRENT_TIME, 1));
    for (;;) {
      const { names, end } = framesFrom(received(), read);
      read = end;
      if (names.includes(CURRENT_TIME)) return;
      if (socket.destroyed) throw new Error("the connection is gone");
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { socket, received, write: (bytes) => void socket.write(bytes), askTime };
}
