import { MOST_PX, type QuoteFacts } from "@bowline/rules";
import type { State, SymbolState } from "./state.ts";

/** A crossed market is no market, nor is an absurd one, nor one that was heard of long ago. */
export function quoteOf(state: State, symbol: SymbolState, quoteStaleUs: number): QuoteFacts | undefined {
  const { bidPx, askPx, halted, quoteDoubt } = symbol;
  if (bidPx === undefined || askPx === undefined || bidPx > askPx || askPx > MOST_PX) return undefined;
  if (!isHeard(state, symbol, quoteStaleUs)) return undefined;
  return { bidPx, askPx, halted, doubt: quoteDoubt };
}

/** Whether the feed was heard of lately. */
export const isHeard = ({ nowUs }: State, { quoteUs }: SymbolState, quoteStaleUs: number): boolean =>
  quoteUs !== undefined && nowUs - quoteUs <= quoteStaleUs;
