import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishCore, readFrom } from "@bowline/bus";
import { type Entry, tickBatchCodec } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit";
import {
  dollars,
  type EntryLog,
  makeEntryLog,
  type SpawnedService,
  spawnService,
  withNatsServer,
} from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-market-data-"));
let bus: Bus;
let log: EntryLog;
let service: SpawnedService;

const start = () =>
  spawnService(join(import.meta.dirname, "main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_GROUPS: join(folder, "groups.yaml"),
  });
const tick = (field: "BID" | "ASK", text: string): void =>
  publishCore(
    bus,
    "tick.AAPL",
    tickBatchCodec.encode({ symbol: "AAPL", ticks: [{ field, value: dollars(text), eventUs: us(Date.now() * 1000) }] }),
  );
const isClock = ({ event }: Entry): boolean => event.kind === "control.clock";

beforeAll(async () => {
  writeFileSync(join(folder, "groups.yaml"), "groups: {tech: [AAPL]}\n");
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  log = makeEntryLog();
  await readFrom(bus, { fromSeq: 1, onEntry: log.add, onGap: () => undefined });
  service = await start();
});
afterAll(async () => {
  await service.stop();
  await bus.close();
  rmSync(folder, { recursive: true });
});

describe("market-data as a process, in real time", () => {
  it("keeps the clock and paces the ticks that it hears", async () => {
    const first = await log.until(isClock);
    tick("BID", "10");
    const quote = await log.until(({ event }) => event.kind === "md.quote");
    expect(quote.event).toMatchObject({ group: "tech", symbol: "AAPL", bidPx: dollars("10"), halted: false });
    const second = await log.until((entry) => isClock(entry) && entry.seq > first.seq);
    expect(second.header.eventUs - first.header.eventUs).toBeLessThan(3_000_000);
  });
  it("goes on after kill -9, with the sides that it knew", async () => {
    await service.kill();
    const before = log.entries.length;
    service = await start();
    const clock = await log.until((entry) => isClock(entry) && entry.seq > before);
    expect(clock.header.epoch).toBeGreaterThan(log.entries.find(isClock)?.header.epoch ?? 0);
    // The feed hears core NATS from the moment on in which it holds its lease: nobody says when that is.
    const ticking = setInterval(() => tick("ASK", "10.02"), 50);
    const quote = await log.until(({ event, seq }) => event.kind === "md.quote" && seq > before);
    clearInterval(ticking);
    expect(quote.event).toMatchObject({ bidPx: dollars("10"), askPx: dollars("10.02") });
  });
});
