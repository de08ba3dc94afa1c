import {
  decodeEvent,
  type Entry,
  edgeId,
  encodeEvent,
  type EventByKind,
  type Header,
  SCHEMA_VERSION,
  subjectOf,
} from "@bowline/contracts";
import { type Bus, lastEntryOn, publishAcked } from "@bowline/bus";
import { type Us, us } from "@bowline/kernel";
import type { SignEntry } from "@bowline/signing";
import { readGeneration } from "./journal-setup.ts";

/** What an operator may say. */
export type OperatorCommand = EventByKind<
  | "control.kill"
  | "control.resume"
  | "control.strategy"
  | "control.limits"
  | "order.parent-intent"
  | "order.replace-intent"
  | "order.cancel-intent"
>;

const ATTEMPTS = 5;

/**
 * Journals an operator's command and returns its entry. Its time is the journal's own last clock, so that a command during
 * simulated time does not move that time; without a clock, the wall's. Unsigned without a key. Throws where the server does not acknowledge.
 */
export const journalCommand = (bus: Bus, event: OperatorCommand, sign?: SignEntry): Promise<Entry> =>
  journalAs(bus, "operator", event, sign);

/** Journals what a tool that is no service has to say to a person. Throws where the server does not acknowledge. */
export const journalAlert = (bus: Bus, event: EventByKind<"control.alert">): Promise<Entry> =>
  journalAs(bus, `loop.alert.${event.source}`, event);

async function journalAs(
  bus: Bus,
  writer: string,
  event: OperatorCommand | EventByKind<"control.alert">,
  sign?: SignEntry,
): Promise<Entry> {
  const generation = await readGeneration(bus);
  if (generation === undefined) throw new Error("there is no journal: `bowline streams apply` makes one");
  const wallUs = Math.round((performance.timeOrigin + performance.now()) * 1000);
  const seenUs = (await journalTimeUs(bus)) ?? us(wallUs);
  const id = edgeId(writer, generation, wallUs, 0);
  const header: Header = {
    id,
    causeId: "",
    causeSeq: wallUs,
    ordinal: 0,
    correlationId: id,
    machine: writer,
    epoch: 0,
    build: "-",
    configVersion: "-",
    eventUs: seenUs,
    seenUs,
    schemaVersion: SCHEMA_VERSION,
  };
  const subject = subjectOf(event);
  let why = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const bytes = encodeEvent(header, event);
    const signature = sign?.(event.kind, subject, bytes);
    const written = await publishAcked(bus, {
      subject,
      bytes,
      msgId: id,
      ...(signature === undefined ? {} : { signature }),
    });
    if (written.ok) return { seq: written.value.seq, subject, header, event };
    why = written.error.message;
    if (written.error.type !== "unknown") break;
  }
  throw new Error(`${event.kind} was not acknowledged: ${why}`);
}

/** The journal's own time: of its last clock; `undefined` where there is none. */
export async function journalTimeUs(bus: Bus): Promise<Us | undefined> {
  const raw = await lastEntryOn(bus, "bw.control.clock").catch(() => undefined);
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  return decoded?.ok === true ? decoded.value.header.seenUs : undefined;
}
