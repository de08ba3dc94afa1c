import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Socket, createServer } from "node:net";
import { join } from "node:path";
import { type Bus, addStream, publishAcked } from "@bowline/bus";
import { FLOOR, FLOOR_ROLES, FLOOR_STREAM, PAYLOAD_BYTES } from "./floor-stream.ts";

/** The bare hops of the order path: each message is read and published by a process of its own, and nothing is done with it. */
export type Floor = {
  /** From before the bytes of a tick are written to the socket to the bytes of an order that come back on it: local monotonic times. */
  tick(): Promise<Timed>;
  /** The same from before the publish of a prediction. */
  prediction(): Promise<Timed>;
  /** From before the publish of an approval whose order is synced and written at once, without an entry of its own. */
  approval(): Promise<Timed>;
  stop(): void;
};

export type Timed = { readonly startedMs: number; readonly placedMs: number };

/** About the size of a tick. */
const TICK_BYTES = 40;

export async function startFloor(bus: Bus, natsUrl: string, folder: string): Promise<Floor> {
  await addStream(bus, FLOOR_STREAM, ["floor.>"]);
  let placed: ((atMs: number) => void) | undefined;
  const connection = Promise.withResolvers<Socket>();
  const server = createServer((socket) => {
    connection.resolve(socket.setNoDelay(true));
    socket.on("data", () => placed?.(performance.now()));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const children = await Promise.all(
    FLOOR_ROLES.map((role) => startHop([natsUrl, role, join(folder, "floor.wal"), port])),
  );
  const socket = await connection.promise;
  const [payload, tick] = [new Uint8Array(PAYLOAD_BYTES), new Uint8Array(TICK_BYTES)];
  let sent = 0;
  const time = async (start: () => Promise<void>): Promise<Timed> => {
    const arrived = new Promise<number>((resolve) => void (placed = resolve));
    const startedMs = performance.now();
    await start();
    return { startedMs, placedMs: await arrived };
  };
  const publish = async (subject: string): Promise<void> => {
    const published = await publishAcked(bus, { subject, bytes: payload, msgId: `floor.${(sent += 1)}` });
    if (!published.ok) throw new Error(`floor: ${published.error.message}`);
  };
  return {
    tick: () => time(async () => void socket.write(tick)),
    prediction: () => time(() => publish(FLOOR.signal)),
    approval: () => time(() => publish(FLOOR.alone)),
    stop: () => {
      for (const child of children) child.kill("SIGTERM");
      socket.destroy();
      server.close();
    },
  };
}

async function startHop(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "floor-hop.ts"), ...args], {
    // In a session of its own, as every service: schedulers share a machine out by sessions. It ends with its standard input.
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}
