import { strictestState } from "@bowline/contracts";
import { ZERO_QTY, absQty, pxOfCost, subMoney } from "@bowline/kernel";
import {
  type AccountFacts,
  type Facts,
  NEVER_FIRED,
  type PortfolioFacts,
  type PositionFacts,
  type Prediction,
  type SessionFacts,
  type WorkingOrder,
} from "@bowline/rules";
import { isAccountKnown } from "./account.ts";
import { isModelAlive } from "./model-alive.ts";
import { varsOf } from "./variables.ts";
import { pauseOf } from "./pause.ts";
import { isUnflattened } from "./unflattened.ts";
import { dayAt } from "./day.ts";
import { peersOf } from "./peers.ts";
import { isHeard, quoteOf } from "./quote.ts";
import type { Desk, State, SymbolState } from "./state.ts";
import { atrNow, indicatorFacts } from "./studies.ts";

/** Bars come every minute, with or without a trade; two and a half minutes without one leave nothing known of them. */
const BARS_STALE_US = 150_000_000;
/** The clock comes every second, in simulated time every five. */
const CLOCK_STALE_US = 60_000_000;

/** What rules may look at for a symbol now. Whatever is missing, stale or in doubt is `undefined`. */
export function factsOf(desk: Desk, symbol: SymbolState): Facts {
  const { state, strategy, quoteStaleUs } = desk;
  const { nowUs } = state;
  const equity = isAccountKnown(state) ? state.equity : undefined;
  const { day, previousClosePx } = dayAt(symbol.days, nowUs);
  const areBarsFresh = !areBarsStale(state, symbol);
  return {
    symbol: symbol.symbol,
    nowUs,
    session: sessionOf(state),
    prediction: predictionOf(state, symbol),
    position: positionOf(symbol),
    liveOrders: symbol.orders.length,
    working: workingOf(symbol),
    liveEntries: symbol.orders.filter(({ leg }) => leg === "ENTRY").length,
    reducing: symbol.reduction !== undefined,
    scaledIn: symbol.scaledIn ?? 0,
    exiting: symbol.exit !== undefined,
    quote: quoteOf(state, symbol, quoteStaleUs),
    feedAlive: areBarsFresh ? symbol.feedAlive : undefined,
    lastPx: isHeard(state, symbol, quoteStaleUs) ? symbol.lastPx : undefined,
    day: areBarsFresh ? day : undefined,
    previousClosePx,
    atr: areBarsFresh ? atrNow(strategy, symbol.studies) : undefined,
    indicators: areBarsFresh ? indicatorFacts(strategy, symbol.studies) : {},
    equity,
    account: accountOf(state),
    portfolio: portfolioOf(state),
    vars: varsOf(desk, symbol),
    pause: pauseOf(desk, symbol),
    modelAlive: isModelAlive(desk),
    unflattened: state.symbols.filter(isUnflattened).length,
    peers: peersOf(desk, symbol),
    tradingState: tradingStateOf(state, symbol),
    history: NEVER_FIRED,
  };
}

function sessionOf({ session, clockUs, nowUs }: State): SessionFacts | undefined {
  if (clockUs === undefined || nowUs - clockUs > CLOCK_STALE_US) return undefined;
  if (session?.openUs === undefined || session.closeUs === undefined) return undefined;
  return { regular: session.regular, openUs: session.openUs, closeUs: session.closeUs };
}

function predictionOf({ nowUs }: State, { prediction }: SymbolState): Prediction | undefined {
  return prediction !== undefined && nowUs < prediction.validUntilUs ? prediction : undefined;
}

/** In regular trading; at the open those of the day before are the newest there are. */
function areBarsStale({ session, nowUs }: State, { barUs }: SymbolState): boolean {
  if (session?.openUs === undefined || !session.regular) return false;
  return nowUs - Math.max(barUs, session.openUs) > BARS_STALE_US;
}

function positionOf({ inDoubt, quantity, enteredUs, cost, extremes, entry }: SymbolState): PositionFacts | undefined {
  if (inDoubt) return undefined;
  if (quantity === ZERO_QTY) return { quantity, enteredUs };
  const avgPx = cost === undefined ? undefined : pxOfCost(cost, absQty(quantity));
  return { quantity, enteredUs, avgPx, ...extremes, entryStopPx: entry?.stopPx };
}

const workingOf = ({ orders }: SymbolState): readonly WorkingOrder[] =>
  orders
    .filter(({ status, cancelAsked }) => status === "WORKING" && !cancelAsked)
    .map(({ clOrdId, leg, side, orderQty, cumQty, lmtPx, stopPx, changeId }) => ({
      clOrdId,
      leg,
      side,
      orderQty,
      cumQty,
      lmtPx,
      stopPx,
      changing: changeId !== undefined,
    }));

function accountOf(state: State): AccountFacts | undefined {
  const { account, equity, dayStart, session } = state;
  if (!isAccountKnown(state)) return undefined;
  if (account === undefined || equity === undefined || dayStart === undefined || dayStart.date !== session?.date)
    return undefined;
  return { ...account, dayPnl: subMoney(equity, dayStart.equity) };
}

function portfolioOf({ symbols }: State): PortfolioFacts | undefined {
  if (symbols.some(({ inDoubt }) => inDoubt)) return undefined;
  return {
    openPositions: symbols.filter(({ quantity, entry }) => quantity !== 0 || entry !== undefined).length,
    longPositions: symbols.filter(({ quantity }) => quantity > 0).length,
    shortPositions: symbols.filter(({ quantity }) => quantity < 0).length,
  };
}

/** The strictest of all; unknown until the gate told of the whole. */
const tradingStateOf = ({ tradingState: whole, scopeStates }: State, { tradingState: own }: SymbolState) =>
  whole === undefined ? undefined : strictestState([whole, own, ...Object.values(scopeStates)]);
