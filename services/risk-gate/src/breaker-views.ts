import { answerLateUs } from "@bowline/contracts";
import { MICROS, type Money, money, mulDiv, type Qty, qty, type Us, US_PER_MS, US_PER_MINUTE } from "@bowline/kernel";
import {
  dayMoveOf,
  equityOf,
  fiveMinuteMove,
  haltLossOf,
  lossOf,
  markoutOf,
  minuteSigmas,
  modelsOf,
  pnlGapOf,
  positionOf,
  recentLoss,
  refusalsOf,
  slippageOf,
  spreadOf,
  streakOf,
  type StrategyView,
  type SymbolView,
  type SystemView,
  unansweredFor,
} from "@bowline/risk";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { DEPENDENCIES } from "./machine-view.ts";

/** The regular open of the session that is on; `undefined` outside regular hours. */
const openOf = ({ clock }: GateState): Us | undefined => (clock?.phase === "REGULAR" ? clock.openUs : undefined);

/** Whether breakers that need a market are asked. */
export const isInSession = ({ state }: Gate): boolean => openOf(state) !== undefined;

/** Since when things are watched: what came before the open, or before anybody looked, says nothing of now. */
const watchedFrom = (state: GateState): number => Math.max(openOf(state) ?? 0, state.firstClockUs ?? state.nowUs);
const timeOf = (state: GateState) => ({ nowUs: state.nowUs, watchedUs: state.nowUs - watchedFrom(state) });

export function symbolView({ state }: Gate, symbol: string): SymbolView {
  const { prices, nowUs, reservations, fillQuality } = state;
  const last = prices.quotes.get(symbol);
  const quote = last !== undefined && last.quoteUs >= (openOf(state) ?? 0) ? last : undefined;
  return {
    ...timeOf(state),
    quote,
    silentMs: silentMs(state, symbol),
    spread: spreadOf(quote),
    fiveMinuteMove: () => fiveMinuteMove(prices, symbol, nowUs),
    minuteSigmas: () => minuteSigmas(prices, symbol),
    oddFills: fillQuality.odd.get(symbol) ?? [],
    nakedQty: nakedQtyOf(state, symbol),
    unansweredMs: unansweredFor(reservations, symbol, nowUs) / US_PER_MS,
  };
}

export const strategyView = ({ state }: Gate, strategy: string): StrategyView => ({
  ...timeOf(state),
  streak: streakOf(state.trips.byStrategy, strategy),
  refusals: refusalsOf(state.activity, strategy, state.nowUs),
  slippage: slippageOf(state.fillQuality, strategy, state.nowUs),
  markout: markoutOf(state.fillQuality, strategy, state.nowUs),
  models: () => modelsOf(state.models, strategy, state.predictions),
});

export function systemView(gate: Gate): SystemView {
  const { state } = gate;
  const { prices, nowUs, clock, equity: marks } = state;
  const equity = equityOf(state.holdings);
  const ms = (fromUs: number | undefined): number => (fromUs === undefined ? 0 : (nowUs - fromUs) / US_PER_MS);
  return {
    ...timeOf(state),
    dayMoveOf: (symbol) => dayMoveOf(prices, symbol, clock?.openUs),
    silentShare: (forMs) => silentShare(gate, forMs),
    brokerDownMs: ms(state.brokerDownUs),
    heartbeatAgesMs: Object.fromEntries(DEPENDENCIES.map((service) => [service, heartbeatAgeMs(state, service)])),
    differsMs: Math.max(ms(state.differsUs), ms(state.booksDifferUs)),
    equityGap: equityGapOf(state),
    cashGap: cashGapOf(state),
    pnlGap: pnlGapOf(state.pnlGap, equity, nowUs),
    messages: state.activity.ofSession,
    decisions: decisionsOf(state),
    otherBuilds:
      state.ownBuild === undefined
        ? undefined
        : [...state.builds].filter(([, build]) => build !== state.ownBuild).map(([machine]) => machine),
    fiveMinuteLoss: recentLoss(marks, equity),
    dayLoss: lossOf(marks, "day", equity),
    haltDayLoss: haltLossOf(marks, "day", equity),
    weekLoss: haltLossOf(marks, "week", equity),
    monthLoss: haltLossOf(marks, "month", equity),
    drawdownTier: marks.peak === undefined ? undefined : marks.tier.depth,
  };
}

function heartbeatAgeMs({ heartbeats, clock, clockStepUs, firstClockUs }: GateState, service: string): number {
  const beatUs = heartbeats.get(service) ?? firstClockUs;
  if (beatUs === undefined || clock === undefined) return 0;
  return answerLateUs(clock.nowUs - beatUs, clockStepUs) / US_PER_MS;
}

function equityGapOf({ equityTold, equityTaken }: GateState): number | undefined {
  if (equityTold === undefined || equityTold.theirs <= 0) return undefined;
  const { ours, theirs } = equityTold;
  return mulDiv(Math.abs(ours + equityTaken - theirs), MICROS, theirs);
}

const cashGapOf = ({ cashTold, cashTaken }: GateState): Money | undefined =>
  cashTold && money(Math.min(Math.abs(cashTold.gap - cashTaken), Math.abs(cashTold.before - cashTaken)));

/** Never more than the position: what an exit of no group closed is protected by nobody, and needs none. */
function nakedQtyOf({ groups, holdings }: GateState, symbol: string): Qty {
  let naked = 0;
  for (const group of groups.values()) if (group.symbol === symbol) naked += group.toldNaked;
  return qty(Math.min(naked, Math.abs(positionOf(holdings, symbol))));
}

function silentMs(state: GateState, symbol: string): number {
  const heardUs = Math.max(state.prices.quotes.get(symbol)?.quoteUs ?? 0, watchedFrom(state));
  return Math.max(0, state.nowUs - heardUs) / US_PER_MS;
}

function silentShare({ state, groups }: Gate, forMs: number): number | undefined {
  const { symbols } = groups;
  const silent = symbols.filter((symbol) => silentMs(state, symbol) >= forMs);
  return symbols.length === 0 ? undefined : mulDiv(silent.length, MICROS, symbols.length);
}

/** Approvals, denials and rejects of the last minute. */
function decisionsOf({ activity, nowUs }: GateState): number {
  const approved = activity.approvals.filter(({ atUs }) => nowUs - atUs < US_PER_MINUTE).length;
  return [...activity.refusals.keys()].reduce((sum, strategy) => sum + refusalsOf(activity, strategy, nowUs), approved);
}
