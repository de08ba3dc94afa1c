import { describe, expect, it } from "vitest";
import { frameOf } from "./testing/frame.ts";
import { fieldsOf, makeFrameReader } from "./wire-frames.ts";

describe("frames of the wire", () => {
  it("come whole, behind the handshake, split and among others", () => {
    const reader = makeFrameReader();
    const version = frameOf("v100..193");
    expect(reader.take(Buffer.concat([Buffer.from("API\0"), version.subarray(0, 5)]))).toEqual([]);
    expect(reader.isBetweenFrames()).toBe(false);
    expect(reader.take(Buffer.concat([version.subarray(5), frameOf("71", "2", "3", "")]))).toEqual([
      version,
      frameOf("71", "2", "3", ""),
    ]);
    expect(reader.isBetweenFrames()).toBe(true);
    const place = frameOf("3", "1", "0", "SPY");
    expect(reader.take(place.subarray(0, 7))).toEqual([]);
    const [first] = reader.take(Buffer.concat([place.subarray(7), frameOf("49", "1")]));
    expect(fieldsOf(first ?? Buffer.alloc(0)).slice(0, 4)).toEqual(["3", "1", "0", "SPY"]);
  });
});
