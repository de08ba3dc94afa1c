import type { Us } from "@bowline/kernel";

/** What every entry says about itself; field 1 of every event on the wire. */
export type Header = {
  /** Logical id: base32(sha256(cause id, machine, ordinal)), 26 characters. */
  readonly id: string;
  /** Id of the entry that led to this one; empty where an edge saw something outside. */
  readonly causeId: string;
  /** Sequence of the cause in the journal; an edge's rising serial where there is none. */
  readonly causeSeq: number;
  /** Position among the outputs of one cause. */
  readonly ordinal: number;
  /** Id of the first cause of the chain. */
  readonly correlationId: string;
  /** Machine or edge that wrote it, such as `strategy.tech`. */
  readonly machine: string;
  /** Lease epoch under which it was written. */
  readonly epoch: number;
  /** Hash of the code, and of the configuration, that wrote it. */
  readonly build: string;
  readonly configVersion: string;
  /** When it happened in the world. */
  readonly eventUs: Us;
  /** When our edge saw it; a machine's now is the greatest so far. */
  readonly seenUs: Us;
  /** Never zero: an empty payload must not pass. */
  readonly schemaVersion: number;
};

export const SCHEMA_VERSION = 1;
