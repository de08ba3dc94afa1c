/**
 * One bare process of the floor that the order path is measured against: read a message, write the next one, acknowledged.
 * `execution` holds the socket: it passes its bytes on as ticks, and does what an order needs: fdatasync before, a socket
 * write after. Nothing else happens here.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { type Bus, connectBus, lastSequence, publishAcked, publishCore, readFrom, subscribeCore } from "@bowline/bus";
import { FLOOR, FLOOR_STREAM, PAYLOAD_BYTES, type FloorRole } from "./floor-stream.ts";

const [url = "", role = "", file = "", port = ""] = process.argv.slice(2);
const bus = await connectBus({ url, name: `floor-${role}` });
const PAYLOAD = new Uint8Array(PAYLOAD_BYTES);
let published = 0;

const publish = (subject: string, bytes: Uint8Array): Promise<unknown> =>
  publishAcked(bus, { subject, bytes, msgId: `${subject}.${role}.${(published += 1)}` });

type Read = { readonly bytes: Uint8Array; readonly subject: string };

async function follow(from: Bus, filter: readonly string[], onEntry: (read: Read) => void): Promise<void> {
  await readFrom(from, {
    stream: FLOOR_STREAM,
    fromSeq: (await lastSequence(from, FLOOR_STREAM)) + 1,
    filter,
    onEntry,
    onGap: () => undefined,
  });
}

const ROLES: Readonly<Record<FloorRole, () => Promise<void>>> = {
  feed: async () => void subscribeCore(bus, FLOOR.tick, () => void publish(FLOOR.quote, PAYLOAD)),
  strategy: () => follow(bus, [FLOOR.quote, FLOOR.signal], ({ bytes }) => void publish(FLOOR.intent, bytes)),
  gate: () => follow(bus, [FLOOR.intent], ({ bytes }) => void publish(FLOOR.approved, bytes)),
  execution: async () => {
    const log = openSync(file, "a");
    const socket = connect(Number(port), "127.0.0.1").setNoDelay(true);
    socket.on("data", (chunk: Buffer) => publishCore(bus, FLOOR.tick, chunk));
    const send = async ({ bytes, subject }: Read): Promise<void> => {
      writeSync(log, bytes);
      fdatasyncSync(log);
      if (subject === FLOOR.approved) await publish(FLOOR.submitted, bytes);
      socket.write(bytes);
    };
    await follow(bus, [FLOOR.approved, FLOOR.alone], (read) => void send(read));
    process.once("exit", () => closeSync(log));
  },
};

await ROLES[role as FloorRole]();
process.once("SIGTERM", () => process.exit(0));
process.stdin.resume().once("close", () => process.exit(0));
process.stdout.write("ready\n");
