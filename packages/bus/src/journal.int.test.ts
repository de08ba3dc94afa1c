import { describe, expect, it } from "vitest";
import {
  deadLetter,
  deadLetterCount,
  entryAt,
  lastEntryOn,
  lastSequence,
  publishAcked,
  storedAtUs,
} from "./journal.ts";
import { DEADLETTER, applyStreams } from "./streams.ts";
import { bytesOf, textOf, withBus, writeEntries } from "./testing/bus-under-test.ts";

const request = { subject: "bw.control.kill", bytes: bytesOf("kill"), msgId: "kill-1" };

describe("publishing into the journal", () => {
  const test = withBus();

  it("answers with the sequence that the entry got", async () => {
    expect(await publishAcked(test.bus, request)).toEqual({ ok: true, value: { seq: 1, duplicate: false } });
    expect(await publishAcked(test.bus, { ...request, msgId: "kill-2" })).toMatchObject({ value: { seq: 2 } });
    expect(await lastSequence(test.bus)).toBe(2);
  });

  it("says when the newest message on a subject was stored", async () => {
    expect(await storedAtUs(test.bus, request.subject)).toBeUndefined();
    const beforeMs = Date.now();
    await publishAcked(test.bus, request);
    const storedMs = ((await storedAtUs(test.bus, request.subject)) ?? 0) / 1000;
    expect(storedMs).toBeGreaterThanOrEqual(beforeMs);
    expect(storedMs).toBeLessThan(Date.now() + 1);
  });

  it("stores a repeated id once, and says where", async () => {
    await publishAcked(test.bus, request);
    expect(await publishAcked(test.bus, request)).toEqual({ ok: true, value: { seq: 1, duplicate: true } });
    expect(await lastSequence(test.bus)).toBe(1);
  });

  it("is fenced where somebody else wrote on the subject since, and is not stored", async () => {
    await writeEntries(test.bus, 1, 1);
    expect(await publishAcked(test.bus, { ...request, expectLastSubjectSeq: 1 })).toMatchObject({ ok: true });
    const late = await publishAcked(test.bus, { ...request, msgId: "late", expectLastSubjectSeq: 1 });
    expect(late).toMatchObject({ ok: false, error: { type: "fenced" } });
    expect(await lastSequence(test.bus)).toBe(2);
  });

  it("counts only the same subject for the fence", async () => {
    await writeEntries(test.bus, 1, 3, "bw.control.resume");
    expect(await publishAcked(test.bus, { ...request, expectLastSubjectSeq: 0 })).toMatchObject({ ok: true });
  });

  it("is unknown where no stream takes the subject", async () => {
    const result = await publishAcked(test.bus, { ...request, subject: "elsewhere.kill" });
    expect(result).toMatchObject({ ok: false, error: { type: "unknown" } });
  });

  it("is unknown while the server is frozen, and the same id settles it with one entry", async () => {
    test.nats.freeze();
    expect(await publishAcked(test.bus, request)).toMatchObject({ ok: false, error: { type: "unknown" } });
    test.nats.thaw();
    expect(await publishAcked(test.bus, request)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await lastSequence(test.bus)).toBe(1);
  });
});

describe("a full journal", () => {
  const test = withBus({ journalMaxBytes: 4096 });

  it("refuses what is new and keeps what is old", async () => {
    const bytes = new Uint8Array(1024);
    const results = [];
    for (let number = 1; number <= 6; number++)
      results.push(await publishAcked(test.bus, { ...request, bytes, msgId: String(number) }));
    expect(results[0]).toMatchObject({ ok: true });
    expect(results.at(-1)).toMatchObject({ ok: false, error: { type: "refused" } });
    expect(await entryAt(test.bus, 1)).toMatchObject({ seq: 1 });
  });
});

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
