import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeFrame, makeByteQueue, takeFrame } from "./framing.ts";
import { goldenFrame } from "./test-support.ts";

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

describe("encodeFrame", () => {
  test("writes a big-endian length and ends every field with NUL", () => {
    expect(encodeFrame(["9", "1", "42"])).toEqual(Buffer.from([0, 0, 0, 7, 0x39, 0, 0x31, 0, 0x34, 0x32, 0]));
  });

  test("counts bytes of UTF-8, not characters", () => {
    expect(encodeFrame(["é"])).toEqual(Buffer.from([0, 0, 0, 3, 0xc3, 0xa9, 0]));
  });

  test("keeps empty fields", () => {
    expect(encodeFrame(["4", "", ""])).toEqual(goldenFrame("4|||"));
  });

  test("throws at a field that contains NUL, at no field and at a frame that no client would take", () => {
    expect(() => encodeFrame(["4", "a\0b"])).toThrow("a field of message 4 contains NUL");
    expect(() => encodeFrame([])).toThrow("a frame needs a field");
    expect(() => encodeFrame(["17", "x".repeat(0xff_ff_ff)])).toThrow("message 17 is too long for a client");
  });
});

describe("takeFrame", () => {
  test("waits for the length, then for the whole body", () => {
    const queue = makeByteQueue();
    const bytes = goldenFrame("49|1|");
    for (const [at, byte] of bytes.entries()) {
      expect(takeFrame(queue), `before byte ${at}`).toEqual({ ok: true, value: undefined });
      queue.push(Buffer.from([byte]));
    }
    expect(takeFrame(queue)).toEqual({ ok: true, value: ["49", "1"] });
    expect(queue.size).toBe(0);
  });

  test("takes frames that came together one by one", () => {
    const queue = makeByteQueue();
    queue.push(Buffer.concat([goldenFrame("49|1|"), goldenFrame("61|1|"), goldenFrame("8|").subarray(0, 5)]));
    expect(takeFrame(queue)).toEqual({ ok: true, value: ["49", "1"] });
    expect(takeFrame(queue)).toEqual({ ok: true, value: ["61", "1"] });
    expect(takeFrame(queue)).toEqual({ ok: true, value: undefined });
  });

  test("refuses a length of zero, one above the limit, and all that a sign would make negative", () => {
    for (const lengthBytes of [0, 101, 0x7f_ff_ff_ff, 0xff_ff_ff_ff]) {
      const queue = makeByteQueue();
      queue.push(lengthOf(lengthBytes));
      expect(takeFrame(queue, 100)).toEqual({ ok: false, error: { type: "FRAME_LENGTH", lengthBytes, maxBytes: 100 } });
    }
  });

  test("takes a frame of exactly the limit", () => {
    const queue = makeByteQueue();
    queue.push(encodeFrame(["x".repeat(99)]));
    expect(takeFrame(queue, 100)).toEqual({ ok: true, value: ["x".repeat(99)] });
  });

  test("refuses a body that does not end with NUL", () => {
    const queue = makeByteQueue();
    queue.push(Buffer.concat([lengthOf(2), Buffer.from("49")]));
    expect(takeFrame(queue)).toEqual({ ok: false, error: { type: "FRAME_UNTERMINATED", lengthBytes: 2 } });
  });

  test("gives back any messages, however their bytes are cut", () => {
    const field = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0"));
    const messages = fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (sent, cuts) => {
        const bytes = Buffer.concat(sent.map(encodeFrame));
        const queue = makeByteQueue();
        const got: (readonly string[])[] = [];
        let at = 0;
        for (const cut of [...cuts, bytes.length]) {
          queue.push(bytes.subarray(at, at + cut));
          at += cut;
          for (let frame = takeFrame(queue); frame.ok && frame.value; frame = takeFrame(queue)) got.push(frame.value);
        }
        expect(got).toEqual(sent);
      }),
    );
  });

  test("never throws at random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const queue = makeByteQueue();
        queue.push(bytes);
        let frame = takeFrame(queue, 48);
        while (frame.ok && frame.value !== undefined) frame = takeFrame(queue, 48);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a byte queue", () => {
  test("holds much more than it began with, in order, and reuses its room", () => {
    const queue = makeByteQueue();
    let pushed = 0;
    let taken = 0;
    for (let round = 0; round < 400; round += 1) {
      const chunk = Buffer.alloc(37 + (round % 90), round % 251);
      queue.push(chunk);
      pushed += chunk.length;
      const want = Math.min(queue.size, 61);
      queue.drop(want);
      taken += want;
      expect(queue.size).toBe(pushed - taken);
    }
    queue.push(Buffer.from("end"));
    queue.drop(queue.size - 3);
    expect(queue.peek(3).toString()).toBe("end");
  });
});
