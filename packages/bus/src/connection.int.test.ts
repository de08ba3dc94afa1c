import { describe, expect, it } from "vitest";
import { type Bus, type BusStatus, connectBus } from "./connection.ts";
import { lastSequence } from "./journal.ts";
import { withBus } from "./testing/bus-under-test.ts";

const NOTICED_WITHIN_MS = 3500;

const nextStatus = (bus: Bus, wanted: BusStatus): Promise<void> =>
  new Promise((resolve) => bus.onStatus((status) => status === wanted && resolve()));

describe("a connection", () => {
  const test = withBus();

  it("notices a frozen server within 3.5 s and comes back by itself", async () => {
    const { bus } = test;
    expect(bus.isConnected()).toBe(true);
    const lost = nextStatus(bus, "disconnected");
    const startedMs = performance.now();
    test.nats.freeze();
    await lost;
    expect(performance.now() - startedMs).toBeLessThan(NOTICED_WITHIN_MS);
    expect(bus.isConnected()).toBe(false);
    const found = nextStatus(bus, "connected");
    test.nats.thaw();
    await found;
    expect(bus.isConnected()).toBe(true);
    expect(await lastSequence(bus)).toBe(0);
  });

  it("notices a killed server at once and finds the next one at the same address", async () => {
    const { bus } = test;
    const lost = nextStatus(bus, "disconnected");
    const found = nextStatus(bus, "connected");
    await test.nats.kill();
    await lost;
    expect(bus.isConnected()).toBe(false);
    await test.nats.restart();
    await found;
    expect(bus.isConnected()).toBe(true);
  });

  it("waits for a server that is not there yet", async () => {
    await test.nats.kill();
    const connecting = connectBus({ url: test.nats.url, name: "early" });
    await test.nats.restart();
    const bus = await connecting;
    expect(bus.isConnected()).toBe(true);
    await bus.close();
  });
});
