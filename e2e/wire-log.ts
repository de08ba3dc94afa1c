import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";

/** A message from a client to the simulator. */
export type WireMessage = {
  /** On the simulator's monotonic clock, set at its start as `nowMs` was at ours. */
  readonly atMs: number;
  readonly name: string;
  readonly orderRef: string | undefined;
  /** Of a placeOrder and a cancelOrder. */
  readonly orderId: number | undefined;
};

/** Messages from clients in the simulator's wire log so far, oldest first. Each line is read once, however often one asks. */
export function readWireLog(file: string): () => readonly WireMessage[] {
  const messages: WireMessage[] = [];
  let offset = 0;
  return () => {
    const added = linesFrom(file, offset);
    offset += added.length;
    for (const line of added.toString("utf8").split("\n").slice(0, -1)) {
      const message = parse(line);
      if (message !== undefined) messages.push(message);
    }
    return messages;
  };
}

const NEWLINE = 10;

/** The whole lines that a file has behind an offset. */
function linesFrom(file: string, offset: number): Buffer {
  const size = existsSync(file) ? statSync(file).size : 0;
  const added = Buffer.alloc(Math.max(0, size - offset));
  if (added.length === 0) return added;
  const fd = openSync(file, "r");
  try {
    const read = readSync(fd, added, 0, added.length, offset);
    return added.subarray(0, added.subarray(0, read).lastIndexOf(NEWLINE) + 1);
  } finally {
    closeSync(fd);
  }
}

type Line = {
  readonly wallMs: number;
  readonly direction: string;
  readonly name: string;
  readonly message?: { readonly orderId?: number; readonly order?: { readonly orderRef?: string } };
};

function parse(line: string): WireMessage | undefined {
  const { wallMs, direction, name, message: { orderId, order } = {} } = JSON.parse(line) as Line;
  return direction === "in" ? { atMs: wallMs, name, orderRef: order?.orderRef, orderId } : undefined;
}
