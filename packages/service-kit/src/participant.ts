import { type Entry, isRecord } from "@bowline/contracts";
import type { EdgeHost } from "./edge-host.ts";
import type { EntryBuffer } from "./entry-buffer.ts";
import type { MachineHost, OutboxItem } from "./machine-host/index.ts";
import { isAckedDecision, makeSending, type Publish } from "./sending.ts";

/** A machine or an edge as the loop drives it. */
export type Participant = {
  readonly name: string;
  readonly kind: "machine" | "edge";
  /** Whether this process holds its lease and has taken over. */
  active: boolean;
  position(): number;
  /** Applies what is read, up to a sequence at the most. */
  applyThrough(seq: number): void;
  /** How much of what it writes is not acknowledged. */
  pending(): number;
  /** Whether something is not even on its way. */
  hasNews(): boolean;
  /**
   * Whether what is pending must be out before the next cause is applied: all but records, on which nothing decides, and denials, which
   * stop what is asked. Those of some causes go together, so that who asks without end does not hold up the others.
   */
  mustPublish(): boolean;
  /** Publishes what is pending (a machine), or takes a turn (an edge). Returns the newest sequence that it wrote. */
  turn(): Promise<number>;
  /** Publishes what is pending, and waits only where that must be out before the next cause, or much is on its way. */
  send(onFailure: (failure: unknown) => void): Promise<void>;
  /** The newest decision record that its stream already has: nothing up to it is published again. */
  knowDecision(causeSeq: number, ordinal: number): void;
  /** The version in force of a machine whose configuration has versions. */
  configVersion(): string | undefined;
  /** Standby: lets go of decision records that the active one has long written. */
  forget(): void;
};

/** A standby keeps the decision records of this many newest entries. */
const STANDBY_DECISIONS = 20_000;

/** So many are sent at once, whatever else there is to do: one more of them costs the server and us little. */
const TOGETHER = 64;

/** `onCrash` records a throw at an entry before the process ends. */
export function machineParticipant(
  host: MachineHost,
  buffer: EntryBuffer,
  publish: Publish,
  onCrash: (name: string, seq: number, failure: unknown) => void,
): Participant {
  /** Own entries that are read and not yet applied: they are in the journal, so they are not published again. */
  const ahead = new Set<string>();
  let known = { causeSeq: 0, ordinal: -1 };
  buffer.onArrival((entry) => {
    if (entry?.header.machine === host.name) ahead.add(entry.header.id);
  });
  const apply = (entry: Entry | undefined, at: number): void => {
    if (entry === undefined) return host.skip(at);
    try {
      host.apply(entry);
    } catch (failure) {
      onCrash(host.name, at, failure);
      throw failure;
    }
    if (entry.header.machine === host.name) ahead.delete(entry.header.id);
  };
  const isKnown = ({ header, event }: OutboxItem): boolean =>
    isRecord(event)
      ? header.causeSeq < known.causeSeq || (header.causeSeq === known.causeSeq && header.ordinal <= known.ordinal)
      : ahead.has(header.id);
  /** What a restart emitted again and the streams have is not pending: a turn for nothing would read further than its round. */
  const settleKnown = (): void => {
    const settled = host.outbox.pending().filter(isKnown);
    if (settled.length === 0) return;
    host.outbox.move(settled, "ACKED");
    host.outbox.drop(isAckedDecision);
  };
  const sending = makeSending(host, publish, settleKnown);
  return {
    name: host.name,
    kind: "machine",
    active: false,
    position: host.position,
    applyThrough: (seq) => applyEach(host.position() + 1, seq, buffer, apply),
    pending: () => {
      if (host.outbox.counts().pending > 0) settleKnown();
      return host.outbox.counts().unacked;
    },
    hasNews: () => {
      if (host.outbox.counts().pending > 0) settleKnown();
      return host.outbox.counts().pending > 0;
    },
    mustPublish: () => {
      const { pending, urgent } = host.outbox.counts();
      if (urgent === 0 && pending < TOGETHER) return false;
      settleKnown();
      return host.outbox.counts().pending > 0;
    },
    ...sending,
    configVersion: () => host.machine.configVersion?.(),
    knowDecision: (causeSeq, ordinal) => {
      if (causeSeq > known.causeSeq || (causeSeq === known.causeSeq && ordinal > known.ordinal))
        known = { causeSeq, ordinal };
    },
    forget: () => {
      const oldest = host.position() - STANDBY_DECISIONS;
      const [first] = host.outbox.items();
      if (first !== undefined && isRecord(first.event))
        host.outbox.drop((item) => isRecord(item.event) && item.header.causeSeq < oldest);
    },
  };
}

export function edgeParticipant(host: EdgeHost, buffer: EntryBuffer, newestWritten: () => number): Participant {
  buffer.onArrival((entry) => {
    if (entry !== undefined) host.foresee(entry);
  });
  return {
    name: host.name,
    kind: "edge",
    active: false,
    position: host.position,
    applyThrough: (seq) =>
      applyEach(host.position() + 1, seq, buffer, (entry, at) =>
        entry === undefined ? host.skip(at) : host.apply(entry),
      ),
    pending: () => host.edge.pending(),
    hasNews: () => host.edge.pending() > 0,
    mustPublish: () => host.edge.pending() > 0,
    turn: async () => {
      await host.edge.turn();
      return newestWritten();
    },
    send: () => host.edge.turn(),
    knowDecision: () => undefined,
    configVersion: () => undefined,
    forget: () => undefined,
  };
}

function applyEach(
  fromSeq: number,
  throughSeq: number,
  buffer: EntryBuffer,
  apply: (entry: Entry | undefined, seq: number) => void,
): void {
  const end = Math.min(throughSeq, buffer.lastSeq());
  for (let seq = Math.max(fromSeq, buffer.firstSeq()); seq <= end; seq++) apply(buffer.at(seq), seq);
}
