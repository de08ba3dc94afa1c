import { once } from "node:events";
import type { WireNotice } from "@bowline/tws-wire";
import { expect, it } from "vitest";
import { aSimulator } from "../test-simulator.ts";
import { connectReader, frameOf, type RawReader } from "./test-raw-reader.ts";

const BOUND = 1_000_000;
const symbols = Array.from({ length: 200 }, (_, index) => `S${String(index).padStart(3, "0")}`);

/** Subscribes to ticks of everything, and waits until that is answered. */
async function subscribe(reader: RawReader): Promise<void> {
  for (const [index, symbol] of symbols.entries())
    reader.write(
      frameOf(1, 11, index + 1, 0, symbol, "STK", "", 0, "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, ""),
    );
  await reader.askTime();
}

it("a client that stops reading is cut at its bound, and the others miss nothing", async () => {
  const notices: WireNotice[] = [];
  const { world, server, desk } = await aSimulator({
    market: { seed: 7, groups: { all: symbols }, sessions: 1, minutes: 60 },
    switches: { marketDataLines: 0, messagesPerSecond: 0, clientBufferBytes: BOUND },
    onNotice: (notice) => void notices.push(notice),
  });
  await world.beginStep();
  const readers = await Promise.all([1, 2, 3, 4].map((clientId) => connectReader(server.port, clientId)));
  for (const reader of readers) await subscribe(reader);
  const [slow, ...others] = readers as [RawReader, ...RawReader[]];
  slow.socket.pause();
  const marks = others.map((reader) => reader.received().length);
  const before = process.memoryUsage();
  let parts = 0;
  for (; desk.clients.has(1) && parts < 3000; parts++) {
    await world.beginPart();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const grown = process.memoryUsage().arrayBuffers - before.arrayBuffers;
  expect(notices).toMatchObject([
    { code: "SLOW_READER", text: expect.stringMatching(/^client 1 does not read/) as string },
  ]);
  expect(grown).toBeLessThan(64 * 1024 * 1024);
  for (let part = 0; part < 20; part++) await world.beginPart();
  await Promise.all(others.map((reader) => reader.askTime()));
  const streams = others.map((reader, index) => reader.received().subarray(marks[index]));
  expect(streams[0]?.length).toBeGreaterThan(BOUND);
  expect(streams.every((stream) => stream.equals(streams[0]!))).toBe(true);
  slow.socket.destroy();
  if (!slow.socket.closed) await once(slow.socket, "close");
}, 120_000);
