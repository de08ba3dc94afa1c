import type { Event } from "@bowline/contracts";
import { judgePredictions } from "@bowline/market";
import { closeGroups, watchGroups } from "@bowline/orders";
import { countJudged, positionOf } from "@bowline/risk";
import type { Gate } from "./gate.ts";

/**
 * What the gate follows beside its own decisions: which predictions came true, and which positions have a stop that works. The desk
 * asks for what a group needs; here it is only seen, by a process that lives where the strategy does not.
 */
export function watch({ state }: Gate, event: Event): void {
  for (const { signal, outcome } of judgePredictions(state.openPredictions, event))
    if (outcome === "HIT" || outcome === "MISS") countJudged(state.models, signal, outcome === "HIT");
  watchGroups(state.groups, event);
}

/** A position that is closed, by whatever, needs no protection. */
export function releaseClosed({ state }: Gate, symbol: string): void {
  if (positionOf(state.holdings, symbol) === 0) closeGroups(state.groups, symbol);
}
