import { type PeerFacts, dayChangeOf } from "@bowline/rules";
import { dayAt } from "./day.ts";
import { quoteOf } from "./quote.ts";
import type { Desk, SymbolState } from "./state.ts";

/**
 * The symbol beside the others of the group. One of them unknown leaves the places of all unknown: it might stand before any of
 * them. Nothing is worked out where no rule asks.
 */
export function peersOf(desk: Desk, symbol: SymbolState): PeerFacts | undefined {
  if (!ASKED.some((name) => desk.strategy.facts.has(name))) return undefined;
  const own = changeOf(desk, symbol);
  if (own === undefined) return undefined;
  let [rank, sum] = [1, 0];
  for (const other of desk.state.symbols) {
    const change = changeOf(desk, other);
    if (change === undefined) return undefined;
    if (change > own) rank += 1;
    sum += change;
  }
  const size = desk.state.symbols.length;
  return { rank, size, averageChange: Math.round(sum / size) };
}

const ASKED = ["group.rank", "group.size", "group.average_change", "group.relative_change"];

const changeOf = ({ state, quoteStaleUs }: Desk, symbol: SymbolState): number | undefined =>
  dayChangeOf(quoteOf(state, symbol, quoteStaleUs), dayAt(symbol.days, state.nowUs).previousClosePx);
