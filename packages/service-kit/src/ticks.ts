import type { TickBatch } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

/** One raw tick; `value` as the contract of `TickBatch` says it for each field. */
export type RawTick = {
  readonly symbol: string;
  readonly field: TickBatch["ticks"][number]["field"];
  readonly value: number;
  readonly eventUs: Us;
};

/** Where execution puts raw ticks: core NATS in free run (lossy on purpose), a stream in lock-step. */
export type TickSink = { push(ticks: readonly RawTick[]): Promise<void> };

/** Where market-data's feed takes them from. */
/** The range of the tick stream that belongs to the current turn, set by the conductor. */
export type TickRange = { readonly fromSeq: number; readonly throughSeq: number };

export type TickSource = {
  /** Everything that came since the last call; in lock-step everything that belongs to this turn. */
  drain(): Promise<readonly RawTick[]>;
  onArrival(callback: () => void): void;
};
