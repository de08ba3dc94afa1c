import { type Money, US_PER_MINUTE } from "@bowline/kernel";
import { equityAt, middleOf, samplePnl } from "@bowline/risk";
import type { GateState } from "./machine-state.ts";

/** A price that was not heard for longer is none that the broker's P&L can be compared by. */
const QUOTED_WITHIN_US = US_PER_MINUTE;

/** Our P&L beside the broker's, at each clock of regular hours. */
export function comparePnl(state: GateState): void {
  const { clock, holdings, nowUs, pnlGap } = state;
  if (clock?.phase !== "REGULAR") return;
  samplePnl(pnlGap, { equity: comparableEquity(state), isFlat: holdings.quantities.size === 0, nowUs });
}

/** At the middle of this session's quotes. What others trade and our books leave out is in the broker's P&L: then there is no comparing. */
function comparableEquity({ holdings, prices, clock, nowUs }: GateState): Money | undefined {
  if (holdings.ignored.size > 0) return undefined;
  const fromUs = Math.max(clock?.openUs ?? 0, nowUs - QUOTED_WITHIN_US);
  return equityAt(holdings, (symbol) => {
    const quote = prices.quotes.get(symbol);
    return quote !== undefined && quote.quoteUs >= fromUs ? middleOf(quote) : undefined;
  });
}
