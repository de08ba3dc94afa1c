import { connect, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { makePlaceOrderSight, openWireTap } from "./wire-tap.ts";

const frame = (...fields: string[]): Buffer => {
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(""));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

describe("the tap on the wire", () => {
  it("sees a placeOrder behind the handshake, split and among others, and no other message", () => {
    const sees = makePlaceOrderSight();
    expect(sees(Buffer.concat([Buffer.from("API\0"), frame("v100..193").subarray(0, 5)]))).toBe(false);
    expect(sees(Buffer.concat([frame("v100..193").subarray(5), frame("71", "2", "3", "")]))).toBe(false);
    const place = frame("3", "1", "0", "SPY");
    expect(sees(place.subarray(0, 7))).toBe(false);
    expect(sees(Buffer.concat([place.subarray(7), frame("49", "1")]))).toBe(true);
    expect(sees(frame("33", "1"))).toBe(false);
  });
  it("passes bytes on in both directions", async () => {
    const echo = createServer((socket) => void socket.pipe(socket)).listen(0, "127.0.0.1");
    await new Promise((resolve) => void echo.once("listening", resolve));
    const address = echo.address();
    const tap = await openWireTap(typeof address === "object" && address !== null ? address.port : 0);
    const seen = tap.nextPlaceOrder();
    const client = connect(tap.port, "127.0.0.1");
    client.write(frame("3", "1"));
    const [back] = await Promise.all([new Promise<Buffer>((resolve) => void client.once("data", resolve)), seen]);
    expect(back).toStrictEqual(frame("3", "1"));
    client.destroy();
    tap.close();
    echo.close();
  });
});
