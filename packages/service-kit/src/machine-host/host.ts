import { type EmitOptions, type Entry, type Header, type Machine, SCHEMA_VERSION, logicalId } from "@bowline/contracts";
import { type JsonValue, type Us, assert, us } from "@bowline/kernel";
import { type Outbox, type OutboxItem, type Struck, makeOutbox } from "./outbox.ts";
import { type RepeatState, makeRepeatFilter } from "./repeat-filter.ts";

/** Which code and configuration writes, for the headers. */
export type Identity = { readonly build: string; readonly configVersion: string };

/** Everything of a hosted machine that a restart needs. Counts only if the journal has `entryId` at `entrySeq`. */
export type HostSnapshot = {
  readonly version: number;
  readonly generation: string;
  readonly seq: number;
  readonly entrySeq: number;
  readonly entryId: string;
  readonly nowUs: number;
  readonly repeats: RepeatState;
  readonly struck: Struck;
  readonly outbox: readonly { readonly header: Omit<Header, "epoch">; readonly event: unknown }[];
  readonly state: JsonValue;
};

/** A machine with its position, its sense of time and its outbox: the same for live, standby, restart and replay. */
export type MachineHost = {
  readonly name: string;
  readonly machine: Machine;
  readonly outbox: Outbox;
  /** Sequence of the last entry that it saw. */
  position(): number;
  /** The greatest receipt time among the entries. */
  nowUs(): Us;
  /** Hands one entry to the machine, or strikes it from the outbox where it is its own. */
  apply(entry: Entry): void;
  /** An entry of a kind that this service does not consume went by. */
  skip(seq: number): void;
  snapshot(generation: string): HostSnapshot;
  restore(snapshot: HostSnapshot): void;
};

/** `skips` are the sequences that quarantine took from this machine. */
export function makeMachineHost(
  machine: Machine,
  identity: Identity,
  skips: ReadonlySet<number> = new Set(),
): MachineHost {
  let position = 0;
  let newest = { seq: 0, id: "" };
  let now = us(1);
  let repeats = makeRepeatFilter();
  let outbox = makeOutbox();

  const run = (entry: Entry): void => {
    const headerFor = makeHeaders(machine, identity, entry, now);
    machine.apply(entry, (event, options) => outbox.add({ header: headerFor(options), event, stage: "NEW" }));
  };

  return {
    name: machine.name,
    machine,
    get outbox() {
      return outbox;
    },
    position: () => position,
    nowUs: () => now,
    apply(entry) {
      assert(entry.seq > position, () => `${machine.name}: entry ${entry.seq} behind position ${position}`);
      if (entry.header.seenUs > now) now = entry.header.seenUs;
      if (entry.header.machine === machine.name) outbox.strike(entry);
      else if (!repeats.isRepeat(entry.header) && !skips.has(entry.seq)) run(entry);
      position = entry.seq;
      newest = { seq: entry.seq, id: entry.header.id };
    },
    skip: (seq) => void (position = seq),
    snapshot: (generation) => ({
      version: machine.version,
      generation,
      seq: position,
      entrySeq: newest.seq,
      entryId: newest.id,
      nowUs: now,
      repeats: repeats.state(),
      struck: outbox.lastStruck(),
      outbox: outbox.items().map(({ header, event }) => ({ header, event })),
      state: machine.snapshot(),
    }),
    restore(snapshot) {
      position = snapshot.seq;
      newest = { seq: snapshot.entrySeq, id: snapshot.entryId };
      now = us(snapshot.nowUs);
      repeats = makeRepeatFilter(snapshot.repeats);
      outbox = makeOutbox(
        snapshot.outbox.map((item) => ({ ...item, stage: "NEW" }) as OutboxItem),
        snapshot.struck,
      );
      machine.restore(snapshot.state);
    },
  };
}

/** Headers of one cause's outputs, in order. */
function makeHeaders(
  { name, configVersion }: Machine,
  identity: Identity,
  cause: Entry,
  now: Us,
): (options?: EmitOptions) => Omit<Header, "epoch"> {
  let ordinal = 0;
  return (options) => {
    const header = {
      id: logicalId(cause.header.id, name, ordinal),
      causeId: cause.header.id,
      causeSeq: cause.seq,
      ordinal,
      correlationId: options?.correlationId ?? cause.header.correlationId,
      machine: name,
      ...identity,
      ...(configVersion === undefined ? {} : { configVersion: configVersion() }),
      eventUs: options?.eventUs ?? now,
      seenUs: now,
      schemaVersion: SCHEMA_VERSION,
    };
    ordinal += 1;
    return header;
  };
}
