import { type Emit, type Entry, type Event, type Machine, isRecord } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import type { MemoryJournal, Origin, Sight } from "./memory-journal.ts";
import type { Seat } from "./seat.ts";

type Output = { readonly event: Event; readonly origin: Origin };

export type MachineSeatOptions = {
  /** Which entries the machine is shown; all where it is not given. */
  readonly sees?: Sight | undefined;
  readonly onDecision?: ((event: Event) => void) | undefined;
};

/**
 * A machine with its outbox. Decision records go to a stream of their own and not into the journal; they make the machine
 * pending all the same, as they do live.
 */
export function makeMachineSeat(machine: Machine, journal: MemoryJournal, options: MachineSeatOptions = {}): Seat {
  const { name } = machine;
  let outbox: Output[] = [];
  let nowUs = us(1);
  let cause: Entry | undefined;
  let ordinal = 0;

  const emit: Emit = (event, about) => {
    if (cause === undefined) throw new RangeError(`${name} emits outside of apply`);
    outbox.push({
      event,
      origin: {
        machine: name,
        cause,
        causeSeq: cause.seq,
        ordinal,
        correlationId: about?.correlationId,
        eventUs: about?.eventUs ?? nowUs,
        seenUs: nowUs,
        configVersion: machine.configVersion?.(),
      },
    });
    ordinal += 1;
  };
  return {
    name,
    sees: options.sees,
    apply(entry) {
      if (entry.header.seenUs > nowUs) nowUs = entry.header.seenUs;
      if (entry.header.machine === name) return;
      cause = entry;
      ordinal = 0;
      machine.apply(entry, emit);
      cause = undefined;
    },
    pending: () => outbox.length,
    turn() {
      const outputs = outbox;
      outbox = [];
      for (const { event, origin } of outputs) {
        if (isRecord(event)) options.onDecision?.(event);
        else journal.append(event, origin);
      }
    },
  };
}
