const HEADER_BYTES = 4;
/** Above this the library gives up; below zero it never comes back: it reads the same bytes for ever. */
const LONGEST = 0xff_ff_ff;

/** Reads the lengths of the frames that chunks of a socket carry, without their content. */
export type FrameLengths = {
  /** The first length that no frame has, in this chunk or in the frames before it; `undefined` while all are sound. */
  take(chunk: Buffer): number | undefined;
};

export function makeFrameLengths(): FrameLengths {
  const header = Buffer.alloc(HEADER_BYTES);
  let headerBytes = 0;
  let bodyBytes = 0;
  return {
    take(chunk) {
      for (let at = 0; at < chunk.length;) {
        if (bodyBytes > 0) {
          const skipped = Math.min(bodyBytes, chunk.length - at);
          bodyBytes -= skipped;
          at += skipped;
          continue;
        }
        header[headerBytes++] = chunk[at++] ?? 0;
        if (headerBytes < HEADER_BYTES) continue;
        headerBytes = 0;
        bodyBytes = header.readInt32BE();
        if (bodyBytes < 0 || bodyBytes > LONGEST) return bodyBytes;
      }
      return undefined;
    },
  };
}
