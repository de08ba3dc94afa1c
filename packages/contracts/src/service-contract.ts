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

export const defineContract = (contract: ServiceContract): ServiceContract => contract;
