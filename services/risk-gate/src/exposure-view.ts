import type { Order } from "@bowline/contracts";
import { addMoney, MICROS, type Money, money, mulDiv, notional, ZERO_MONEY } from "@bowline/kernel";
import {
  equityOf,
  exposureTable,
  heldBy,
  type Line,
  type Reservation,
  type ReturnsModel,
  sumOf,
  type Valued,
  valued,
  type Worst,
  worstOf,
} from "@bowline/risk";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { settledCashLeft } from "./settled-cash.ts";

/** The worst that can come of approving an order, in every sum that a limit bounds. */
export function exposureView(gate: Gate, state: GateState, order: Order) {
  const table = exposureTable(state, order);
  const lines = [...table.values()];
  const { symbol } = order;
  const own = table.get(symbol);
  const group = gate.groups.groupOf(symbol);
  const sector = state.instruments.get(symbol)?.sector;
  const values = lines.map((line) => valued(line, state));
  const all = sumOf(values);
  const of = (isCounted: (symbol: string) => boolean): Money | undefined => sumOf(values, isCounted)?.gross;
  return {
    worstGross: all?.gross,
    worstNet: all?.net,
    worstSymbol: own === undefined ? ZERO_MONEY : worstOf([own], state)?.gross,
    worstGroup: group === undefined ? undefined : of((other) => gate.groups.groupOf(other) === group),
    worstSector: sector === undefined ? undefined : sectorWorst(state, values, sector),
    worstStrategy: strategyWorst(state, order)?.gross,
    clusterAt: (correlation: number) => clusterWorst(values, { symbol, correlation, returns: gate.returns() }),
    betaExposureOn: (index: string) => betaExposure(values, index, gate.returns()),
    valueAtRisk: () => valueAtRisk(values, gate.returns()),
    equity: equityOf(state.holdings),
    settledCashLeft: settledCashLeft(state, buysWorth(state, lines)),
    ...openOrders(state, order),
  };
}

/** Nothing is said of a sector while a symbol in play has none. */
function sectorWorst(state: GateState, lines: readonly Valued[], sector: string): Money | undefined {
  const sectorOf = (symbol: string): string | undefined => state.instruments.get(symbol)?.sector;
  if (lines.some(({ symbol }) => sectorOf(symbol) === undefined)) return undefined;
  return sumOf(lines, (symbol) => sectorOf(symbol) === sector)?.gross;
}

/** A strategy has what its own fills brought, and what its own orders may bring. */
function strategyWorst(state: GateState, order: Order): Worst | undefined {
  const { strategy } = order;
  const own = {
    holdings: { ...state.holdings, quantities: heldBy(state.trips, strategy) },
    reservations: state.reservations,
  };
  return worstOf(exposureTable(own, order, (held) => held.strategy === strategy).values(), own);
}

type Cluster = { readonly symbol: string; readonly correlation: number; readonly returns: ReturnsModel };

function clusterWorst(lines: readonly Valued[], { symbol, correlation, returns }: Cluster) {
  const members = new Set<string>();
  for (const line of lines) {
    const found = returns.correlation(symbol, line.symbol);
    if (found === undefined) return undefined;
    if (found * MICROS >= correlation) members.add(line.symbol);
  }
  return sumOf(lines, (other) => members.has(other))?.gross;
}

function betaExposure(lines: readonly Valued[], index: string, returns: ReturnsModel): Money | undefined {
  let total = 0;
  for (const { symbol, dollars } of lines) {
    const beta = symbol === index ? 1 : returns.beta(symbol, index);
    if (beta === undefined || dollars === undefined) return undefined;
    total += beta * Number(dollars.farther);
  }
  return money(Math.round(Math.abs(total)));
}

function valueAtRisk(lines: readonly Valued[], returns: ReturnsModel): Money | undefined {
  const bySymbol = new Map<string, number>();
  for (const { symbol, dollars } of lines) {
    if (dollars === undefined) return undefined;
    bySymbol.set(symbol, dollars.farther);
  }
  const found = returns.valueAtRisk(bySymbol);
  return found === undefined ? undefined : money(found);
}

function buysWorth({ holdings }: GateState, lines: readonly Line[]): Money | undefined {
  let total = ZERO_MONEY;
  for (const { symbol, buys } of lines) {
    const mark = holdings.marks.get(symbol);
    if (buys !== 0 && mark === undefined) return undefined;
    if (mark !== undefined) total = addMoney(total, notional(buys, mark.askPx));
  }
  return total;
}

/** Open orders with this one; a leg whose entry is not filled counts, as it stands at the broker. */
function openOrders({ reservations, holdings }: GateState, order: Order) {
  const buys = order.side === "BUY";
  let [openOnSide, openInAccount] = [1, 1];
  let openNotional = worth(order.symbol, order.orderQty, holdings.marks);
  for (const { symbol, buys: other, leavesQty } of reservations.values()) {
    openInAccount += 1;
    if (symbol === order.symbol && other === buys) openOnSide += 1;
    const value = worth(symbol, leavesQty, holdings.marks);
    openNotional = openNotional === undefined || value === undefined ? undefined : addMoney(openNotional, value);
  }
  return { openOnSide, openInAccount, openNotional };
}

function worth(symbol: string, quantity: Reservation["leavesQty"], marks: GateState["holdings"]["marks"]) {
  const mark = marks.get(symbol);
  if (quantity === 0) return ZERO_MONEY;
  return mark === undefined ? undefined : money(mulDiv(quantity, mark.askPx, MICROS));
}
