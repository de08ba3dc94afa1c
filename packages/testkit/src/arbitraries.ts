import {
  EVENT_DEFINITIONS,
  type Entry,
  type Event,
  type EventByKind,
  type EventDefinition,
  type EventKind,
  definitionOf,
} from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import fc from "fast-check";
import { anEntry } from "./entries.ts";
import { T0 } from "./times.ts";

type Fields = EventDefinition["fields"];
type Field = Fields[string];

const anyInteger = (): fc.Arbitrary<unknown> => fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const anyPositive = (): fc.Arbitrary<unknown> => fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyMessage = (field: Field): fc.Arbitrary<Record<string, unknown>> => recordOf(field.message?.fields ?? {});

const BY_TYPE: Record<Field["type"], (field: Field) => fc.Arbitrary<unknown>> = {
  string: () => fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/),
  text: () => fc.string(),
  bool: () => fc.boolean(),
  int: anyInteger,
  qty: anyInteger,
  money: anyInteger,
  px: anyPositive,
  us: anyPositive,
  enum: (field) => fc.constantFrom(...(field.values ?? [])),
  message: anyMessage,
  list: (field) => fc.array(anyMessage(field), { maxLength: 3 }),
};

const arbitraryOf = (field: Field): fc.Arbitrary<unknown> => BY_TYPE[field.type](field);

function recordOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const requiredKeys = Object.keys(fields).filter((key) => fields[key]?.optional !== true);
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, arbitraryOf(field)])), {
    requiredKeys,
    noNullPrototype: true,
  });
}

/** Any event of a kind, every field over its whole range. */
export const arbitraryEvent = <K extends EventKind>(kind: K): fc.Arbitrary<EventByKind<K>> =>
  recordOf(definitionOf(kind).fields).map((fields) => ({ kind, ...fields }) as unknown as EventByKind<K>);

/** Any event of the given kinds, of all kinds where none is given. */
export const arbitraryEvents = (
  kinds: readonly EventKind[] = EVENT_DEFINITIONS.map((d) => d.kind),
): fc.Arbitrary<Event> => fc.oneof(...kinds.map((kind) => arbitraryEvent(kind) as fc.Arbitrary<Event>));

/** A journal of events: sequences rise by one, times by up to three minutes. */
export const arbitraryJournal = (events: fc.Arbitrary<Event>, maxLength = 60): fc.Arbitrary<readonly Entry[]> =>
  fc.array(fc.tuple(events, fc.integer({ min: 0, max: 180_000_000 })), { maxLength }).map((items) => {
    let now: number = T0;
    return items.map(([event, step], index) => {
      now += step;
      return anEntry(event, { seq: index + 1, seenUs: now as Us, eventUs: now as Us });
    });
  });
