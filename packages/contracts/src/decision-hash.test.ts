import { us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECISION_KINDS, decisionLine, makeDecisionHash } from "./decision-hash.ts";
import { EVENT_DEFINITIONS, type Event } from "./events/index.ts";
import type { Header } from "./header.ts";
import type { Entry } from "./machine.ts";
import type { EventDefinition } from "./schema/index.ts";
import { arbitraryOf, recordOf } from "./test-arbitraries.ts";

const header: Header = {
  id: "A",
  causeId: "",
  causeSeq: 1,
  ordinal: 0,
  correlationId: "C",
  machine: "m",
  epoch: 1,
  build: "b",
  configVersion: "c",
  eventUs: us(5),
  seenUs: us(6),
  schemaVersion: 1,
};
const entryOf = (event: Event, changed: Partial<Header> = {}, seq = 1): Entry => ({
  seq,
  subject: "s",
  header: { ...header, ...changed },
  event,
});
const hashOf = (...entries: Entry[]): string => {
  const hash = makeDecisionHash();
  for (const entry of entries) hash.add(entry);
  return hash.digest();
};
const definitions = (EVENT_DEFINITIONS as unknown as readonly EventDefinition[]).filter(({ kind }) =>
  DECISION_KINDS.has(kind as Event["kind"]),
);

describe("the decision hash", () => {
  it("covers intents, verdicts, orders, fills and positions", () => {
    expect(definitions).toHaveLength(DECISION_KINDS.size);
  });

  it.each(definitions.flatMap((d) => Object.keys(d.fields).map((name) => [d.kind, name, d] as const)))(
    "changes with %s.%s",
    (kind, name, definition) => {
      const field = definition.fields[name];
      if (field === undefined) throw new Error(`no ${name}`);
      fc.assert(
        fc.property(recordOf(definition.fields), arbitraryOf(field), (fields, other) => {
          fc.pre(JSON.stringify(fields[name]) !== JSON.stringify(other));
          const event = { kind, ...fields } as unknown as Event;
          const changed = { kind, ...fields, [name]: other } as unknown as Event;
          expect(hashOf(entryOf(changed))).not.toBe(hashOf(entryOf(event)));
        }),
        { numRuns: 20 },
      );
    },
  );

  const kill: Event = { kind: "order.lapsed", clOrdId: "a", group: "g", symbol: "S", reason: "r" };

  it("changes with the simulated time and the order of entries, and with nothing else of the header", () => {
    const other: Event = { ...kill, symbol: "T" };
    expect(hashOf(entryOf(kill, { eventUs: us(7) }))).not.toBe(hashOf(entryOf(kill)));
    expect(hashOf(entryOf(kill), entryOf(other))).not.toBe(hashOf(entryOf(other), entryOf(kill)));
    const elsewhere = { id: "B", causeSeq: 9, ordinal: 3, epoch: 4, build: "x", configVersion: "y", seenUs: us(8) };
    expect(hashOf(entryOf(kill, elsewhere, 77))).toBe(hashOf(entryOf(kill)));
  });

  it("leaves out how the run went", () => {
    const doubt: Event = { kind: "order.unknown", clOrdId: "a", group: "g", symbol: "S", reason: "r" };
    expect(hashOf(entryOf(kill), entryOf(doubt))).toBe(hashOf(entryOf(kill)));
    expect(decisionLine(entryOf(kill))).toBe(
      '{"at":5,"clOrdId":"a","group":"g","kind":"order.lapsed","reason":"r","symbol":"S"}',
    );
  });
});
