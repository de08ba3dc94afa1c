import fc from "fast-check";
import { expect, it } from "vitest";
import { makeFrameLengths } from "./frame-lengths.ts";

const frame = (length: number, body: Uint8Array): Buffer => {
  const header = Buffer.alloc(4);
  header.writeInt32BE(length);
  return Buffer.concat([header, body]);
};
const cut = (bytes: Buffer, sizes: readonly number[]): Buffer[] => {
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
};

const bodies = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
const sizes = fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 5 });
const soundFrames = (list: readonly Uint8Array[]): Buffer =>
  Buffer.concat(list.map((body) => frame(body.length, body)));

it("finds nothing in sound frames, however they are cut", () => {
  fc.assert(
    fc.property(bodies, sizes, (list, cuts) => {
      const lengths = makeFrameLengths();
      for (const chunk of cut(soundFrames(list), cuts)) expect(lengths.take(chunk)).toBeUndefined();
    }),
  );
});

it("finds a length that no frame has, wherever it stands [fault 43]", () => {
  const bad = fc.oneof(fc.integer({ min: -(2 ** 31), max: -1 }), fc.integer({ min: 0x1_00_00_00, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(bodies, sizes, bad, (list, cuts, length) => {
      const lengths = makeFrameLengths();
      const bytes = Buffer.concat([soundFrames(list), frame(length, Buffer.from("rest"))]);
      expect(
        cut(bytes, cuts)
          .map((chunk) => lengths.take(chunk))
          .find((found) => found !== undefined),
      ).toBe(length);
    }),
  );
});
