import type { EntryBuffer } from "./entry-buffer.ts";
import type { Participant } from "./participant.ts";

export type FreeRun = { wake(): void; stop(): void };

/** Entries applied before the event loop gets its turn: a replay must not starve pings. */
const APPLY_AT_ONCE = 500;

/**
 * Drives one participant in real time: apply an entry, publish what it led to, all acknowledged, then the next:
 * one cause in flight. An edge sees all that is read, then takes its turn when it has something to do.
 */
export function runFree(participant: Participant, buffer: EntryBuffer, onFailure: (failure: unknown) => void): FreeRun {
  let stopped = false;
  let woken = false;
  /** A signal between a look that found nothing and the wait that follows must not be lost. */
  let signalled = false;
  let resume = (): void => undefined;
  const signal = (): void => {
    signalled = true;
    resume();
  };
  const wake = (): void => {
    woken = true;
    signal();
  };
  buffer.onArrival(signal);

  const step = async (): Promise<boolean> => {
    const behind = buffer.lastSeq() - participant.position();
    if (participant.kind === "machine") {
      if (participant.active && participant.pending() > 0) return (void (await participant.turn()), true);
      if (behind <= 0) return false;
      const end = participant.position() + Math.min(behind, APPLY_AT_ONCE);
      while (participant.position() < end && !(participant.active && participant.pending() > 0))
        participant.applyThrough(participant.position() + 1);
      return true;
    }
    if (behind > 0) {
      participant.applyThrough(participant.position() + APPLY_AT_ONCE);
      return true;
    }
    if (!participant.active || (!woken && participant.pending() === 0)) return false;
    woken = false;
    await participant.turn();
    return true;
  };
  const run = async (): Promise<void> => {
    let sinceYield = 0;
    while (!stopped) {
      signalled = false;
      if (!(await step())) {
        if (!signalled) await new Promise<void>((resolve) => void (resume = resolve));
      } else if (++sinceYield % 16 === 0) await new Promise<void>((resolve) => void setImmediate(resolve));
    }
  };
  run().catch(onFailure);
  return {
    wake,
    stop: () => {
      stopped = true;
      signal();
    },
  };
}
