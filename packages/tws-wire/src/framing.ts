import { Buffer } from "node:buffer";
import { assert, err, ok, type Result } from "@bowline/kernel";

/** The fields of one message, the message id first, without their NUL terminators. */
export type WireFields = readonly string[];

export type FrameError =
  /** The announced length is zero or above the limit. */
  | { readonly type: "FRAME_LENGTH"; readonly lengthBytes: number; readonly maxBytes: number }
  /** The body does not end with NUL: its last field would run into the next message. */
  | { readonly type: "FRAME_UNTERMINATED"; readonly lengthBytes: number };

/** No client accepts more in one message, and one of them counts all that it has buffered. */
export const MAX_OUTBOUND_FRAME_BYTES = 0xff_ff_ff;
/** Requests are small: the largest, an order with conditions and legs, is a few kilobytes. */
export const MAX_INBOUND_FRAME_BYTES = 256 * 1024;

const LENGTH_BYTES = 4;
const NUL = "\0";

/** One message as bytes: a big-endian length, then each field followed by NUL. Throws where a field contains NUL. */
export function encodeFrame(fields: WireFields): Buffer {
  const body = `${fields.join(NUL)}${NUL}`;
  assert(fields.length > 0, "a frame needs a field");
  assert(countOfNul(body) === fields.length, `a field of message ${fields[0]} contains NUL`);
  const lengthBytes = Buffer.byteLength(body);
  assert(
    lengthBytes <= MAX_OUTBOUND_FRAME_BYTES,
    `message ${fields[0]} is too long for a client: ${lengthBytes} bytes`,
  );
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + lengthBytes);
  frame.writeUInt32BE(lengthBytes, 0);
  frame.write(body, LENGTH_BYTES);
  return frame;
}

function countOfNul(text: string): number {
  let count = 0;
  for (let at = text.indexOf(NUL); at !== -1; at = text.indexOf(NUL, at + 1)) count += 1;
  return count;
}

/** Bytes as they arrive, in one growing buffer: appending costs amortised constant time however small the pieces are. */
export interface ByteQueue {
  readonly size: number;
  push(chunk: Uint8Array): void;
  /** A view of the next bytes, valid until the next `push`. The caller has checked `size`. */
  peek(sizeBytes: number): Buffer;
  drop(sizeBytes: number): void;
}

export function makeByteQueue(): ByteQueue {
  let store = Buffer.allocUnsafe(1024);
  let start = 0;
  let end = 0;
  return {
    get size() {
      return end - start;
    },
    push(chunk) {
      if (end + chunk.length > store.length) {
        const size = end - start;
        const target = size + chunk.length > store.length / 2 ? Buffer.allocUnsafe((size + chunk.length) * 2) : store;
        store.copy(target, 0, start, end);
        store = target;
        start = 0;
        end = size;
      }
      store.set(chunk, end);
      end += chunk.length;
    },
    peek: (sizeBytes) => store.subarray(start, start + sizeBytes),
    drop(sizeBytes) {
      start += sizeBytes;
      if (start === end) start = end = 0;
    },
  };
}

/** The next whole frame of the queue, `undefined` while it is incomplete. After an error the stream is lost: close it. */
export function takeFrame(
  queue: ByteQueue,
  maxBytes = MAX_INBOUND_FRAME_BYTES,
): Result<WireFields | undefined, FrameError> {
  if (queue.size < LENGTH_BYTES) return ok(undefined);
  const lengthBytes = queue.peek(LENGTH_BYTES).readUInt32BE(0);
  if (lengthBytes === 0 || lengthBytes > maxBytes) return err({ type: "FRAME_LENGTH", lengthBytes, maxBytes });
  if (queue.size < LENGTH_BYTES + lengthBytes) return ok(undefined);
  const frame = queue.peek(LENGTH_BYTES + lengthBytes);
  if (frame[frame.length - 1] !== 0) return err({ type: "FRAME_UNTERMINATED", lengthBytes });
  const fields = frame.toString("utf8", LENGTH_BYTES, frame.length - 1).split(NUL);
  queue.drop(LENGTH_BYTES + lengthBytes);
  return ok(fields);
}
