import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { ASK_TIME, START_API, aServerEach, startedClient, connectRaw, goldenFrame, hello } from "./test-support.ts";

const start = aServerEach();

describe("the handshake", () => {
  test("works byte by byte", async () => {
    const test = await start();
    const client = await connectRaw(test.port);
    for (const byte of Buffer.concat([hello(), START_API, ASK_TIME])) {
      client.socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await client.frames.next()).toEqual(["193", "20240102 09:30:00 EST"]);
    expect(await client.frames.next()).toEqual(["15", "1", "DU1234567"]);
    expect(await client.frames.next()).toEqual(["9", "1", "7"]);
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
  });

  test("works with everything in one segment", async () => {
    const test = await start();
    const client = await connectRaw(test.port);
    client.socket.write(Buffer.concat([hello("v157..178 +PACEAPI"), START_API, ASK_TIME, ASK_TIME]));
    expect(await client.frames.next()).toEqual(["178", "20240102 09:30:00 EST"]);
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
    const session = await test.sessions.next();
    expect(session).toMatchObject({ serverVersion: 178, clientId: 5, connectionId: 1, isOpen: true });
    expect(session.connectOptions).toBe("+PACEAPI");
    expect(session.remote).toBe(`127.0.0.1:${client.socket.localPort}`);
  });

  test.each([
    ["v100..193", 157, 193, "193"],
    ["v100..193", 157, 178, "178"],
    ["v157..178", 157, 193, "178"],
    ["v100..157", 157, 193, "157"],
    ["v100..225", 157, 193, "193"],
  ])("%s and %i..%i make %s", async (range, minVersion, maxVersion, version) => {
    const test = await start({ minVersion, maxVersion });
    const client = await connectRaw(test.port);
    client.socket.write(hello(range));
    expect((await client.frames.next())[0]).toBe(version);
  });

  test.each([["v100..151"], ["v100..156"], ["v201..222"], ["v213..225"]])(
    "refuses %s cleanly, and says why",
    async (range) => {
      const test = await start();
      const client = await connectRaw(test.port);
      client.socket.write(hello(range));
      await client.ended;
      expect(client.frames.all).toEqual([]);
      const { remote, ...notice } = await test.notices.next();
      expect(notice).toEqual({
        code: "VERSION_REFUSED",
        connectionId: 1,
        text: `the client speaks ${range.slice(1)}, this server 157..193`,
      });
      expect(remote).toMatch(/^127\.0\.0\.1:\d+$/);
      expect(test.sessions.all).toEqual([]);
    },
  );

  test.each([
    ["BAD_PREFIX", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
    ["HELLO_LENGTH", Buffer.from("API\0\xff\xff\xff\xff", "latin1")],
    ["BAD_VERSION_RANGE", hello("hello")],
    ["NOT_STARTED", Buffer.concat([hello(), ASK_TIME])],
    ["NOT_STARTED", Buffer.concat([hello(), goldenFrame("71|2|x||")])],
    ["FRAME_LENGTH", Buffer.concat([hello(), Buffer.from([0, 0, 0, 0])])],
    ["FRAME_UNTERMINATED", Buffer.concat([hello(), Buffer.from([0, 0, 0, 2, 0x37, 0x31])])],
  ])("ends with %s", async (code, bytes) => {
    const test = await start();
    const client = await connectRaw(test.port);
    client.socket.write(bytes);
    await client.ended;
    expect(await test.notices.next()).toMatchObject({ code });
    expect(test.notices.all).toHaveLength(1);
    expect(test.sessions.all).toEqual([]);
  });

  test("ends with NOT_STARTED where nothing comes in time", async () => {
    const test = await start({ handshakeTimeoutMs: 20 });
    const client = await connectRaw(test.port);
    await client.ended;
    expect(await test.notices.next()).toMatchObject({ code: "NOT_STARTED", text: "no startApi in time" });
  });

  test("has no time limit once it is done", async () => {
    const test = await start({ handshakeTimeoutMs: 40 });
    const client = await startedClient(test);
    const later = await connectRaw(test.port);
    await later.ended;
    client.socket.write(ASK_TIME);
    expect(await test.messages.next()).toEqual({ type: "reqCurrentTime" });
    expect(test.notices.all.map((notice) => notice.connectionId)).toEqual([2]);
  });
});
