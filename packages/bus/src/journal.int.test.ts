import { describe, expect, it } from "vitest";
import { deadLetter, deadLetterCount, entryAt, lastEntryOn, lastSequence, storedAtUs } from "./journal.ts";
import { DEADLETTER, applyStreams } from "./streams.ts";
import { bytesOf, textOf, withBus, writeEntries } from "./testing/bus-under-test.ts";

describe("single entries", () => {
  const test = withBus();

  it("come back by sequence, and newest by subject", async () => {
    await writeEntries(test.bus, 1, 3);
    await writeEntries(test.bus, 4, 4, "bw.control.resume");
    expect(await entryAt(test.bus, 2)).toMatchObject({ seq: 2, subject: "bw.control.kill" });
    expect(textOf(await entryAt(test.bus, 2))).toBe("2");
    expect(textOf(await lastEntryOn(test.bus, "bw.control.kill"))).toBe("3");
    expect(textOf(await lastEntryOn(test.bus, "bw.control.>"))).toBe("4");
  });

  it("says when the newest message on a subject was stored", async () => {
    expect(await storedAtUs(test.bus, "bw.control.kill")).toBeUndefined();
    const beforeMs = Date.now();
    await writeEntries(test.bus, 1, 1);
    const storedMs = ((await storedAtUs(test.bus, "bw.control.kill")) ?? 0) / 1000;
    expect(storedMs).toBeGreaterThanOrEqual(beforeMs);
    expect(storedMs).toBeLessThan(Date.now() + 1);
  });

  it("are undefined where there is none", async () => {
    expect(await lastSequence(test.bus)).toBe(0);
    expect(await lastEntryOn(test.bus, "bw.control.kill")).toBeUndefined();
    await writeEntries(test.bus, 1, 1);
    expect(await entryAt(test.bus, 99)).toBeUndefined();
  });
});

describe("the dead letters", () => {
  const test = withBus();

  it("take an unreadable entry once, with its reason and its bytes", async () => {
    const entry = { seq: 7, subject: "bw.order.filled.tech.AAPL", bytes: bytesOf("rubbish") };
    await deadLetter(test.bus, entry, "no header");
    const other = await test.another();
    await applyStreams(other, {});
    await deadLetter(other, entry, "no header");
    expect(await deadLetterCount(test.bus)).toBe(1);
    const letter = JSON.parse(textOf(await entryAt(test.bus, 1, DEADLETTER))) as Record<string, unknown>;
    expect(letter).toEqual({
      seq: 7,
      subject: "bw.order.filled.tech.AAPL",
      reason: "no header",
      base64: Buffer.from("rubbish").toString("base64"),
    });
  });
});
