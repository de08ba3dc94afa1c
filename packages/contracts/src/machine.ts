import { type JsonValue, type Us, canonicalJson, sha256Hex } from "@bowline/kernel";
import type { Event } from "./events/index.ts";
import type { Header } from "./header.ts";

/** One fact of the journal. */
export type Entry = { readonly seq: number; readonly subject: string; readonly header: Header; readonly event: Event };

export type EmitOptions = {
  /** When it happened; the machine's now where it is left out. */
  readonly eventUs?: Us;
  /** Id of the first cause of the chain, where it is not the cause's own. */
  readonly correlationId?: string;
};
export type Emit = (event: Event, options?: EmitOptions) => void;

/**
 * A deterministic fold of the journal: synchronous, total, no clock, no random, no I/O, no logging.
 * It sees every entry but its own outputs, in order, and ignores what does not concern it.
 */
export type Machine = {
  /** Name in the headers and of the lease, such as `risk-gate` or `strategy.tech`. */
  readonly name: string;
  /** Rises when the snapshot's form or the decisions change. */
  readonly version: number;
  /** Of a machine whose configuration entries change: the version in force, for the headers. The process's own otherwise. */
  readonly configVersion?: () => string;
  apply(entry: Entry, emit: Emit): void;
  /** All private state as plain JSON; `restore` of it gives an equal machine. */
  snapshot(): JsonValue;
  restore(snapshot: JsonValue): void;
};

/** One number that two runs can compare. */
export const machineHash = (machine: Machine): string => sha256Hex(canonicalJson(machine.snapshot()));
