import type { EventByKind, HistoryBar } from "@bowline/contracts";
import type { CompiledStrategy } from "@bowline/rules";
import { countBar, countHistory, recountDay } from "./day.ts";
import { extendExtremes } from "./extremes.ts";
import { othersOf } from "./folded.ts";
import type { Desk, SymbolState } from "./state.ts";
import {
  barsOfSession,
  correctBar,
  studyBar,
  studyDays,
  studyHistory,
  studyOther,
  studyOtherHistory,
} from "./studies.ts";

/** A closed one-minute bar, traded or not. */
export function learnBar(strategy: CompiledStrategy, symbol: SymbolState, bar: EventByKind<"md.bar">): void {
  symbol.feedAlive = bar.status !== "NO_DATA";
  if (bar.closeUs > symbol.barUs) symbol.barUs = bar.closeUs;
  if (bar.status === "TRADED" && bar.extendedHours === undefined) countBar(symbol.days, bar);
  if (bar.status === "TRADED" && bar.closeUs > symbol.lastBarUs) symbol.lastBarUs = bar.closeUs;
  extendExtremes(symbol, bar);
  studyBar(strategy, symbol.studies, bar);
}

/** Says nothing of the feed as it is now: what was blocked stays blocked until the next good bar. */
export function learnCorrection(
  strategy: CompiledStrategy,
  symbol: SymbolState,
  bar: EventByKind<"md.bar-corrected">,
): void {
  extendExtremes(symbol, bar);
  correctBar(strategy, symbol.studies, bar);
  recountDay(symbol.days, barsOfSession(symbol.studies), bar.closeUs);
}

/** A dead feed blocks entries until the next good bar. */
export function learnGap(symbol: SymbolState, gap: EventByKind<"md.gap">): void {
  if (gap.toUs >= symbol.lastBarUs) symbol.feedAlive = false;
}

/** Warms the indicators up. */
export function learnHistory(strategy: CompiledStrategy, symbol: SymbolState, bars: readonly HistoryBar[]): void {
  countHistory(symbol.days, bars);
  for (const { closeUs, closePx } of bars) {
    if (closePx === undefined) continue;
    symbol.feedAlive ??= true;
    if (closeUs > symbol.lastBarUs) symbol.lastBarUs = closeUs;
  }
  studyHistory(strategy, symbol.studies, bars);
}

/** Bars of whole sessions say nothing of the feed. */
export function learnDays(strategy: CompiledStrategy, symbol: SymbolState, days: readonly HistoryBar[]): void {
  studyDays(strategy, symbol.studies, days);
}

/** A bar, live or put right, or history, of a symbol that indicators of this group compare with, wherever it belongs. */
export function learnOther(desk: Desk, event: EventByKind<"md.bar" | "md.bar-corrected" | "md.history">): void {
  if (!othersOf(desk.strategy).includes(event.symbol)) return;
  for (const { studies } of desk.state.symbols)
    if (event.kind === "md.history") studyOtherHistory(desk.strategy, studies, event.symbol, event.bars);
    else studyOther(desk.strategy, studies, event.symbol, event);
}
