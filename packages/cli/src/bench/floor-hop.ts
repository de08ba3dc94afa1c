/**
 * One bare process of the floor that the order path is measured against: read an entry, write the next one, acknowledged.
 * The last one does what execution must do besides: fdatasync before, a socket write after. Nothing else happens here.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { connectBus, lastSequence, publishAcked, readFrom } from "@bowline/bus";
import { FLOOR_STREAM } from "./floor-stream.ts";

const [url = "", from = "", to = "", file = "", port = ""] = process.argv.slice(2);
const bus = await connectBus({ url, name: `floor-${to}` });
const log = file === "" ? undefined : openSync(file, "a");
const socket = port === "" ? undefined : connect(Number(port), "127.0.0.1").setNoDelay(true);

const onEntry = async (bytes: Uint8Array, seq: number): Promise<void> => {
  if (log !== undefined) {
    writeSync(log, bytes);
    fdatasyncSync(log);
  }
  await publishAcked(bus, { subject: to, bytes, msgId: `${to}.${seq}` });
  socket?.write(bytes);
};
await readFrom(bus, {
  stream: FLOOR_STREAM,
  fromSeq: (await lastSequence(bus, FLOOR_STREAM)) + 1,
  filter: from,
  onEntry: ({ bytes, seq }) => void onEntry(bytes, seq),
  onGap: () => undefined,
});
process.stdout.write("ready\n");
process.once("SIGTERM", () => {
  if (log !== undefined) closeSync(log);
  process.exit(0);
});
