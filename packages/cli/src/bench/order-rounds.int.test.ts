import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, lastEntryOn, publishAcked, readFrom } from "@bowline/bus";
import { decodeEvent } from "@bowline/contracts";
import { makeFreeClock } from "@bowline/service-kit";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GROUP } from "./bench-system.ts";
import { startFloor } from "./floor.ts";
import { PAYLOAD_BYTES } from "./floor-stream.ts";
import { firstOrder, measureRounds } from "./order-rounds.ts";
import { type Desk, hopsOf, timeOurs } from "./order-samples.ts";
import { makePredictions } from "./predictions.ts";
import { frameOf } from "./testing/frame.ts";
import { openWireTap } from "./wire-tap.ts";

const nats = withNatsServer();
const SYMBOLS = ["B1", "B2", "B3", "B4", "B5"];
const bidOf = (symbol: string): Buffer => frameOf("1", "6", String(SYMBOLS.indexOf(symbol)), "1", "99.98", "300", "1");

/** A TWS that has told a bid of each symbol, a client of it that subscribed to them, and the tap between the two. */
async function tapped() {
  const tws = createServer().listen(0, "127.0.0.1");
  await once(tws, "listening");
  const address = tws.address();
  const tap = await openWireTap(typeof address === "object" && address !== null ? address.port : 0);
  const accepted = once(tws, "connection") as Promise<[Socket]>;
  const client = connect(tap.port, "127.0.0.1");
  const [server] = await accepted;
  for (const [reqId, symbol] of SYMBOLS.entries()) client.write(frameOf("1", "11", String(reqId), "0", symbol, "STK"));
  await once(server, "data");
  const tell = (): void => void server.write(Buffer.concat(SYMBOLS.map(bidOf)));
  tell();
  const telling = setInterval(tell, 3000);
  await once(client, "data");
  const close = (): void => {
    clearInterval(telling);
    client.destroy();
    tap.close();
    tws.close();
  };
  return { tap, client, close };
}

/** Does what the services do with a prediction, and with a tick after one: the entries of an order, and a placeOrder. */
async function play(bus: Bus, client: Socket): Promise<void> {
  let sent = 0;
  const journal = async (...events: readonly string[]): Promise<void> => {
    for (const event of events)
      await publishAcked(bus, { subject: event, bytes: new Uint8Array(8), msgId: `played.${(sent += 1)}` });
    client.write(frameOf("3", "1"));
  };
  const orderOf = (symbol: string): readonly string[] =>
    ["intent", "approved", "submitted"].map((step) => `bw.order.${step}.${GROUP}.${symbol}`);
  let awaited: string | undefined;
  client.on("data", () => {
    const symbol = awaited;
    awaited = undefined;
    if (symbol !== undefined) void journal(`bw.md.quote.${GROUP}.${symbol}`, ...orderOf(symbol));
  });
  await readFrom(bus, {
    fromSeq: 1,
    filter: [`bw.signal.accepted.${GROUP}.>`],
    onEntry: ({ subject, bytes }) => {
      const decoded = decodeEvent(subject, bytes);
      if (!decoded.ok || decoded.value.event.kind !== "signal.accepted") return;
      const { symbol, model } = decoded.value.event;
      if (model === "tick") awaited = symbol;
      else void journal(...orderOf(symbol));
    },
    onGap: () => undefined,
  });
}

describe("the order path", () => {
  const folder = mkdtempSync(join(tmpdir(), "bowline-bench-test-"));
  let desk: Desk;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const bus = await connectBus({ url: nats.url, name: "bench-test" });
    await setUpJournal(bus, { ticks: false });
    const { tap, client, close } = await tapped();
    await play(bus, client);
    const floor = await startFloor(bus, nats.url, folder);
    desk = { bus, tap, floor, predictions: makePredictions(bus, makeFreeClock()) };
    end = async () => {
      floor.stop();
      close();
      await bus.close();
    };
  });
  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is timed hop by hop, beside the same hops with nothing in them", async () => {
    await firstOrder(desk, "B1", 10_000);
    const load = { rounds: 1, samples: { tick: 1, prediction: 1 }, warmUps: 1 };
    const { tickToWire, predictionToWire, approvalToWire } = await measureRounds(desk, ["B2", "B3", "B4", "B5"], load);
    for (const [start, figures] of [["tick", tickToWire] as const, ["prediction", predictionToWire] as const]) {
      expect([figures.samples, figures.missed]).toEqual([1, 0]);
      expect(figures.hops.map(({ hop }) => hop)).toEqual(hopsOf(start));
      for (const side of ["ours", "floor"] as const) {
        const sum = figures.hops.reduce((total, hop) => total + hop[side], 0);
        expect(sum).toBeCloseTo(figures[side].p50, 6);
        expect(sum).toBeGreaterThan(0);
      }
    }
    expect(approvalToWire.samples).toBe(2);
    expect(approvalToWire.floor.p50).toBeGreaterThan(0);
    // Four orders through the hops and four approvals alone: each was on the disk before it was on the socket.
    expect(statSync(join(folder, "floor.wal")).size).toBe(8 * PAYLOAD_BYTES);
    expect((await lastEntryOn(desk.bus, `bw.order.submitted.${GROUP}.B5`))?.seq).toBeGreaterThan(0);
  });

  it("is missed where the market never spoke of the symbol", async () => {
    expect(await timeOurs(desk, "tick", "UNKNOWN")).toBeUndefined();
  });
});
