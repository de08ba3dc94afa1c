import { type LockstepCommand, lockstepCommandCodec, lockstepReportCodec } from "@bowline/contracts";
import { type Bus, publishCore, subscribeCore } from "@bowline/bus";
import type { Clock } from "../clock.ts";
import type { EntryBuffer } from "../entry-buffer.ts";
import type { Participant } from "../participant.ts";
import type { TickRange } from "../ticks.ts";

export type FollowerOptions = {
  readonly bus: Bus;
  readonly process: string;
  readonly clock: Clock;
  readonly buffer: EntryBuffer;
  readonly participants: readonly Participant[];
  setTickRange(range: TickRange): void;
  /** Newest sequence of the tick stream that this process wrote. */
  ticksSeq(): number;
  /** Whether an edge of this process waits for its start. */
  wantsStart(name: string): boolean;
  start(participant: Participant): Promise<void>;
  /** A random delay, in tests. */
  delay(): Promise<void>;
  onRound(): void;
  onFailure(failure: unknown): void;
};

/** A process in lock-step: does what the conductor says, and says so, as often as it is asked. */
export function followConductor(options: FollowerOptions): { stop(): void } {
  let serial = -1;
  let done = -1;
  let newest = 0;
  let queue = Promise.resolve();

  const report = (command: LockstepCommand): void => {
    const items = options.participants
      .filter((p) => p.active)
      .map((p) => ({ participant: p.name, pending: p.pending() }));
    const lastSeq = Math.max(newest, command.throughSeq, options.buffer.lastSeq());
    publishCore(
      options.bus,
      "lockstep.report",
      lockstepReportCodec.encode({
        process: options.process,
        serial: command.serial,
        items,
        lastSeq,
        ticksSeq: options.ticksSeq(),
      }),
    );
  };
  const obey = async (command: LockstepCommand): Promise<void> => {
    await options.delay();
    options.clock.set(command.simUs);
    if (command.kind === "ROUND") await round(command, options);
    else newest = Math.max(newest, await actAlone(command, options));
    done = command.serial;
    report(command);
    if (command.kind === "ROUND") options.onRound();
  };
  const stop = subscribeCore(options.bus, "lockstep.command", (bytes) => {
    const decoded = lockstepCommandCodec.decode(bytes);
    if (!decoded.ok) return options.onFailure(new Error(`lockstep.command: ${decoded.error}`));
    const command = decoded.value;
    if (command.kind !== "ROUND" && !concerns(command, options)) return;
    if (command.serial === serial && done === serial)
      return void (queue = queue.then(() => again(command)).catch(options.onFailure));
    if (command.serial <= serial) return;
    serial = command.serial;
    queue = queue.then(() => obey(command)).catch(options.onFailure);
  });
  /** Sent again: the report was lost, or a participant became active since. */
  const again = async (command: LockstepCommand): Promise<void> => {
    if (command.kind === "ROUND") await round(command, options);
    report(command);
  };
  return { stop };
}

function concerns(command: LockstepCommand, options: FollowerOptions): boolean {
  const participant = options.participants.find((p) => p.name === command.participant);
  if (participant === undefined) return false;
  return participant.active || (command.kind === "START" && options.wantsStart(participant.name));
}

async function round(command: LockstepCommand, options: FollowerOptions): Promise<void> {
  await options.buffer.reached(command.throughSeq);
  for (const participant of options.participants) participant.applyThrough(command.throughSeq);
}

async function actAlone(command: LockstepCommand, options: FollowerOptions): Promise<number> {
  const participant = options.participants.find((p) => p.name === command.participant);
  if (participant === undefined) return 0;
  if (command.kind === "START") {
    if (!participant.active) await options.start(participant);
    return 0;
  }
  await options.buffer.reached(command.throughSeq);
  participant.applyThrough(command.throughSeq);
  options.setTickRange({ fromSeq: command.ticksFrom, throughSeq: command.ticksThrough });
  return participant.turn();
}
