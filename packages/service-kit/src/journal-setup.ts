import { randomBytes } from "node:crypto";
import {
  type Event,
  type Header,
  SCHEMA_VERSION,
  decodeEvent,
  edgeId,
  encodeEvent,
  subjectOf,
} from "@bowline/contracts";
import { type Bus, type StreamsOptions, applyStreams, lastEntryOn, publishAcked } from "@bowline/bus";
import { us } from "@bowline/kernel";

/** Applies the streams and, in a journal without one, writes its generation as the first entry. Returns the generation. */
export async function setUpJournal(bus: Bus, options: StreamsOptions): Promise<string> {
  await applyStreams(bus, options);
  const known = await readGeneration(bus);
  if (known !== undefined) return known;
  const generation = randomBytes(9).toString("hex");
  const event: Event = { kind: "control.generation", generation };
  const id = edgeId("streams", generation, 1, 0);
  const time = us(1);
  const header: Header = {
    id,
    causeId: "",
    causeSeq: 1,
    ordinal: 0,
    correlationId: id,
    machine: "streams",
    epoch: 0,
    build: "-",
    configVersion: "-",
    eventUs: time,
    seenUs: time,
    schemaVersion: SCHEMA_VERSION,
  };
  const written = await publishAcked(bus, {
    subject: subjectOf(event),
    bytes: encodeEvent(header, event),
    msgId: id,
    expectLastSubjectSeq: 0,
  });
  if (!written.ok) throw new Error(`the journal's generation could not be written: ${written.error.message}`);
  return generation;
}

/** Which journal this is; `undefined` where it has no generation yet. */
export async function readGeneration(bus: Bus): Promise<string | undefined> {
  const raw = await lastEntryOn(bus, "bw.control.generation").catch(() => undefined);
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  return decoded?.ok === true && decoded.value.event.kind === "control.generation"
    ? decoded.value.event.generation
    : undefined;
}
