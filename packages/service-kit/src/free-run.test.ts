import { describe, expect, it } from "vitest";
import type { EntryBuffer } from "./entry-buffer.ts";
import { runFree } from "./free-run.ts";
import type { Participant } from "./participant.ts";

const quietBuffer = { lastSeq: () => 0, onArrival: () => undefined } as unknown as EntryBuffer;

describe("a participant in real time", () => {
  // A wake may come at any moment between a look that found nothing and the wait that follows it.
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    "takes its turn when it becomes active %i microtasks after it was woken in vain",
    async (microtasks) => {
      let turns = 0;
      const participant = {
        name: "clock",
        kind: "edge",
        active: false,
        position: () => 0,
        hasNews: () => false,
        send: async () => void (turns += 1),
      } as unknown as Participant;
      const run = runFree(participant, quietBuffer, () => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      run.wake();
      for (let i = 0; i < microtasks; i++) await Promise.resolve();
      participant.active = true;
      run.wake();
      await new Promise((resolve) => setImmediate(resolve));
      run.stop();
      expect(turns).toBe(1);
    },
  );

  it("lets the event loop have its turn every few hundred entries of a replay", async () => {
    const journal = 5000;
    let position = 0;
    const participant = {
      name: "strategy.tech",
      kind: "machine",
      active: false,
      position: () => position,
      hasNews: () => false,
      mustPublish: () => false,
      applyThrough: (seq: number) => void (position = seq),
    } as unknown as Participant;
    const buffer = { lastSeq: () => journal, onArrival: () => undefined } as unknown as EntryBuffer;
    const run = runFree(participant, buffer, () => undefined);
    const seen = [0];
    do {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(position);
    } while (position < journal);
    run.stop();
    expect(Math.max(...seen.map((at, index) => at - (seen[index - 1] ?? 0)))).toBeLessThanOrEqual(500);
  });

  it("publishes what may wait when nothing more is read, and what must go before the next entry", async () => {
    const [journal, urgentAt] = [10, 4];
    let [position, pending] = [0, 0];
    const turns: number[] = [];
    const participant = {
      name: "strategy.tech",
      kind: "machine",
      active: true,
      position: () => position,
      hasNews: () => pending > 0,
      mustPublish: () => pending > 0 && position === urgentAt,
      applyThrough: (seq: number) => void ([position, pending] = [seq, pending + 1]),
      send: async () => {
        turns.push(position);
        pending = 0;
      },
    } as unknown as Participant;
    const buffer = { lastSeq: () => journal, onArrival: () => undefined } as unknown as EntryBuffer;
    const run = runFree(participant, buffer, () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    run.stop();
    expect(turns).toEqual([urgentAt, journal]);
  });
});
