import type { Entry, Event } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { anEntry } from "./entries.ts";
import { T0 } from "./times.ts";

type EdgeOutput = { readonly event: Event; readonly eventUs?: Us; readonly cause?: Entry };

/** The side of a service's kit that an edge sees, in memory: what it publishes is a journal that the edge observes. */
export type TestPort = {
  readonly lockstep: boolean;
  nowUs(): Us;
  publish(outputs: readonly EdgeOutput[]): Promise<readonly Entry[]>;
  wake(): void;
  holdsLease(): boolean;
  keepLease(): Promise<void>;
  epoch(): number;
  /** Sets the time. */
  setNow(nowUs: Us): void;
  /** Everything published so far, in order. */
  readonly journal: readonly Entry[];
  /** From now on the lease may be another's: until it is renewed, or for good where it is taken. */
  loseLease(how?: { readonly taken: boolean }): void;
  /** Resolves at the next wake, or at once where one came since the last call. */
  woken(): Promise<void>;
  /** The n-th publish from here on throws, as a process that dies does; 1 is the next. Only the first `written` of its outputs are in the journal. */
  dieAtPublish(nth: number, written?: number): void;
};

/** `observe` is that of the edge under test; `journal` is what it already observed. */
export function makeTestPort(options: {
  readonly name: string;
  readonly lockstep?: boolean;
  readonly journal?: readonly Entry[];
  observe(entry: Entry): void;
}): TestPort {
  const journal: Entry[] = [...(options.journal ?? [])];
  let now: Us = T0;
  let wakes = 0;
  let lease: "held" | "late" | "taken" = "held";
  let onWake = (): void => undefined;
  let death: { nth: number; written: number } | undefined;
  const write = ({ event, eventUs, cause }: EdgeOutput): Entry => {
    const entry = anEntry(event, {
      seq: journal.length + 1,
      machine: options.name,
      seenUs: now,
      eventUs: eventUs ?? now,
      ...(cause === undefined ? {} : { causeId: cause.header.id, correlationId: cause.header.correlationId }),
    });
    journal.push(entry);
    options.observe(entry);
    return entry;
  };
  return {
    lockstep: options.lockstep ?? false,
    nowUs: () => now,
    setNow: (nowUs) => void (now = nowUs),
    journal,
    holdsLease: () => lease === "held",
    async keepLease() {
      if (lease === "taken") throw new Error("the lease is another's");
      lease = "held";
    },
    epoch: () => 1,
    loseLease: ({ taken } = { taken: false }) => void (lease = taken ? "taken" : "late"),
    wake() {
      wakes += 1;
      onWake();
    },
    async woken() {
      if (wakes === 0) await new Promise<void>((resolve) => void (onWake = resolve));
      wakes = 0;
    },
    dieAtPublish: (nth, written = 0) => void (death = { nth, written }),
    async publish(outputs) {
      if (death !== undefined && --death.nth === 0) {
        outputs.slice(0, death.written).forEach(write);
        throw new Error("killed");
      }
      return outputs.map(write);
    },
  };
}
