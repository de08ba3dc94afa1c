import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { createWireServer, encode, shareMessage } from "./index.ts";
import { encodeFrame } from "./framing.ts";
import {
  ASK_TIME,
  START_API,
  aServerEach,
  startedClient,
  connectRaw,
  goldenFrame,
  hello,
  OPEN_US,
} from "./test-support.ts";
import { connectionTime } from "./wire-time.ts";

const start = aServerEach();

describe("a session", () => {
  test("goes on after a message that cannot be read, and after an unknown one", async () => {
    const test = await start();
    const client = await startedClient(test);
    client.socket.write(Buffer.concat([goldenFrame("3|21|AAPL|"), goldenFrame("999|1|DU1||"), ASK_TIME]));
    expect(await test.malformed.next()).toMatchObject({ messageName: "placeOrder", field: "conId", requestId: 21 });
    expect(await test.messages.next()).toMatchObject({ type: "unknown", messageId: "999" });
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
  });

  test("ends at a hostile length, and delivers nothing after it", async () => {
    const test = await start({ maxInboundFrameBytes: 64 });
    const client = await startedClient(test);
    client.socket.write(Buffer.concat([ASK_TIME, goldenFrame(`8|1|${"9".repeat(80)}|`), ASK_TIME]));
    await client.ended;
    expect(test.messages.all).toEqual([{ type: "reqCurrentTime" }]);
    expect(await test.notices.next()).toMatchObject({
      code: "FRAME_LENGTH",
      text: "a frame of 85 bytes cannot be read",
    });
    expect(await test.closes.next()).toBe(1);
  });

  test("close sends what is buffered, delivers nothing more and tells its listener once", async () => {
    const test = await start();
    const client = await startedClient(test);
    const session = await test.sessions.next();
    session.send(encode.errorMessage(193, { id: -1, code: 326, text: "in use" }));
    session.close();
    session.close();
    expect(session.isOpen).toBe(false);
    expect(session.send(["49", "1", "1"])).toBe(false);
    client.socket.write(ASK_TIME);
    expect(await client.frames.next()).toEqual(["4", "2", "-1", "326", "in use", ""]);
    await client.ended;
    await test.closes.next();
    expect(test.closes.all).toEqual([1]);
    expect(test.messages.all).toEqual([]);
  });

  test("close cuts a client that never ends its own side", async () => {
    const test = await start();
    const client = await startedClient(test);
    client.socket.removeAllListeners("data").pause();
    (await test.sessions.next()).close();
    expect(await test.closes.next()).toBe(1);
    client.socket.destroy();
  });

  test("destroy cuts at once, from within a message too", async () => {
    const test = await start({
      onConnection: (session) => ({
        onMessage: () => session.destroy(),
        onMalformed: () => undefined,
        onClose: () => test.closes.push(session.connectionId),
      }),
    });
    const client = await connectRaw(test.port);
    client.socket.write(Buffer.concat([hello(), START_API, ASK_TIME, ASK_TIME]));
    await client.ended;
    expect(await test.closes.next()).toBe(1);
  });

  test("a client that leaves, politely or not, is one onClose", async () => {
    const test = await start();
    const polite = await startedClient(test);
    polite.socket.end();
    expect(await test.closes.next()).toBe(1);
    const rude = await startedClient(test);
    rude.socket.resetAndDestroy();
    expect(await test.closes.next()).toBe(2);
    expect(test.notices.all.map((notice) => notice.code)).toEqual(["SOCKET_ERROR"]);
  });

  test("paused, it delivers nothing that has arrived; resumed, everything in order", async () => {
    const test = await start();
    const client = await startedClient(test);
    const session = await test.sessions.next();
    session.pauseReading();
    client.socket.write(Buffer.concat([ASK_TIME, goldenFrame("8|1|1|")]));
    const other = await startedClient(test);
    other.socket.write(ASK_TIME);
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
    expect(test.messages.all).toHaveLength(1);
    session.resumeReading();
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
    expect(await test.messages.next()).toEqual({ type: "reqIds" });
  });

  test("paused within a message, it keeps what came with it; resumed within one, it stays in order", async () => {
    const seen: string[] = [];
    const test = await start({
      onConnection: (session) => ({
        onMessage(message) {
          seen.push(`begin ${message.type}`);
          if (message.type === "reqIds") {
            session.pauseReading();
            setImmediate(session.resumeReading);
          }
          if (message.type === "reqManagedAccts") session.resumeReading();
          seen.push(`end ${message.type}`);
          if (message.type === "reqCurrentTime") test.messages.push(message);
        },
        onMalformed: () => undefined,
        onClose: () => undefined,
      }),
    });
    const client = await connectRaw(test.port);
    client.socket.write(Buffer.concat([hello(), START_API, goldenFrame("8|1|1|"), goldenFrame("17|1|"), ASK_TIME]));
    await test.messages.next();
    expect(seen).toEqual(
      ["reqIds", "reqManagedAccts", "reqCurrentTime"].flatMap((name) => [`begin ${name}`, `end ${name}`]),
    );
  });

  test("a client that does not read is cut when the bound is reached", async () => {
    const test = await start({ maxWriteBufferBytes: 100_000 });
    const client = await startedClient(test);
    client.socket.pause();
    const session = await test.sessions.next();
    const line = encode.errorMessage(193, { id: -1, code: 2100, text: "x".repeat(10_000) });
    let sent = 0;
    while (session.send(line)) {
      sent += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sent).toBeGreaterThan(8);
    expect(session.isOpen).toBe(false);
    expect(await test.notices.next()).toMatchObject({
      code: "SLOW_READER",
      connectionId: 1,
      text: expect.stringMatching(/^client 5 does not read: \d+ bytes wait for it, 100000 may$/) as string,
    });
    expect(await test.closes.next()).toBe(1);
    expect(test.closes.all).toEqual([1]);
  });

  test("what one turn sends arrives whole and in order", async () => {
    const test = await start();
    const client = await startedClient(test);
    const session = await test.sessions.next();
    for (let second = 0; second < 500; second += 1) session.send(encode.currentTime(193, { epochSeconds: second }));
    for (let second = 0; second < 500; second += 1) {
      expect(await client.frames.next()).toEqual(["49", "1", String(second)]);
    }
  });
});

