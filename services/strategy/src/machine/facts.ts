import { atrOf } from "@bowline/indicators";
import {
  type CompiledStrategy,
  type Facts,
  MOST_PX,
  type Prediction,
  type QuoteFacts,
  type SessionFacts,
} from "@bowline/rules";
import { indicatorFacts } from "./studies.ts";
import type { State, SymbolState } from "./state.ts";

/** What rules may look at for a symbol now. Whatever is missing, expired or in doubt is `undefined`. */
export function factsOf(state: State, symbol: SymbolState, strategy: CompiledStrategy): Omit<Facts, "firedUs"> {
  return {
    symbol: symbol.symbol,
    nowUs: state.nowUs,
    session: sessionOf(state),
    prediction: predictionOf(state, symbol),
    position: symbol.inDoubt ? undefined : { quantity: symbol.quantity, enteredUs: symbol.enteredUs },
    liveOrders: symbol.orders.length,
    exiting: symbol.exit !== undefined,
    quote: quoteOf(symbol),
    feedAlive: symbol.feedAlive,
    atr: atrOf(symbol.atr),
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

/** A crossed market is no market, nor is an absurd one. */
function quoteOf({ bidPx, askPx, halted }: SymbolState): QuoteFacts | undefined {
  if (bidPx === undefined || askPx === undefined || bidPx > askPx || askPx > MOST_PX) return undefined;
  return { bidPx, askPx, halted };
}
