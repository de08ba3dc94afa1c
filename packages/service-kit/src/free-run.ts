import type { EntryBuffer } from "./entry-buffer.ts";
import type { Participant } from "./participant.ts";

export type FreeRun = { wake(): void; stop(): void };

/** Entries applied before the event loop gets its turn: a replay must not starve pings, nor answers that are waited for. */
const APPLY_AT_ONCE = 500;
/** Turns without an entry in between. */
const TURNS_AT_ONCE = 16;

/**
 * Drives one participant in real time: apply an entry, publish what it led to, all acknowledged, then the next: one cause in flight,
 * where it led to more than records and denials. An edge sees all that is read, then takes its turn when it has something to do.
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

  const applySome = (behind: number): number => {
    const from = participant.position();
    const end = from + Math.min(behind, APPLY_AT_ONCE);
    while (participant.position() < end && !(participant.active && participant.mustPublish()))
      participant.applyThrough(participant.position() + 1);
    return (participant.position() - from) / APPLY_AT_ONCE;
  };
  const stepMachine = async (behind: number): Promise<number> => {
    if (participant.active && (behind <= 0 || participant.mustPublish()) && participant.hasNews()) return turn();
    return behind <= 0 ? 0 : applySome(behind);
  };
  const stepEdge = async (behind: number): Promise<number> => {
    if (behind > 0) {
      participant.applyThrough(participant.position() + APPLY_AT_ONCE);
      return 1;
    }
    if (!participant.active || (!woken && !participant.hasNews())) return 0;
    woken = false;
    return turn();
  };
  /** Returns what part of its time at once it took; nothing where there was nothing to do. */
  const step = (): Promise<number> => {
    const behind = buffer.lastSeq() - participant.position();
    return participant.kind === "machine" ? stepMachine(behind) : stepEdge(behind);
  };
  const turn = async (): Promise<number> => {
    await participant.send(onFailure);
    return 1 / TURNS_AT_ONCE;
  };
  const run = async (): Promise<void> => {
    let sinceYield = 0;
    while (!stopped) {
      signalled = false;
      const took = await step();
      if (took === 0) {
        if (!signalled) await new Promise<void>((resolve) => void (resume = resolve));
        continue;
      }
      sinceYield += took;
      if (sinceYield < 1) continue;
      sinceYield = 0;
      await new Promise<void>((resolve) => void setImmediate(resolve));
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
