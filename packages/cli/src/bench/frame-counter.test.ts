import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { makeFrameCount } from "./frame-counter.ts";

it("counts frames, however they are cut", () => {
  const frames = [[1], [2, 3, 4], [5, 6]].map((body) => Buffer.from([0, 0, 0, body.length, ...body]));
  const bytes = Buffer.concat(frames);
  for (let size = 1; size <= bytes.length; size++) {
    const count = makeFrameCount();
    for (let at = 0; at < bytes.length; at += size) count.push(bytes.subarray(at, at + size));
    expect(count.frames()).toBe(3);
  }
  const incomplete = makeFrameCount();
  incomplete.push(bytes.subarray(0, bytes.length - 1));
  expect(incomplete.frames()).toBe(2);
});
