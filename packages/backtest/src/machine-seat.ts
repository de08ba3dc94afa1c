import type { Emit, Entry, Event, Machine } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import type { MemoryJournal } from "./memory-journal.ts";
import type { Seat } from "./seat.ts";

type Output = {
  readonly event: Event;
  readonly cause: Entry;
  readonly ordinal: number;
  readonly eventUs: Us;
  readonly nowUs: Us;
  readonly correlationId: string | undefined;
};

/**
 * A machine with its outbox. Decision records go to a stream of their own and not into the journal; they make the machine
 * pending all the same, as they do live.
 */
export function makeMachineSeat(
  machine: Machine,
  journal: MemoryJournal,
  onDecision: ((event: Event) => void) | undefined,
): Seat {
  let outbox: Output[] = [];
  let nowUs = us(1);
  let cause: Entry | undefined;
  let ordinal = 0;

  const emit: Emit = (event, options) => {
    if (cause === undefined) throw new RangeError(`${machine.name} emits outside of apply`);
    outbox.push({
      event,
      cause,
      ordinal,
      eventUs: options?.eventUs ?? nowUs,
      nowUs,
      correlationId: options?.correlationId,
    });
    ordinal += 1;
  };
  return {
    name: machine.name,
    apply(entry) {
      if (entry.header.seenUs > nowUs) nowUs = entry.header.seenUs;
      if (entry.header.machine === machine.name) return;
      cause = entry;
      ordinal = 0;
      machine.apply(entry, emit);
      cause = undefined;
    },
    pending: () => outbox.length,
    turn() {
      const outputs = outbox;
      outbox = [];
      for (const output of outputs) {
        if (output.event.kind === "decision") onDecision?.(output.event);
        else
          journal.append(output.event, {
            ...output,
            machine: machine.name,
            causeSeq: output.cause.seq,
            seenUs: output.nowUs,
          });
      }
    },
  };
}
