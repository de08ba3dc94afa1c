import { describe, expect, it } from "vitest";
import { type RawEntry, type Reader, readAll, readFrom } from "./journal.ts";
import { JOURNAL } from "./streams.ts";
import type { Bus } from "./connection.ts";
import { textOf, withBus, writeEntries } from "./testing/bus-under-test.ts";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

type Reading = {
  readonly reader: Reader;
  readonly texts: string[];
  readonly gaps: [number, number][];
  reached(seq: number): Promise<void>;
};

async function startReading(bus: Bus, fromSeq: number, filter?: string | readonly string[]): Promise<Reading> {
  const texts: string[] = [];
  const gaps: [number, number][] = [];
  let last = 0;
  let arrived = (): void => undefined;
  const reader = await readFrom(bus, {
    fromSeq,
    ...(filter === undefined ? {} : { filter }),
    onEntry: (entry: RawEntry) => {
      texts.push(textOf(entry));
      last = entry.seq;
      arrived();
    },
    onGap: (expected, got) => void gaps.push([expected, got]),
  });
  return {
    reader,
    texts,
    gaps,
    reached: async (seq) => {
      while (last < seq) await new Promise<void>((resolve) => void (arrived = resolve));
    },
  };
}

describe("a reader of the journal", () => {
  const test = withBus();

  it("hands out what is stored and what comes, in order", async () => {
    await writeEntries(test.bus, 1, 20);
    const reading = await startReading(test.bus, 1);
    await writeEntries(test.bus, 21, 40);
    await reading.reached(40);
    expect(reading.texts).toEqual(numbers(1, 40));
    expect(reading.reader.position()).toBe(40);
    await reading.reader.stop();
  });

  it("starts where it is told to, also beyond the end", async () => {
    await writeEntries(test.bus, 1, 5);
    const middle = await startReading(test.bus, 4);
    const end = await startReading(test.bus, 6);
    await writeEntries(test.bus, 6, 7);
    await Promise.all([middle.reached(7), end.reached(7)]);
    expect(middle.texts).toEqual(numbers(4, 7));
    expect(end.texts).toEqual(numbers(6, 7));
  });

  it("goes on after kill -9 and restart of the server, without a gap or a repeat", async () => {
    const reading = await startReading(test.bus, 1);
    await writeEntries(test.bus, 1, 30);
    await reading.reached(30);
    await test.nats.kill();
    await test.nats.restart();
    await writeEntries(test.bus, 31, 60);
    await reading.reached(60);
    expect(reading.texts).toEqual(numbers(1, 60));
    expect(reading.gaps).toEqual([]);
  });

  it("goes on when the server forgot its subscription, over and over", async () => {
    const reading = await startReading(test.bus, 1);
    for (let round = 0; round < 3; round++) {
      for await (const { name } of test.bus.jsm.consumers.list(JOURNAL))
        await test.bus.jsm.consumers.delete(JOURNAL, name);
      const forgottenMs = performance.now();
      await writeEntries(test.bus, round * 10 + 1, round * 10 + 10);
      await reading.reached(round * 10 + 10);
      // The library alone needs two missed heartbeats to make a reader anew, and two more until it asks for enough.
      expect(performance.now() - forgottenMs).toBeLessThan(2500);
    }
    expect(reading.texts).toEqual(numbers(1, 30));
    expect(reading.gaps).toEqual([]);
    await reading.reader.stop();
  });

  it("says where a sequence is missing in the middle", async () => {
    await writeEntries(test.bus, 1, 5);
    await test.bus.jsm.streams.deleteMessage(JOURNAL, 3);
    const reading = await startReading(test.bus, 1);
    await reading.reached(5);
    expect(reading.gaps).toEqual([[3, 4]]);
  });

  it("takes a journal whose head was cleaned up", async () => {
    await writeEntries(test.bus, 1, 6);
    await test.bus.jsm.streams.purge(JOURNAL, { seq: 4 });
    const reading = await startReading(test.bus, 1);
    await reading.reached(6);
    expect(reading.texts).toEqual(numbers(4, 6));
    expect(reading.gaps).toEqual([]);
  });

  it("reads several subjects and sees no gap in what it did not ask for", async () => {
    await writeEntries(test.bus, 1, 2);
    await writeEntries(test.bus, 3, 4, "bw.md.quote.tech.AAPL");
    await writeEntries(test.bus, 5, 6, "bw.control.resume");
    const reading = await startReading(test.bus, 1, ["bw.control.kill", "bw.control.resume"]);
    await reading.reached(6);
    expect(reading.texts).toEqual(["1", "2", "5", "6"]);
    expect(reading.gaps).toEqual([]);
  });
});

describe("reading what is stored now", () => {
  const test = withBus();
  const collect = async (options: { fromSeq?: number; filter?: string }): Promise<[number, string[]]> => {
    const texts: string[] = [];
    const target = await readAll(test.bus, { ...options, onEntry: (entry) => void texts.push(textOf(entry)) });
    return [target, texts];
  };

  it("ends at the last entry as of the call", async () => {
    expect(await collect({})).toEqual([0, []]);
    await writeEntries(test.bus, 1, 12);
    expect(await collect({})).toEqual([12, numbers(1, 12)]);
    expect(await collect({ fromSeq: 10 })).toEqual([12, numbers(10, 12)]);
    expect(await collect({ fromSeq: 13 })).toEqual([12, []]);
  });

  it("ends at the last entry of a filter, with or without others behind it", async () => {
    await writeEntries(test.bus, 1, 3);
    await writeEntries(test.bus, 4, 5, "bw.control.resume");
    await writeEntries(test.bus, 6, 8);
    expect(await collect({ filter: "bw.control.resume" })).toEqual([5, ["4", "5"]]);
    expect(await collect({ filter: "bw.control.*" })).toEqual([8, numbers(1, 8)]);
    expect(await collect({ filter: "bw.order.>" })).toEqual([0, []]);
  });

  it("fails where a sequence is missing", async () => {
    await writeEntries(test.bus, 1, 5);
    await test.bus.jsm.streams.deleteMessage(JOURNAL, 2);
    await expect(collect({})).rejects.toThrow("JOURNAL: expected sequence 2, got 3");
  });
});