describe("a message for many requests", () => {
  test("arrives as one for each, between the others, in any alphabet", async () => {
    const test = await start();
    const client = await startedClient(test);
    const session = await test.sessions.next();
    const price = shareMessage("tickPrice", 193, { tickType: 1, px: 12_340_000, qty: 500_000_000 });
    const text = shareMessage("tickString", 193, { tickType: 45, value: "Zürich" });
    session.sendShared(price, 7);
    session.send(encode.currentTime(193, { epochSeconds: 1 }));
    session.sendShared(price, 12_345);
    session.sendShared(text, 8);
    const asked = encode.tickPrice(193, { reqId: 7, tickType: 1, px: 12_340_000, qty: 500_000_000 });
    expect(await client.frames.next()).toEqual(asked);
    expect(await client.frames.next()).toEqual(["49", "1", "1"]);
    expect(await client.frames.next()).toEqual(asked.with(2, "12345"));
    expect(await client.frames.next()).toEqual(encode.tickString(193, { reqId: 8, tickType: 45, value: "Zürich" }));
  });

  test("leaves before the end of a connection that is closed in the same turn", async () => {
    const test = await start();
    const client = await startedClient(test);
    const session = await test.sessions.next();
    session.sendShared(shareMessage("tickSize", 193, { tickType: 0, qty: 1_000_000 }), 3);
    session.close();
    expect(session.sendShared(shareMessage("tickSize", 193, { tickType: 0, qty: 1_000_000 }), 4)).toBe(false);
    expect(await client.frames.next()).toEqual(["2", "6", "3", "0", "1"]);
  });
});

