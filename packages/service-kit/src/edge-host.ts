import { type Entry, type Event, SCHEMA_VERSION, edgeId, subjectOf } from "@bowline/contracts";
import type { Edge, EdgeOutput, EdgePort } from "./edge.ts";
import type { Clock } from "./clock.ts";
import { type Identity, type RepeatFilter, makeRepeatFilter } from "./machine-host/index.ts";
import type { Output, Published } from "./publisher.ts";

/** The process's ways that an edge's port leads to. */
export type PortWay = {
  publish(outputs: readonly Output[]): Promise<readonly Published[]>;
  wake(): void;
  holdsLease(): boolean;
  keepLease(): Promise<void>;
  epoch(): number;
};

/** An edge with its serial numbers and its sight of the journal. */
export type EdgeHost = {
  readonly name: string;
  readonly edge: Edge;
  position(): number;
  apply(entry: Entry): void;
  skip(seq: number): void;
  /** An entry was read, and is applied later. */
  foresee(entry: Entry): void;
  /** What the edge gets to work with; `publish` is the process's way into the journal. */
  makePort(way: PortWay): EdgePort;
};

export function makeEdgeHost(edge: Edge, identity: Identity, generation: string, clock: Clock): EdgeHost {
  let position = 0;
  let serial = 0;
  const repeats: RepeatFilter = makeRepeatFilter();
  const lastSeqBySubject = new Map<string, number>();

  const toOutput = (output: EdgeOutput, ordinal: number): Output => {
    const id = edgeId(edge.name, generation, serial, ordinal);
    const nowUs = clock.nowUs();
    const header = {
      id,
      causeId: output.cause?.header.id ?? "",
      causeSeq: serial,
      ordinal,
      correlationId: output.cause?.header.correlationId ?? id,
      machine: edge.name,
      ...identity,
      eventUs: output.eventUs ?? nowUs,
      seenUs: nowUs,
      schemaVersion: SCHEMA_VERSION,
    };
    return output.fence === true
      ? { header, event: output.event, fenceSeq: lastSeqBySubject.get(subjectOf(output.event)) ?? 0 }
      : { header, event: output.event };
  };

  return {
    name: edge.name,
    edge,
    position: () => position,
    apply(entry) {
      position = entry.seq;
      if (entry.event.kind === "order.submitted") lastSeqBySubject.set(entry.subject, entry.seq);
      if (repeats.isRepeat(entry.header)) return;
      if (entry.header.machine === edge.name) serial = Math.max(serial, entry.header.causeSeq);
      edge.observe(entry);
    },
    skip: (seq) => void (position = seq),
    foresee: (entry) => {
      if (!clock.lockstep) edge.foresee?.(entry);
    },
    makePort: ({ publish, wake, holdsLease, keepLease, epoch }) => ({
      lockstep: clock.lockstep,
      nowUs: clock.nowUs,
      wake,
      holdsLease,
      keepLease,
      epoch,
      async publish(outputs) {
        if (outputs.length === 0) return [];
        serial += 1;
        const published = await publish(outputs.map(toOutput));
        for (const { event, subject, seq } of published)
          if (isSubmitted(event)) lastSeqBySubject.set(subject, Math.max(seq, lastSeqBySubject.get(subject) ?? 0));
        return published.map(({ header, event, subject, seq }) => ({ header, event, subject, seq }));
      },
    }),
  };
}

const isSubmitted = (event: Event): boolean => event.kind === "order.submitted";
