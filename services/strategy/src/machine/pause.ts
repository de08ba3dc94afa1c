import type { EventByKind } from "@bowline/contracts";
import { US_PER_MINUTE, type Us, addUs } from "@bowline/kernel";
import type { Facts, PausePlan } from "@bowline/rules";
import type { Firing } from "./enter.ts";
import type { Desk, SymbolState } from "./state.ts";

/** Until when nothing is opened or increased, and which rule says so. */
export type Pause = { readonly untilUs: Us; readonly by: string };

/** Pauses the symbol; or the strategy, which the machines of its other ticker groups hear of through the journal. */
export function pause(desk: Desk, symbol: SymbolState, { scope, minutes }: PausePlan, { rule }: Firing): void {
  const wanted: Pause = { untilUs: addUs(desk.state.nowUs, minutes * US_PER_MINUTE), by: rule };
  if (scope === "symbol") {
    symbol.pause = later(symbol.pause, wanted);
    return;
  }
  desk.state.pause = later(desk.state.pause, wanted);
  desk.emit({ kind: "control.pause", strategy: desk.strategy.name, rule, untilUs: wanted.untilUs });
}

/** Another ticker group's rule paused the strategy. */
export function learnPause({ state, strategy }: Desk, event: EventByKind<"control.pause">): void {
  if (event.strategy === strategy.name) state.pause = later(state.pause, { untilUs: event.untilUs, by: event.rule });
}

/** The pause that holds a symbol longest; nothing where none does. */
export function pauseOf({ state }: Desk, symbol: SymbolState): Facts["pause"] {
  const longest = symbol.pause === undefined ? state.pause : later(state.pause, symbol.pause);
  return longest !== undefined && state.nowUs < longest.untilUs ? longest : undefined;
}

const later = (one: Pause | undefined, other: Pause): Pause =>
  one !== undefined && one.untilUs >= other.untilUs ? one : other;
