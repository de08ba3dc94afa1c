import { existsSync } from "node:fs";
import { type Socket, connect } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { natsServerPath, startNatsServer, withNatsServer } from "./nats-server.ts";

async function greeting(port: number): Promise<{ socket: Socket; text: string }> {
  const socket = connect(port, "127.0.0.1");
  const [chunk] = (await once(socket, "data")) as [Buffer];
  return { socket, text: chunk.toString() };
}

describe("the nats-server fixture", () => {
  const nats = withNatsServer();

  it("speaks NATS with JetStream on its port", async () => {
    const { socket, text } = await greeting(nats.port);
    socket.destroy();
    expect(text).toMatch(/^INFO .*"jetstream":true/);
  });

  it("says nothing while frozen and answers after the thaw", async () => {
    const { socket } = await greeting(nats.port);
    nats.freeze();
    let answered = false;
    const pong = once(socket, "data").then(() => (answered = true));
    socket.write("CONNECT {}\r\nPING\r\n");
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    nats.thaw();
    await pong;
    socket.destroy();
  });

  it("comes back on the same port and store after kill -9", async () => {
    const before = { port: nats.port, pid: nats.pid, storeDir: nats.storeDir };
    await nats.kill();
    await nats.restart();
    expect(nats.port).toBe(before.port);
    expect(nats.storeDir).toBe(before.storeDir);
    expect(nats.pid).not.toBe(before.pid);
    (await greeting(nats.port)).socket.destroy();
  });
});

describe("a server of one's own", () => {
  it("leaves neither process nor store behind", async () => {
    const server = await startNatsServer();
    expect(existsSync(server.storeDir)).toBe(true);
    await server.stop();
    expect(existsSync(server.storeDir)).toBe(false);
    expect(() => process.kill(server.pid, 0)).toThrow(/ESRCH/);
  });
  it("is the one that BOWLINE_NATS_SERVER names", () => {
    expect(natsServerPath({ BOWLINE_NATS_SERVER: "/opt/nats-server" })).toBe("/opt/nats-server");
  });
});
