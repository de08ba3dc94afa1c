import { decodeEvent, lockstepHelloCodec } from "@bowline/contracts";
import { type Bus, DECISIONS, type RawEntry, SHADOW, lastEntryOn, lastSequence, requestCore } from "@bowline/bus";
import type { Clock } from "./clock.ts";
import type { EdgeHost } from "./edge-host.ts";
import type { EntryBuffer } from "./entry-buffer.ts";
import type { Log } from "./log.ts";
import type { OwnWriter } from "./own-entries.ts";
import type { Participant } from "./participant.ts";
import type { Publish } from "./sending.ts";

export type TakeOverOptions = {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly buffer: EntryBuffer;
  readonly holder: string;
  readonly write: OwnWriter;
  readonly edges: readonly EdgeHost[];
  publishAs(name: string): Publish;
  wake(name: string): void;
  holdsLease(name: string): boolean;
  keepLease(name: string): Promise<void>;
  epochOf(name: string): number | undefined;
  onActive(participant: Participant): void;
};

export type TakeOver = {
  /** A lease was won: journals it, catches up to the journal's end as of then, and goes live. */
  takeOver(participant: Participant, epoch: number): Promise<void>;
  wantsStart(name: string): boolean;
  /** Starts an edge that the conductor gave its turn, or whose lease was just won. */
  startEdge(participant: Participant): Promise<void>;
};

const HELLO_MS = 300;
const CATCH_UP_MS = 5;

/** Restart, take-over and standby are one path. */
export function makeTakeOver(options: TakeOverOptions): TakeOver {
  const { bus, buffer, clock, holder } = options;
  const waitingForStart = new Set<string>();

  const goLive = (participant: Participant): void => {
    participant.active = true;
    options.log.info(
      { participant: participant.name, position: participant.position(), pending: participant.pending() },
      "active",
    );
    options.onActive(participant);
    options.wake(participant.name);
  };
  const startEdge = async (participant: Participant): Promise<void> => {
    const host = options.edges.find((edge) => edge.name === participant.name);
    if (host === undefined) return;
    await buffer.reached(await lastSequence(bus));
    participant.applyThrough(buffer.lastSeq());
    await host.edge.start(
      host.makePort({
        publish: options.publishAs(host.name),
        wake: () => options.wake(host.name),
        holdsLease: () => options.holdsLease(host.name),
        keepLease: () => options.keepLease(host.name),
        epoch: () => options.epochOf(host.name) ?? 0,
      }),
    );
    waitingForStart.delete(host.name);
    goLive(participant);
  };
  /** In lock-step the conductor must give an edge its start, alone: asked until it does. */
  const askForStart = async (name: string): Promise<void> => {
    waitingForStart.add(name);
    while (waitingForStart.has(name)) {
      await requestCore(bus, "lockstep.hello", lockstepHelloCodec.encode({ process: holder, participant: name }), 500);
      await new Promise((resolve) => setTimeout(resolve, HELLO_MS));
    }
  };
  return {
    wantsStart: (name) => waitingForStart.has(name),
    startEdge,
    takeOver: async (participant, epoch) => {
      const { name } = participant;
      const target = await lastSequence(bus);
      await options.write(
        { kind: "control.lease", machineName: name, holder, leaseEpoch: epoch },
        `loop.lease.${name}`,
        epoch,
        { epoch },
      );
      await buffer.reached(target);
      if (participant.kind === "edge") return clock.lockstep ? askForStart(name) : startEdge(participant);
      while (!clock.lockstep && participant.position() < target)
        await new Promise((resolve) => setTimeout(resolve, CATCH_UP_MS));
      await learnDecisions(bus, participant);
      goLive(participant);
    },
  };
}

/** Decision records are in streams of their own: what they have is not published again. */
async function learnDecisions(bus: Bus, participant: Participant): Promise<void> {
  const [service, group = ""] = participant.name.split(".");
  if (service === "strategy")
    for (const subject of [`bw.decision.${group}.>`, `bw.decision.${group}`])
      learnDecision(participant, await lastEntryOn(bus, subject, DECISIONS).catch(() => undefined));
  // A shadow with another candidate says anew what this one would have decided.
  if (service === "shadow")
    learnDecision(
      participant,
      await lastEntryOn(bus, `bw.shadow.decision.${group}.>`, SHADOW).catch(() => undefined),
      participant.configVersion(),
    );
}

function learnDecision(participant: Participant, raw: RawEntry | undefined, version?: string): void {
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  if (decoded?.ok !== true) return;
  const { causeSeq, ordinal, configVersion } = decoded.value.header;
  if (version === undefined || version === configVersion) participant.knowDecision(causeSeq, ordinal);
}