describe("the wire log", () => {
  test("sees every message, with name, direction, client and a clock that does not go back", async () => {
    const test = await start();
    const client = await startedClient(test);
    client.socket.write(Buffer.concat([goldenFrame("3|21|"), goldenFrame("999|1|")]));
    await test.messages.next();
    expect(test.frames.map(({ direction, name, clientId }) => [direction, name, clientId])).toEqual([
      ["out", "handshake", undefined],
      ["in", "startApi", undefined],
      ["out", "managedAccounts", 5],
      ["out", "nextValidId", 5],
      ["in", "placeOrder", 5],
      ["in", "unknown", 5],
    ]);
    const times = test.frames.map((frame) => frame.monotonicMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(test.frames[4]?.fields).toEqual(["3", "21"]);
    expect(test.frames.filter((frame) => frame.direction === "in" && frame.name === "placeOrder")).toHaveLength(1);
  });
});

describe("the server", () => {
  test("says which port was taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const result = await createWireServer({
      host: "127.0.0.1",
      port,
      connectionTime: () => connectionTime(OPEN_US),
      onConnection: () => ({ onMessage: () => undefined, onMalformed: () => undefined, onClose: () => undefined }),
    });
    expect(result).toEqual({
      ok: false,
      error: { type: "LISTEN_FAILED", host: "127.0.0.1", port, code: "EADDRINUSE" },
    });
    taken.close();
  });

  test("cuts everybody when it closes, and needs no hooks", async () => {
    const result = await createWireServer({
      host: "127.0.0.1",
      port: 0,
      connectionTime: () => connectionTime(OPEN_US),
      onConnection: () => ({ onMessage: () => undefined, onMalformed: () => undefined, onClose: () => undefined }),
    });
    if (!result.ok) throw new Error(result.error.code);
    const clients = await Promise.all([connectRaw(result.value.port), connectRaw(result.value.port)]);
    clients[0].socket.write(Buffer.concat([hello(), START_API]));
    clients[1].socket.write(Buffer.from("not a client"));
    await clients[0].frames.next();
    await clients[1].ended;
    await result.value.close();
    await clients[0].ended;
    expect(clients.map((client) => client.frames.all.length)).toEqual([1, 0]);
  });
});

test("random bytes after the handshake never hang or end the server", async () => {
  const test = await start();
  const seed = { state: 12_345 };
  const random = (below: number): number => {
    seed.state = (Math.imul(seed.state, 1_103_515_245) + 12_345) >>> 0;
    return (seed.state >>> 8) % below;
  };
  const pieces = [
    "",
    "0",
    "1",
    "-1",
    "3",
    "BUY",
    "LMT",
    "1e9",
    "2147483647",
    "1.7976931348623157E308",
    "é",
    "x".repeat(99),
  ];
  const ids = ["1", "3", "4", "6", "7", "9", "20", "50", "62", "71", "74", "76", "99", "250"];
  const client = await startedClient(test);
  for (let round = 0; round < 4000; round += 1) {
    const fields = Array.from({ length: random(130) }, () => pieces[random(pieces.length)] ?? "");
    client.socket.write(encodeFrame([ids[random(ids.length)] ?? "", ...fields]));
  }
  for (let round = 0; round < 60; round += 1) {
    const broken = await connectRaw(test.port);
    const noise = Buffer.from(Array.from({ length: 1 + random(60) }, () => random(256)));
    broken.socket.end(random(2) === 0 ? noise : Buffer.concat([hello(), START_API, noise]));
    broken.socket.resume();
    await broken.ended;
  }
  client.socket.write(goldenFrame("14|1|4|"));
  const isLast = (): boolean => test.messages.all.some((message) => message.type === "setServerLogLevel");
  while (!isLast()) await test.messages.next();
  expect(test.messages.all.length + test.malformed.all.length).toBeGreaterThanOrEqual(4001);
});
