import type { EventByKind } from "@bowline/contracts";
import { isGapAnswer } from "@bowline/market";
import { learnBar, learnCorrection, learnDays, learnHistory, learnOther } from "./bars.ts";
import { runRules } from "./rules.ts";
import type { Desk, SymbolState } from "./state.ts";
import { barKeys } from "./trigger-bars.ts";

/** A symbol's bars count first for those that compare with it: a rule on a bar sees the others as of it, or of the bar before. */
export function onBars(desk: Desk, event: EventByKind<"md.bar" | "md.bar-corrected" | "md.history">): void {
  if (event.kind === "md.history" && isGapAnswer(event)) return;
  if (event.timeframe === "1m") learnOther(desk, event);
  const symbol = desk.symbols.get(event.symbol);
  if (symbol === undefined) return;
  if (event.kind === "md.history") onHistory(desk, symbol, event);
  else if (event.timeframe !== "1m") return;
  else if (event.kind === "md.bar") onBar(desk, symbol, event);
  else learnCorrection(desk.strategy, symbol, event);
}

function onHistory({ strategy }: Desk, symbol: SymbolState, { timeframe, bars }: EventByKind<"md.history">): void {
  if (timeframe === "1m") learnHistory(strategy, symbol, bars);
  else if (timeframe === "1d") learnDays(strategy, symbol, bars);
}

function onBar(desk: Desk, symbol: SymbolState, bar: EventByKind<"md.bar">): void {
  const isNew = bar.closeUs > symbol.barUs;
  learnBar(desk.strategy, symbol, bar);
  if (isNew) runRules(desk, symbol, barKeys(symbol.triggerBars, bar), `bar:${bar.closeUs}`);
}
