import { type Socket, createServer } from "node:net";

const frame = (...fields: readonly string[]): Buffer => {
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(""));
  const header = Buffer.alloc(4);
  header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
};

/** A length without a frame: the library takes a negative one for a message that never ends. */
export const frameOfLength = (length: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(length);
  return bytes;
};

/** Greets a client as TWS does, byte by byte its own work, and hands the socket over for whatever no encoder would write. */
export async function startRawTws(
  onReady: (socket: Socket) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let heard = 0;
    socket.on("error", () => undefined);
    socket.on("data", () => {
      heard += 1;
      if (heard === 1) return void socket.write(frame("193", "20240102 09:30:00 EST"));
      if (heard > 2) return;
      socket.write(Buffer.concat([frame("15", "1", "DU1234567"), frame("9", "1", "7")]), () => onReady(socket));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
