import type { EventKind } from "./events/index.ts";

/** What a service consumes and publishes, as data: permissions, documentation and diagrams are made from it. */
export type ServiceContract = {
  readonly service: string;
  /** One sentence for the documentation. */
  readonly doc: string;
  readonly consumes: readonly EventKind[];
  readonly publishes: readonly EventKind[];
};

export const defineContract = (contract: ServiceContract): ServiceContract => contract;
