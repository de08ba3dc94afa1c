import { type Us, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEvent, encodeEvent } from "./codec.ts";
import { EVENT_DEFINITIONS, type Event } from "./events/index.ts";
import type { Header } from "./header.ts";
import type { EventDefinition } from "./schema/index.ts";
import { kindOfSubject, subjectOf } from "./subjects.ts";
import { recordOf } from "./test-arbitraries.ts";

const header: Header = {
  id: "A".repeat(26),
  causeId: "",
  causeSeq: 7,
  ordinal: 0,
  correlationId: "C",
  machine: "execution",
  epoch: 1,
  build: "b",
  configVersion: "c",
  eventUs: us(1_380_873_960_000_000),
  seenUs: us(1_380_873_960_000_001),
  schemaVersion: 1,
};

const definitions = EVENT_DEFINITIONS as unknown as readonly EventDefinition[];

describe("the translation of every event", () => {
  it.each(definitions.map((d) => [d.kind, d] as const))(
    "%s goes to bytes and back unchanged, on a subject of its own",
    (kind, definition) => {
      fc.assert(
        fc.property(recordOf(definition.fields), (fields) => {
          const event = { kind, ...fields } as unknown as Event;
          const subject = subjectOf(event);
          expect(kindOfSubject(subject)).toBe(kind);
          const decoded = decodeEvent(subject, encodeEvent(header, event));
          expect(decoded).toStrictEqual({ ok: true, value: { header, event } });
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe("what must not pass", () => {
  const clock: Event = { kind: "control.clock", nowUs: 5 as Us, sessionDate: "", phase: "CLOSED" };

  it("refuses an empty payload", () => {
    expect(decodeEvent("bw.control.clock", new Uint8Array())).toMatchObject({
      ok: false,
      error: { type: "malformed" },
    });
  });
  it("refuses a subject that is none of ours", () => {
    expect(decodeEvent("bw.other", new Uint8Array())).toStrictEqual({
      ok: false,
      error: { type: "unknown-subject", subject: "bw.other" },
    });
  });
  it("refuses another schema version", () => {
    expect(decodeEvent("bw.control.clock", encodeEvent({ ...header, schemaVersion: 2 }, clock))).toMatchObject({
      ok: false,
    });
  });
  it("refuses to write an event that breaks its contract", () => {
    expect(() => encodeEvent(header, { ...clock, phase: "LUNCH" } as unknown as Event)).toThrow(/phase is none of/);
    expect(() => encodeEvent(header, { ...clock, nowUs: 0.5 } as unknown as Event)).toThrow(/nowUs/);
    expect(() =>
      encodeEvent(header, { kind: "control.clock", sessionDate: "", phase: "PRE" } as unknown as Event),
    ).toThrow(/nowUs is missing/);
  });
  it("survives random bytes on every subject", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeEvent("bw.order.filled.tech.AAPL", bytes);
        expect(decoded.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
