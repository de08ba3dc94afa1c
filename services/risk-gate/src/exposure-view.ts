import type { Order } from "@bowline/contracts";
import { addMoney, MICROS, type Money, money, mulDiv, notional, ZERO_MONEY } from "@bowline/kernel";
import {
  equityOf,
  exposureTable,
  type Line,
  ownValued,
  type Reservation,
  type ReturnsModel,
  sumOf,
  type Valued,
  valued,
} from "@bowline/risk";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { settledCashLeft } from "./settled-cash.ts";

/** The worst that can come of approving an order, in every sum that a limit bounds. */
export function exposureView(gate: Gate, state: GateState, order: Order) {
  const { symbol, strategy } = order;
  const table = exposureTable(state, order, { strategy, trips: state.trips });
  const lines = [...table.values()];
  const values = lines.map((line) => valued(line, state));
  const own = lines.map((line, index) => ownValued(line, values[index] as Valued, state));
  const group = gate.groups.groupOf(symbol);
  const sector = state.instruments.get(symbol)?.sector;
  const all = sumOf(values);
  return {
    worstGross: all?.gross,
    worstNet: all?.net,
    worstSymbol: sumOf(values.filter((line) => line.symbol === symbol))?.gross,
    worstGroup: group === undefined ? undefined : sumOf(values, (other) => gate.groups.groupOf(other) === group)?.gross,
    worstSector: sector === undefined ? undefined : sectorWorst(state, values, sector),
    worstStrategy: sumOf(own)?.gross,
    clusterAt: (correlation: number) => clusterWorst(values, { symbol, correlation, returns: gate.returns() }),
    betaExposureOn: (index: string) => betaExposure(values, index, gate.returns()),
    valueAtRisk: () => valueAtRisk(values, gate.returns()),
    equity: equityOf(state.holdings),
    settledCashLeft: settledCashLeft(state, buysWorth(state, lines)),
    ...openOrders(state, order),
  };
}

/** Nothing is said of a sector while a symbol in play has none. */
function sectorWorst({ instruments }: GateState, lines: readonly Valued[], sector: string): Money | undefined {
  let isKnown = true;
  const found = sumOf(lines, (symbol) => {
    const own = instruments.get(symbol)?.sector;
    if (own === undefined) isKnown = false;
    return own === sector;
  });
  return isKnown ? found?.gross : undefined;
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
