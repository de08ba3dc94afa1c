import { type Facts, MOST_PX, type Prediction, type QuoteFacts, type SessionFacts } from "@bowline/rules";
import { atrNow, indicatorFacts } from "./studies.ts";
import type { Desk, State, SymbolState } from "./state.ts";

/** What rules may look at for a symbol now. Whatever is missing, expired or in doubt is `undefined`. */
export function factsOf({ state, strategy, quoteStaleUs }: Desk, symbol: SymbolState): Omit<Facts, "firedUs"> {
  return {
    symbol: symbol.symbol,
    nowUs: state.nowUs,
    session: sessionOf(state),
    prediction: predictionOf(state, symbol),
    position: symbol.inDoubt ? undefined : { quantity: symbol.quantity, enteredUs: symbol.enteredUs },
    liveOrders: symbol.orders.length,
    exiting: symbol.exit !== undefined,
    quote: quoteOf(state, symbol, quoteStaleUs),
    feedAlive: symbol.feedAlive,
    atr: atrNow(strategy, symbol.studies),
    indicators: indicatorFacts(strategy, symbol.studies),
    equity: state.equity,
  };
}

function sessionOf({ session }: State): SessionFacts | undefined {
  if (session?.openUs === undefined || session.closeUs === undefined) return undefined;
  return { regular: session.regular, openUs: session.openUs, closeUs: session.closeUs };
}

function predictionOf({ nowUs }: State, { prediction }: SymbolState): Prediction | undefined {
  return prediction !== undefined && nowUs < prediction.validUntilUs ? prediction : undefined;
}

/** A crossed market is no market, nor is an absurd one, nor one that was heard of long ago. */
function quoteOf({ nowUs }: State, symbol: SymbolState, quoteStaleUs: number): QuoteFacts | undefined {
  const { bidPx, askPx, halted, quoteUs, quoteDoubt } = symbol;
  if (bidPx === undefined || askPx === undefined || bidPx > askPx || askPx > MOST_PX) return undefined;
  if (quoteUs === undefined || nowUs - quoteUs > quoteStaleUs) return undefined;
  return { bidPx, askPx, halted, doubt: quoteDoubt };
}
