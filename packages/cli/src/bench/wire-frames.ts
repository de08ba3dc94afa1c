const LENGTH_BYTES = 4;
const HANDSHAKE = "API\0";
const NUL = "\0";

/** Follows one direction of a TWS connection, whatever pieces it comes in. */
export type FrameReader = {
  /** The whole frames that end in this chunk, each with its length in front. */
  take(chunk: Buffer): readonly Buffer[];
  /** Whether the last chunk ended with a frame: another one may stand here. */
  isBetweenFrames(): boolean;
};

export function makeFrameReader(): FrameReader {
  let held = Buffer.alloc(0);
  return {
    take(chunk) {
      held = Buffer.concat([held, chunk]);
      if (held.subarray(0, HANDSHAKE.length).toString() === HANDSHAKE) held = held.subarray(HANDSHAKE.length);
      const frames: Buffer[] = [];
      while (held.length >= LENGTH_BYTES) {
        const end = LENGTH_BYTES + held.readUInt32BE(0);
        if (held.length < end) break;
        frames.push(held.subarray(0, end));
        held = held.subarray(end);
      }
      return frames;
    },
    isBetweenFrames: () => held.length === 0,
  };
}

/** A frame's fields, the message id first. */
export const fieldsOf = (frame: Buffer): readonly string[] => frame.toString("utf8", LENGTH_BYTES).split(NUL);
