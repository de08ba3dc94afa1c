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
        pending: () => 0,
        turn: async () => ++turns,
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
});
