import type { Order } from "@bowline/contracts";
import { addMoney, MICROS, type Money, money, notional, ZERO_MONEY } from "@bowline/kernel";
import {
  addWorst,
  equityOf,
  exposureTable,
  type ExposureTable,
  grossOf,
  makeWorstSum,
  netOf,
  ownDollars,
  type Reservations,
  type ReturnsModel,
  type Valued,
  valued,
} from "@bowline/risk";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { settledCashLeft } from "./settled-cash.ts";

/** The worst that can come of approving an order, in every sum that a limit bounds. `inSymbol`: what is reserved in its symbol. */
export function exposureView(gate: Gate, state: GateState, order: Order, inSymbol: Reservations) {
  const { symbol, strategy } = order;
  const { lines, openNotional } = exposureTable(state, order, { strategy, trips: state.trips });
  const { values, ...sums } = worstSums(gate, state, order, lines);
  return {
    ...sums,
    clusterAt: (correlation: number) => clusterWorst(values, { symbol, correlation, returns: gate.returns() }),
    betaExposureOn: (index: string) => betaExposure(values, index, gate.returns()),
    valueAtRisk: () => valueAtRisk(values, gate.returns()),
    equity: equityOf(state.holdings),
    settledCashLeft: settledCashLeft(state, buysWorth(lines)),
    openOnSide: openOnSide(inSymbol, order),
    openInAccount: state.reservations.size + 1,
    openNotional,
  };
}

/** Each line in dollars, and the sums over all, in one pass. Nothing is said of a sector while a symbol in play has none. */
function worstSums({ groups }: Gate, { instruments }: GateState, { symbol }: Order, lines: ExposureTable["lines"]) {
  const group = groups.groupOf(symbol);
  const sector = instruments.get(symbol)?.sector;
  const values: Valued[] = [];
  const [all, ofSymbol, ofStrategy] = [makeWorstSum(), makeWorstSum(), makeWorstSum()];
  const ofGroup = makeWorstSum(group !== undefined);
  const ofSector = makeWorstSum(sector !== undefined);
  for (const line of lines.values()) {
    const value = valued(line);
    const { dollars } = value;
    values.push(value);
    addWorst(all, dollars);
    addWorst(ofStrategy, ownDollars(line, value));
    if (line.symbol === symbol) addWorst(ofSymbol, dollars);
    if (groups.groupOf(line.symbol) === group) addWorst(ofGroup, dollars);
    const its = instruments.get(line.symbol)?.sector;
    if (its === undefined) ofSector.isKnown = false;
    else if (its === sector) addWorst(ofSector, dollars);
  }
  return {
    values,
    worstGross: grossOf(all),
    worstNet: netOf(all),
    worstSymbol: grossOf(ofSymbol),
    worstGroup: grossOf(ofGroup),
    worstSector: grossOf(ofSector),
    worstStrategy: grossOf(ofStrategy),
  };
}

/** Dollars of what is held and open, all of it filled, in the sums over several symbols; `undefined` where a part of one is not known. */
export type Together = {
  /** Sectors in play, with their positions. */
  readonly sectors: ReadonlyMap<string, Money | undefined>;
  /** Positions that move with those of a symbol, from a correlation on. */
  clusterOf(symbol: string, correlation: number): Money | undefined;
  betaExposureOn(index: string): Money | undefined;
  valueAtRisk(): Money | undefined;
};

/** As an order would be measured, but without one. */
export function togetherView(gate: Gate): Together {
  const values = [...exposureTable(gate.state).lines.values()].map(valued);
  return {
    sectors: sectorsOf(gate.state, values),
    clusterOf: (symbol, correlation) => clusterWorst(values, { symbol, correlation, returns: gate.returns() }),
    betaExposureOn: (index) => betaExposure(values, index, gate.returns()),
    valueAtRisk: () => valueAtRisk(values, gate.returns()),
  };
}

function sectorsOf({ instruments }: GateState, values: readonly Valued[]): Together["sectors"] {
  const sectorOf = ({ symbol }: Valued): string | undefined => instruments.get(symbol)?.sector;
  const isKnown = values.every((value) => sectorOf(value) !== undefined);
  const sums = new Map<string, ReturnType<typeof makeWorstSum>>();
  for (const value of values) {
    const sector = sectorOf(value);
    if (sector === undefined) continue;
    const sum = sums.get(sector) ?? makeWorstSum(isKnown);
    addWorst(sum, value.dollars);
    sums.set(sector, sum);
  }
  return new Map([...sums].map(([sector, sum]) => [sector, grossOf(sum)]));
}

type Cluster = { readonly symbol: string; readonly correlation: number; readonly returns: ReturnsModel };

function clusterWorst(lines: readonly Valued[], { symbol, correlation, returns }: Cluster): Money | undefined {
  const correlationWith = returns.correlationsWith(symbol);
  let [total, isKnown] = [0, true];
  for (const { symbol: other, dollars } of lines) {
    const found = correlationWith(other);
    if (found === undefined) return undefined;
    if (found * MICROS < correlation) continue;
    if (dollars === undefined) isKnown = false;
    else total += Math.abs(dollars.farther);
  }
  return isKnown ? money(total) : undefined;
}

function betaExposure(lines: readonly Valued[], index: string, returns: ReturnsModel): Money | undefined {
  const betaOf = returns.betasOn(index);
  let total = 0;
  for (const { symbol, dollars } of lines) {
    const beta = betaOf(symbol);
    if (beta === undefined || dollars === undefined) return undefined;
    total += beta * Number(dollars.farther);
  }
  return money(Math.round(Math.abs(total)));
}

function valueAtRisk(lines: readonly Valued[], returns: ReturnsModel): Money | undefined {
  const found = returns.valueAtRisk(lines);
  return found === undefined ? undefined : money(found);
}

function buysWorth(lines: ExposureTable["lines"]): Money | undefined {
  let total = ZERO_MONEY;
  for (const { buys, mark } of lines.values()) {
    if (buys === 0) continue;
    if (mark === undefined) return undefined;
    total = addMoney(total, notional(buys, mark.askPx));
  }
  return total;
}

/** Open orders on its side of its symbol, with this one; a leg whose entry is not filled counts, as it stands at the broker. */
function openOnSide(inSymbol: Reservations, { side }: Order): number {
  let count = 1;
  for (const { buys } of inSymbol.values()) if (buys === (side === "BUY")) count += 1;
  return count;
}
