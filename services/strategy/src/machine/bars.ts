import type { EventByKind, HistoryBar } from "@bowline/contracts";
import { atr, atrOf } from "@bowline/indicators";
import { us } from "@bowline/kernel";
import { ATR_PERIOD, type LearntBar, type SymbolState } from "./state.ts";

/** Folds a closed one-minute bar; a minute without a trade has no range and changes no indicator. */
export function learnBar(symbol: SymbolState, bar: EventByKind<"md.bar">): void {
  symbol.feedAlive = bar.status !== "NO_DATA";
  const learnt = bar.status === "TRADED" ? toLearntBar(bar) : undefined;
  if (learnt !== undefined) learn(symbol, learnt);
}

/** A dead feed blocks entries until the next good bar. */
export function learnGap(symbol: SymbolState, gap: EventByKind<"md.gap">): void {
  if (gap.toUs >= symbol.lastBarUs) symbol.feedAlive = false;
}

/** Warms the ATR up. Bars of the past that come after live ones are put before them; a warm ATR takes only newer bars. */
export function learnHistory(symbol: SymbolState, bars: readonly HistoryBar[]): void {
  const known = bars.map(toLearntBar).filter((bar) => bar !== undefined);
  if (known.length > 0) symbol.feedAlive ??= true;
  if (isWarm(symbol)) {
    for (const bar of known) learn(symbol, bar);
    return;
  }
  const all = [...known, ...symbol.coldBars].sort((a, b) => a.closeUs - b.closeUs);
  symbol.atr = atr.init({ period: ATR_PERIOD });
  symbol.lastBarUs = us(0);
  symbol.coldBars = [];
  for (const bar of all) learn(symbol, bar);
}

const isWarm = (symbol: SymbolState): boolean => atrOf(symbol.atr) !== undefined;

/** A bar that is not newer than the last one is a repeat. */
function learn(symbol: SymbolState, bar: LearntBar): void {
  if (bar.closeUs <= symbol.lastBarUs) return;
  symbol.lastBarUs = bar.closeUs;
  atr.update(symbol.atr, bar);
  if (!isWarm(symbol)) symbol.coldBars.push(bar);
  else if (symbol.coldBars.length > 0) symbol.coldBars = [];
}

function toLearntBar({ closeUs, highPx, lowPx, closePx }: Pick<HistoryBar, keyof LearntBar>): LearntBar | undefined {
  return highPx === undefined || lowPx === undefined || closePx === undefined
    ? undefined
    : { closeUs, highPx, lowPx, closePx };
}
