import type { EventKind, Timeframe } from "./events/index.ts";

/** What a service consumes and publishes, as data: permissions, documentation and diagrams are made from it. */
export type ServiceContract = {
  readonly service: string;
  /** One sentence for the documentation. */
  readonly doc: string;
  readonly consumes: readonly EventKind[];
  /** Which bars it looks at, where it consumes bars. */
  readonly timeframes?: readonly Timeframe[];
  readonly publishes: readonly EventKind[];
};

/** Kinds that every service sees, whatever its contract says: they belong to the loop. */
const LOOP_KINDS: readonly EventKind[] = ["control.lease", "control.quarantine", "control.generation"];

/** The kinds of entries that a service's loop is shown: what it consumes, what it publishes, and the loop's own. */
export const consumedKinds = ({ consumes, publishes }: ServiceContract): ReadonlySet<EventKind> =>
  new Set([...consumes, ...publishes, ...LOOP_KINDS]);

export const defineContract = (contract: ServiceContract): ServiceContract => contract;
