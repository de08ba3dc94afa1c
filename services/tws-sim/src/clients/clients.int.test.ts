import { createConnection } from "node:net";
import { once } from "node:events";
import type { WireNotice } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { connectClient, type TestClient } from "../test-client.ts";
import { aSimulator } from "../test-simulator.ts";

const clients: TestClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

async function join(port: number, clientId: number): Promise<TestClient> {
  const client = await connectClient(port, clientId);
  clients.push(client);
  return client;
}

const ACCOUNT_UPDATES = 300;
const frame = (text: string): Buffer => {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

const message = (...fields: readonly string[]): Buffer => frame(`${fields.join("\0")}\0`);

describe("clients of one TWS", () => {
  it("are 32 at once under any ids, and one more is let in when one has left", async () => {
    const notices: WireNotice[] = [];
    const { server, desk } = await aSimulator({ onNotice: (notice) => notices.push(notice) });
    for (let index = 0; index < 32; index++) await join(server.port, index * 1000 + 7);
    expect(desk.clients.size).toBe(32);
    const tooMany = await join(server.port, 99_999);
    expect(tooMany.lines.filter((text) => !text.startsWith("info"))).toEqual(["disconnected"]);
    expect(notices.at(-1)).toMatchObject({
      code: "TOO_MANY_CLIENTS",
      text: "client 99999 was cut: 32 are connected, and no more are let in",
    });
    clients[5]?.close();
    const again = await join(server.port, 99_999);
    expect(again.nextValidId).toBe(1);
  });

  it("come back at once under the ids that they had", async () => {
    const { server } = await aSimulator();
    for (let times = 0; times < 20; times++) {
      const client = await connectClient(server.port, 5);
      expect(client.lines.slice(0, 2)).toEqual(["accounts DU1234567", "nextValidId 1"]);
      client.close();
    }
  });

  it.each([
    ["answer", ["15", "9", "4", "4", "4", "49"]],
    ["drop", ["15", "9", "4", "4", "4"]],
  ] as const)("that ask before they are greeted: %s", async (earlyRequests, first) => {
    const { server } = await aSimulator({ switches: { earlyRequests } });
    const socket = createConnection(server.port, "127.0.0.1");
    const answers: string[] = [];
    const ask = message("49", "1");
    socket.write(Buffer.concat([Buffer.from("API\0"), frame("v178..178"), message("71", "2", "5", ""), ask]));
    let received = Buffer.alloc(0);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      for (; received.length >= 4; received = received.subarray(4 + received.readUInt32BE(0))) {
        if (received.length < 4 + received.readUInt32BE(0)) break;
        answers.push(received.toString("utf8", 4, 4 + received.readUInt32BE(0)).split("\0")[0]!);
      }
      // The handshake, the greeting, and whatever was answered by then. What is asked afterwards is answered in any case.
      if (answers.length === 1 + first.length) socket.write(ask);
      if (answers.length === 2 + first.length) break;
    }
    expect(answers.slice(1)).toEqual([...first, "49"]);
  });

  it("leave with their goodbye, also where they read nothing of what is still on its way", async () => {
    const { server, desk } = await aSimulator({ switches: { messagesPerSecond: 0 } });
    const socket = createConnection({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    socket.write(Buffer.concat([Buffer.from("API\0"), frame("v178..178"), message("71", "2", "5", "")]));
    await once(socket, "data");
    socket.pause();
    // Far more than the sockets' buffers hold: what is left of it waits for a reader that does not come.
    socket.write(Buffer.concat(Array(ACCOUNT_UPDATES).fill(message("6", "2", "1", ""))));
    socket.end();
    expect((await join(server.port, 5)).nextValidId).toBe(1);
    expect([...desk.clients.keys()]).toEqual([5]);
    socket.destroy();
  });
});
