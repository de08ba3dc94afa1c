import { countLimit, type Limits, type LimitValues, ratioLimit } from "../limits/limit.ts";
import type { BreakerCode } from "./breaker-codes.ts";
import type { Reading } from "./measure.ts";
import type { StrategyView, SymbolView, SystemView } from "./breaker-view.ts";

type Views = { readonly SYMBOL: SymbolView; readonly STRATEGY: StrategyView; readonly SYSTEM: SystemView };
/** What a breaker watches, and takes down: each symbol, each strategy, or everything. */
export type Watched = keyof Views;

/** REDUCING ends by itself after quiet minutes. From HALTED nothing comes back by itself, so no breaker can be declared that would. */
export type Trips = "REDUCING" | "HALTED";

/** Something that is watched all the time, and takes its scope down when it goes too far: pure, total, its own limits. */
export type Breaker<W extends Watched = Watched, L extends Limits = Limits> = {
  readonly code: BreakerCode;
  /** One sentence for the documentation. */
  readonly doc: string;
  /** What a person does about it. */
  readonly remedy: string;
  readonly watches: W;
  readonly trips: Trips;
  /** True where it says nothing outside regular hours: it neither trips there nor recovers. */
  readonly inSession: boolean;
  readonly limits: L;
  look(view: Views[W], limits: LimitValues<L & typeof RECOVERY>): Reading;
};

/** When a breaker that took its scope to REDUCING lets it go. */
export const RECOVERY = {
  breakerQuietMinutes: countLimit(
    "Minutes without a break in which what tripped a breaker must have been calm.",
    { careful: 15, normal: 5 },
    "least",
  ),
  breakerRecovery: ratioLimit(
    "How far below its limit a value must be to count as calm; 0.2 is a fifth below.",
    { careful: "0.3", normal: "0.2" },
    "least",
  ),
};

export const defineBreaker = <W extends Watched, L extends Limits>(breaker: Breaker<W, L>): Breaker<W, L> => breaker;
