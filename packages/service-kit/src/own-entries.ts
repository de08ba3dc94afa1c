import { type Event, SCHEMA_VERSION, edgeId } from "@bowline/contracts";
import type { Bus } from "@bowline/bus";
import type { SignEntry } from "@bowline/signing";
import type { Clock } from "./clock.ts";
import type { Identity } from "./machine-host/index.ts";
import { publishOutputs } from "./publisher.ts";

type OwnEvent = Extract<
  Event,
  {
    kind:
      | "control.lease"
      | "control.config"
      | "control.strategy"
      | "control.limits"
      | "control.quarantine"
      | "control.alert";
  }
>;

/** Writes what belongs to the loop itself and is no output of any machine. */
export type OwnWriter = (event: OwnEvent, writer: string, serial: number, about?: About) => Promise<void>;

type About = {
  readonly epoch?: number;
  /** The newest entry on its subject must still be this one, or FencedError is thrown. */
  readonly fenceSeq?: number;
};

export function makeOwnWriter(options: {
  bus: Bus;
  identity: Identity;
  generation: string;
  clock: Clock;
  onRetry(message: string): void;
  readonly sign?: SignEntry;
}): OwnWriter {
  return async (event, writer, serial, { epoch = 0, ...fence } = {}) => {
    const id = edgeId(writer, options.generation, serial, 0);
    const nowUs = options.clock.nowUs();
    const header = {
      id,
      causeId: "",
      causeSeq: serial,
      ordinal: 0,
      correlationId: id,
      machine: writer,
      ...options.identity,
      eventUs: nowUs,
      seenUs: nowUs,
      schemaVersion: SCHEMA_VERSION,
    };
    await publishOutputs(options.bus, [{ header, event, ...fence }], epoch, {
      mayPublish: async () => undefined,
      onRetry: options.onRetry,
      ...(options.sign === undefined ? {} : { sign: options.sign }),
    });
  };
}
