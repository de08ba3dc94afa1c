import { describe, expect, it } from "vitest";
import { entryAt, lastSequence } from "./journal.ts";
import { publishAcked } from "./publish.ts";
import { bytesOf, withBus, writeEntries } from "./testing/bus-under-test.ts";

const request = { subject: "bw.control.kill", bytes: bytesOf("kill"), msgId: "kill-1" };

describe("publishing into the journal", () => {
  const test = withBus();

  it("answers with the sequence that the entry got", async () => {
    expect(await publishAcked(test.bus, request)).toEqual({ ok: true, value: { seq: 1, duplicate: false } });
    expect(await publishAcked(test.bus, { ...request, msgId: "kill-2" })).toMatchObject({ value: { seq: 2 } });
    expect(await lastSequence(test.bus)).toBe(2);
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
    const silence = await publishAcked(test.bus, request);
    expect(silence).toMatchObject({ ok: false, error: { type: "unknown" } });
    test.nats.thaw();
    const late = silence.ok || silence.error.type !== "unknown" ? undefined : await silence.error.late;
    expect(late).toEqual({ ok: true, value: { seq: 1, duplicate: false } });
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
