import { assert } from "@bowline/kernel";
import type { Market, SessionPlan } from "./market.ts";
import { stepOfTape, type SymbolTape } from "./session-tape.ts";

/** What a market is made of: its plan, and the making of one session's tapes, in the order of the symbols. */
export type TapeSource = {
  readonly symbols: readonly string[];
  readonly plans: readonly SessionPlan[];
  readonly tapesOf: (sessionIndex: number) => readonly SymbolTape[];
  readonly history: Market["history"];
};

/** A market that makes a session's tapes when the session is first asked for, and keeps the last one. */
export function playTapes(source: TapeSource): Market {
  let keptIndex = -1;
  let kept: readonly SymbolTape[] = [];
  return {
    symbols: source.symbols,
    sessions: () => source.plans,
    history: source.history,
    step: (sessionIndex, stepIndex) => {
      if (sessionIndex !== keptIndex) {
        assert(
          sessionIndex >= 0 && sessionIndex < source.plans.length,
          `no session ${sessionIndex} of ${source.plans.length}`,
        );
        kept = source.tapesOf(sessionIndex);
        keptIndex = sessionIndex;
      }
      return kept.map((tape, index) => stepOfTape(source.symbols[index] ?? "", tape, stepIndex));
    },
  };
}
