import { type Entry, type Event, type Header, SCHEMA_VERSION, subjectOf } from "@bowline/contracts";
import { type JsonValue, type Us, base32Sha256, canonicalJson } from "@bowline/kernel";
import { T0 } from "./times.ts";

export type EntryOptions = Partial<Header> & { readonly seq?: number };

/** When an event happened, as far as it says so itself. */
function naturalUs(event: Event): Us {
  switch (event.kind) {
    case "control.clock":
      return event.nowUs;
    case "md.bar":
      return event.closeUs;
    case "md.quote":
      return event.quoteUs;
    case "order.filled":
      return event.transactUs;
    default:
      return T0;
  }
}

/** An entry of the journal around an event; without options it is the first, written by an edge when it happened. */
export function anEntry(event: Event, options: EntryOptions = {}): Entry {
  const { seq = 1, ...header } = options;
  const at = header.seenUs ?? header.eventUs ?? naturalUs(event);
  const id =
    header.id ?? base32Sha256(`${seq}|${header.machine ?? ""}|${canonicalJson(event as unknown as JsonValue)}`, 26);
  return {
    seq,
    subject: subjectOf(event),
    event,
    header: {
      causeId: "",
      causeSeq: seq,
      ordinal: 0,
      correlationId: id,
      machine: "execution",
      epoch: 1,
      build: "test",
      configVersion: "test",
      eventUs: at,
      seenUs: at,
      schemaVersion: SCHEMA_VERSION,
      ...header,
      id,
    },
  };
}

/** Events as a journal: sequences from `firstSeq` on, times never going back. */
export function aJournal(events: readonly (Event | Entry)[], firstSeq = 1): readonly Entry[] {
  let latest = 0;
  return events.map((item, index) => {
    const entry =
      "header" in item
        ? { ...item, seq: firstSeq + index }
        : anEntry(item, { seq: firstSeq + index, seenUs: Math.max(latest, naturalUs(item)) as Us });
    latest = Math.max(latest, entry.header.seenUs);
    return entry;
  });
}
