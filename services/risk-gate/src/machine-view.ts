import type { EventByKind, Header, Order } from "@bowline/contracts";
import { type Money, type Px, px } from "@bowline/kernel";
import {
  approvalRate,
  cannotFlip,
  equityOf,
  externalQty,
  isReducing,
  type RiskView,
  tradingStateOf,
  unknownOrdersIn,
  worstGrossExposure,
  worstPosition,
} from "@bowline/risk";
import type { GateState } from "./machine-state.ts";

/** Middle of a quote whose bid is below its ask, to the micro below; `undefined` otherwise. */
function middleOf(quote: EventByKind<"md.quote"> | undefined): Px | undefined {
  if (quote?.bidPx === undefined || quote.askPx === undefined || quote.bidPx >= quote.askPx) return undefined;
  return px(Math.floor((Number(quote.bidPx) + Number(quote.askPx)) / 2));
}

/** What the checks see of an order at this point of the journal. */
export function viewOf(
  state: GateState,
  order: Order,
  about: { readonly header: Header; readonly accountId: string; readonly group: string | undefined },
): RiskView {
  const { symbol, clOrdId } = order;
  const quote = state.quotes.get(symbol);
  return {
    order,
    accountId: about.accountId,
    group: about.group,
    nowUs: state.nowUs,
    intentUs: about.header.eventUs,
    epoch: about.header.epoch,
    leaseEpoch: state.leaseEpochs.get(about.header.machine),
    decidedBefore: state.decided.has(clOrdId),
    tradingState: tradingStateOf(state.tradingStates, symbol),
    brokerState: state.brokerState,
    unknownOrders: unknownOrdersIn(state.reservations, symbol),
    brokerAgrees: state.differing === undefined ? undefined : !state.differing.has(symbol),
    instrumentResolved: state.instruments.has(symbol),
    minTick: state.instruments.get(symbol),
    clock: state.clock,
    quote,
    divergence: state.divergences.get(symbol),
    refPx: middleOf(quote),
    barStatus: state.barStatuses.get(symbol),
    availability: state.availability.get(symbol),
    reducing: isReducing(state, order),
    cannotFlip: cannotFlip(state, order),
    externalQty: externalQty(state.reservations, symbol, { buys: order.side === "BUY" }),
    worstPosition: worstPosition(state, order),
    worstGrossExposure: worstGrossExposure(state, order),
    equity: equityOf(state.holdings),
    dayStartEquity: state.dayStart.equity as Money | undefined,
    approvals: approvalRate(state.approvalTimes, state.nowUs),
  };
}
