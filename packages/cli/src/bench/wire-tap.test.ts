import { once } from "node:events";
import { type Socket, connect, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { frameOf } from "./testing/frame.ts";
import { openWireTap } from "./wire-tap.ts";

/** A TWS that answers with what it is told to, a client, and the tap between them. */
async function connected() {
  const tws = createServer().listen(0, "127.0.0.1");
  await once(tws, "listening");
  const address = tws.address();
  const tap = await openWireTap(typeof address === "object" && address !== null ? address.port : 0);
  const accepted = once(tws, "connection") as Promise<[Socket]>;
  const client = connect(tap.port, "127.0.0.1");
  const [server] = await accepted;
  const close = (): void => {
    client.destroy();
    tap.close();
    tws.close();
  };
  return { tap, client, server, close };
}

const next = async (socket: Socket): Promise<Buffer> => ((await once(socket, "data")) as [Buffer])[0];

describe("the tap on the wire", () => {
  it("passes bytes on in both directions, and tells of a placeOrder and of no other message", async () => {
    const { tap, client, server, close } = await connected();
    client.write(frameOf("49", "1"));
    expect(await next(server)).toStrictEqual(frameOf("49", "1"));
    expect(tap.placed()).toBe(0);
    const seen = tap.nextPlaceOrder();
    client.write(frameOf("3", "1"));
    const [bytes, atMs] = await Promise.all([next(server), seen]);
    expect(bytes).toStrictEqual(frameOf("3", "1"));
    expect([tap.placed(), atMs > 0]).toStrictEqual([1, true]);
    server.write(frameOf("5", "1"));
    expect(await next(client)).toStrictEqual(frameOf("5", "1"));
    close();
  });
  it("repeats a symbol's last bid, and nothing before there is one or inside another message", async () => {
    const { tap, client, server, close } = await connected();
    client.write(frameOf("1", "11", "7", "0", "SPY", "STK"));
    await next(server);
    expect(tap.repeatBid("SPY")).toBeUndefined();
    const bid = frameOf("1", "6", "7", "1", "99.98", "300", "1");
    server.write(Buffer.concat([bid, frameOf("1", "6", "7", "2", "100.01", "200", "1")]));
    await next(client);
    expect(tap.repeatBid("IBM")).toBeUndefined();
    expect(tap.repeatBid("SPY")).toBeGreaterThan(0);
    expect(await next(client)).toStrictEqual(bid);
    server.write(bid.subarray(0, 6));
    await next(client);
    expect(tap.repeatBid("SPY")).toBeUndefined();
    close();
  });
});
