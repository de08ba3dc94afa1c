import type { Entry, Event } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

/** One entry that an edge wants in the journal. */
export type EdgeOutput = {
  readonly event: Event;
  /** When it happened in the world; the edge's now where it is left out. */
  readonly eventUs?: Us;
  /** Refused when another writer wrote on the same subject since: ends this process. */
  readonly fence?: true;
  /** Entry that led to it, where there is one: gives the cause and the correlation of the header. */
  readonly cause?: Entry;
};

/** What the kit gives to an edge. */
export type EdgePort = {
  /** Lock-step: simulated time of the step. Free run: the clock, shifted where the market is simulated. Never goes back. */
  nowUs(): Us;
  /** Publishes a batch in order and returns when all of it is acknowledged; an unknown outcome is repeated with the same ids. Returns the entries. */
  publish(outputs: readonly EdgeOutput[]): Promise<readonly Entry[]>;
  /** Whether nobody else can write in this edge's name now: asked right before what cannot be taken back. */
  holdsLease(): boolean;
  /** Resolves when that is so, however long a busy machine was in renewing it: where simulated time waits, that is no reason to let go. */
  keepLease(): Promise<void>;
  /** The epoch of the lease that this edge holds. */
  epoch(): number;
  /** Free run: asks for a turn soon. Lock-step: nothing, the conductor gives the turns. */
  wake(): void;
  /** True while simulated time is conducted in steps. */
  readonly lockstep: boolean;
};

/**
 * Turns the outside into entries and back. `observe` sees every entry of the journal once, in order, also the edge's own
 * (that is how a restarted edge learns what it journaled already). All I/O happens in `turn`, one turn at a time.
 */
export type Edge = {
  /** Name in the headers and of the lease, such as `execution`. */
  readonly name: string;
  /** Called once, after the journal was read to its end and the lease won, before the first turn. */
  start(port: EdgePort): Promise<void>;
  /** Synchronous; collects work, never acts. */
  observe(entry: Entry): void;
  /**
   * Free run: each entry as soon as it is read, while a turn may be under way and older ones are not observed yet. For what cannot
   * wait, and only narrows what the edge may do: a kill. Each is observed in its order too.
   */
  foresee?(entry: Entry): void;
  /** How much it would do in its turn: 0 means it waits for something from outside or from the journal. */
  pending(): number;
  /** Does what is pending: publishes, acts, and (in lock-step) returns only when what its acts led to has come back. */
  turn(): Promise<void>;
  stop(): Promise<void>;
};
