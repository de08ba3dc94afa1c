import { describe, expect, it, vi } from "vitest";
import { entryAt, lastSequence } from "./journal.ts";
import { DEADLETTER, DECISIONS, JOURNAL, ORDERS, SHADOW, TICKS, applyStreams, streamConfigs } from "./streams.ts";
import { textOf, withBus, writeEntries } from "./testing/bus-under-test.ts";

describe("the streams", () => {
  const test = withBus();
  const names = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const stream of test.bus.jsm.streams.list()) found.push(stream.config.name);
    return found.sort();
  };

  it("are applied again without losing an entry, and take a new size", async () => {
    await writeEntries(test.bus, 1, 3);
    await applyStreams(test.bus, { journalMaxBytes: 1024 ** 2 });
    expect(await lastSequence(test.bus)).toBe(3);
    expect((await test.bus.jsm.streams.info(JOURNAL)).config.max_bytes).toBe(1024 ** 2);
  });

  it("are these, and the ticks only where they are asked for", async () => {
    const machinery = ["KV_crashes", "KV_leases", "OBJ_snapshots"];
    const always = [DEADLETTER, DECISIONS, JOURNAL, ...machinery, ORDERS, SHADOW];
    expect(await names()).toEqual(always.sort());
    await applyStreams(test.bus, { ticks: true });
    expect(await names()).toEqual([...always, TICKS].sort());
  });

  it("keep every order entry once more in a stream of its own", async () => {
    await writeEntries(test.bus, 1, 1);
    await writeEntries(test.bus, 2, 2, "bw.order.intent.tech.AAPL");
    await vi.waitFor(async () => expect(await lastSequence(test.bus, ORDERS)).toBe(1), { interval: 10, timeout: 5000 });
    expect(textOf(await entryAt(test.bus, 1, ORDERS))).toBe("2");
  });

  it("refuse new entries when the journal is full, and never drop old ones for it", () => {
    const journal = streamConfigs({}).find((config) => config.name === JOURNAL);
    expect(journal).toMatchObject({ discard: "new", storage: "file", duplicate_window: 120e9 });
  });
});
