import type { Header, Order } from "@bowline/contracts";
import { type Qty, qty, ZERO_QTY } from "@bowline/kernel";
import {
  approvalRates,
  averageDailyQty,
  cannotFlip,
  contentOf,
  crossedBy,
  dayMoveOf,
  dayTradesWith,
  driftOf,
  externalQty,
  fartherEnd,
  fiveMinuteMove,
  isReducing,
  middleOf,
  minuteSigmas,
  positionEnds,
  refusalsOf,
  repeatsOf,
  type Reservations,
  reservationsIn,
  type RiskView,
  strategyAgainst,
  streakOf,
  tradingStateOf,
  unknownOrdersIn,
} from "@bowline/risk";
import { clocksApartUs } from "./clocks-apart.ts";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { exposureView } from "./exposure-view.ts";

/** Services that must answer the clock. */
export const DEPENDENCIES = ["market-data", "portfolio"] as const;

/** What the checks see of an order at this point of the journal. */
export function viewOf(gate: Gate, state: GateState, order: Order, header: Header): RiskView {
  const inSymbol = reservationsIn(state.reservations, order.symbol);
  return {
    // The largest first: what a literal begins with is copied as a whole, what follows one by one.
    ...marketView(gate, state, order),
    order,
    ...originView(gate, state, order, header),
    ...systemView(gate, state, order, inSymbol),
    ...positionView(state, order, inSymbol),
    ...exposureView(gate, state, order, inSymbol),
    ...historyView(state, order),
  };
}

function originView(gate: Gate, state: GateState, order: Order, header: Header) {
  const { machine, epoch, build } = header;
  return {
    accountId: gate.accountId,
    machine,
    epoch,
    leaseEpoch: state.leaseEpochs.get(machine),
    build,
    ownBuild: state.ownBuild,
    schemaVersion: header.schemaVersion,
    intentUs: header.eventUs,
    decidedBefore: state.decided.has(order.clOrdId),
    sameContentUs: state.activity.contents.get(contentOf(order)),
    loosenedLimits: gate.loosened(),
  };
}

function systemView(
  { accountId, groups }: Gate,
  state: GateState,
  { symbol, strategy }: Order,
  inSymbol: Reservations,
) {
  const group = groups.groupOf(symbol) ?? "none";
  return {
    nowUs: state.nowUs,
    clock: state.clock,
    tradingState: tradingStateOf(state.tradingStates, { accountId, group, strategy, symbol }),
    brokerState: state.brokerState,
    unknownOrders: unknownOrdersIn(inSymbol, symbol),
    brokerAgrees: state.differing === undefined ? undefined : !state.differing.has(symbol),
    accountUs: state.accountUs,
    heartbeats: Object.fromEntries(DEPENDENCIES.map((service) => [service, state.heartbeats.get(service)])),
    clockStepUs: state.clockStepUs,
    clocksApartUs: clocksApartUs(state),
  };
}

/** IB tells AVAILABLE from 1,000 shares on, where it does not tell how many. */
const AVAILABLE_QTY = qty(1_000_000_000);

function marketView({ groups }: Gate, state: GateState, { symbol }: Order) {
  const { prices, instruments, nowUs, clock } = state;
  const quote = prices.quotes.get(symbol);
  const instrument = instruments.get(symbol);
  const told = quote?.shortable === undefined ? undefined : quote.shortable === "AVAILABLE" ? AVAILABLE_QTY : ZERO_QTY;
  return {
    group: groups.groupOf(symbol),
    instrumentResolved: instrument !== undefined,
    minTick: instrument?.minTick,
    sector: instrument?.sector,
    quote,
    refPx: middleOf(quote),
    priorPx: prices.priors.get(symbol),
    divergence: state.divergences.get(symbol),
    availability: state.availability.get(symbol),
    haltedUs: prices.halts.get(symbol),
    barStatus: prices.barStatuses.get(symbol),
    fiveMinuteMove: fiveMinuteMove(prices, symbol, nowUs),
    minuteSigmas: minuteSigmas(prices, symbol),
    dayMoveOf: (of: string) => dayMoveOf(prices, of, clock?.openUs),
    averageDailyQty: averageDailyQty(prices, symbol),
    shortableQty: quote?.shortableQty ?? told,
    shortSaleRestricted: undefined,
    prediction: state.predictions.get(symbol),
    predictionDrift: driftOf(state.models, state.predictions.get(symbol)),
  };
}

function positionView(state: GateState, order: Order, inSymbol: Reservations) {
  const { symbol, strategy } = order;
  const buys = order.side === "BUY";
  const exposure = { holdings: state.holdings, reservations: inSymbol };
  const ends = positionEnds(exposure, symbol, order);
  const parent = order.parentIntentId === undefined ? undefined : state.parents.get(order.parentIntentId);
  return {
    reducing: isReducing(exposure, order),
    cannotFlip: cannotFlip(exposure, order),
    externalQty: externalQty(inSymbol, symbol, { buys }),
    shortQty: buys ? ZERO_QTY : qty(Math.max(0, -ends.low)),
    worstPosition: fartherEnd(ends),
    crosses: crossedBy(inSymbol, order, state.prices.quotes.get(symbol)),
    opposing: strategyAgainst(state.trips, { strategy, symbol, buys }),
    parent: parent && { orderQty: parent.orderQty, partsQty: addParts(parent.partsQty, order.orderQty) },
  };
}

const addParts = (parts: Qty, more: Qty): Qty => qty(parts + more);

function historyView({ activity, trips, equity, nowUs, clock }: GateState, order: Order) {
  const { symbol, strategy } = order;
  return {
    approvals: approvalRates(activity, order, nowUs),
    messages: activity.ofSession,
    repeats: repeatsOf(activity, order),
    refusals: refusalsOf(activity, strategy, nowUs),
    dayStartEquity: equity.day.equity,
    weekStartEquity: equity.week.equity,
    monthStartEquity: equity.month.equity,
    peakEquity: equity.peak,
    drawdownTier: equity.tier.depth,
    symbolLosses: streakOf(trips.bySymbol, symbol),
    strategyLosses: streakOf(trips.byStrategy, strategy),
    lossUs: trips.lossUs.get(symbol),
    dayTrades: () => dayTradesWith(trips, symbol, clock?.sessionDate ?? ""),
  };
}
