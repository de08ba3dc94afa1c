import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Bus, addStream, publishAcked } from "@bowline/bus";
import { FLOOR_STREAM } from "./floor-stream.ts";

/** The bare hops: signal → intent → approved → submitted, each read and published with acknowledgement by a process of its own. */
export type Floor = {
  /** From before the first publish to the bytes on the socket, in milliseconds. */
  measure(): Promise<number>;
  stop(): void;
};

export async function startFloor(bus: Bus, natsUrl: string, folder: string): Promise<Floor> {
  await addStream(bus, FLOOR_STREAM, ["floor.>"]);
  let waiting: ((atMs: number) => void) | undefined;
  const server = createServer((socket) => {
    socket.setNoDelay(true).on("data", () => {
      waiting?.(performance.now());
      waiting = undefined;
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const hops = [
    ["floor.signal", "floor.intent"],
    ["floor.intent", "floor.approved"],
    ["floor.approved", "floor.submitted", join(folder, "floor.wal"), port],
  ];
  const children = await Promise.all(hops.map((args) => startHop([natsUrl, ...args])));
  let sent = 0;
  const bytes = new Uint8Array(PAYLOAD_BYTES);
  return {
    measure: async () => {
      const arrived = new Promise<number>((resolve) => void (waiting = resolve));
      const startedMs = performance.now();
      const published = await publishAcked(bus, { subject: "floor.signal", bytes, msgId: `floor.${(sent += 1)}` });
      if (!published.ok) throw new Error(`floor: ${published.error.message}`);
      return (await arrived) - startedMs;
    },
    stop: () => {
      for (const child of children) child.kill("SIGTERM");
      server.close();
    },
  };
}

/** About the size of an approval. */
const PAYLOAD_BYTES = 400;

async function startHop(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "floor-hop.ts"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}
