import type { Order } from "@bowline/contracts";
import { addMoney, addQty, type Money, money, notional, type Qty, qty, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import type { Exposure } from "../exposure.ts";
import type { Mark } from "../holdings.ts";
import { blockGroupOf } from "../reservations.ts";
import type { RoundTrips } from "./round-trips.ts";

/** What a symbol may come to: its position, and what may still be bought and sold of it. */
export type Line = { readonly symbol: string; position: Qty; buys: Qty; sells: Qty };
type PricedLine = Line & { readonly mark: Mark | undefined };
/** A line with the part of it that is one strategy's. */
export type SharedLine = PricedLine & {
  ownPosition: Qty;
  ownBuys: Qty;
  ownSells: Qty;
};
/** A strategy has what its own fills brought, and what its own orders may bring. */
export type Owner = { readonly strategy: string; readonly trips: RoundTrips };

export type ExposureTable = {
  readonly lines: ReadonlyMap<string, SharedLine>;
  /** What all open orders are worth at the ask, each by itself; `undefined` where one has no price. */
  readonly openNotional: Money | undefined;
};

type Open = { readonly buys: boolean; readonly quantity: Qty; readonly family: string | undefined };
type Family = { readonly line: SharedLine; readonly buys: boolean; quantity: Qty; ownQty: Qty };

/**
 * Every symbol in play with all open orders, and one more, in a single pass, and what of it is an owner's. Orders that die with one
 * another weigh as the largest of them.
 */
export function exposureTable({ holdings, reservations }: Exposure, order?: Order, owner?: Owner): ExposureTable {
  const lines = new Map<string, SharedLine>();
  const lineOf = (symbol: string): SharedLine => {
    const known = lines.get(symbol);
    if (known !== undefined) return known;
    const line = makeLine(symbol, ZERO_QTY, holdings.marks.get(symbol));
    lines.set(symbol, line);
    return line;
  };
  for (const [symbol, position] of holdings.quantities)
    lines.set(symbol, makeLine(symbol, position, holdings.marks.get(symbol)));
  if (owner !== undefined)
    for (const { strategy, symbol, quantity } of owner.trips.open.values())
      if (strategy === owner.strategy) lineOf(symbol).ownPosition = quantity;
  const families = new Map<string, Family>();
  let openNotional: Money | undefined = ZERO_MONEY;
  const take = (symbol: string, more: Open, isOwn: boolean): void => {
    const line = lineOf(symbol);
    const ownQty = isOwn ? more.quantity : ZERO_QTY;
    if (more.family === undefined) open(line, more.buys, more.quantity, ownQty);
    else join(families, line, more, ownQty);
    const worth = line.mark && notional(more.quantity, line.mark.askPx);
    openNotional = worth === undefined || openNotional === undefined ? undefined : addMoney(openNotional, worth);
  };
  for (const { symbol, buys, leavesQty, parent, blockGroup, strategy } of reservations.values())
    if (leavesQty !== 0)
      take(symbol, { buys, quantity: leavesQty, family: parent ?? blockGroup }, strategy === owner?.strategy);
  if (order !== undefined)
    take(
      order.symbol,
      { buys: order.side === "BUY", quantity: order.orderQty, family: blockGroupOf(order).blockGroup },
      true,
    );
  for (const { line, buys, quantity, ownQty } of families.values()) open(line, buys, quantity, ownQty);
  return { lines, openNotional };
}

const makeLine = (symbol: string, position: Qty, mark: Mark | undefined): SharedLine => ({
  symbol,
  mark,
  position,
  buys: ZERO_QTY,
  sells: ZERO_QTY,
  ownPosition: ZERO_QTY,
  ownBuys: ZERO_QTY,
  ownSells: ZERO_QTY,
});

function join(families: Map<string, Family>, line: SharedLine, { buys, quantity, family }: Open, ownQty: Qty): void {
  const key = `${line.symbol}|${buys ? "B" : "S"}|${family}`;
  const known = families.get(key);
  if (known === undefined) return void families.set(key, { line, buys, quantity, ownQty });
  known.quantity = qty(Math.max(known.quantity, quantity));
  known.ownQty = qty(Math.max(known.ownQty, ownQty));
}

function open(line: SharedLine, buys: boolean, quantity: Qty, ownQty: Qty): void {
  if (buys) {
    line.buys = addQty(line.buys, quantity);
    line.ownBuys = addQty(line.ownBuys, ownQty);
  } else {
    line.sells = addQty(line.sells, quantity);
    line.ownSells = addQty(line.ownSells, ownQty);
  }
}

export const highest = ({ position, buys }: Line): Qty => qty(position + buys);
export const lowest = ({ position, sells }: Line): Qty => qty(position - sells);
/** Signed: the farther from zero of the two ends. */
export const farthest = (line: Line): Qty => {
  const [high, low] = [highest(line), lowest(line)];
  return Math.abs(high) >= Math.abs(low) ? high : low;
};

/** A line in dollars at the ask: both ends, and the farther one, signed; `undefined` where it has no price. */
export type Valued = { readonly symbol: string; readonly dollars: Dollars | undefined };
type Dollars = { readonly high: Money; readonly low: Money; readonly farther: Money };
const NOTHING: Dollars = { high: ZERO_MONEY, low: ZERO_MONEY, farther: ZERO_MONEY };

export const valued = ({ symbol, mark, position, buys, sells }: PricedLine): Valued => ({
  symbol,
  dollars: dollarsOf(position + buys, position - sells, mark),
});

/** What of a line is its owner's, in dollars: all of it in most cases. */
export function ownDollars(line: SharedLine, { dollars }: Valued): Dollars | undefined {
  const { mark, ownPosition, ownBuys, ownSells } = line;
  const isWhole = ownPosition === line.position && ownBuys === line.buys && ownSells === line.sells;
  return isWhole ? dollars : dollarsOf(ownPosition + ownBuys, ownPosition - ownSells, mark);
}

function dollarsOf(most: number, least: number, mark: Mark | undefined): Dollars | undefined {
  if (most === 0 && least === 0) return NOTHING;
  if (mark === undefined) return undefined;
  const high = notional(qty(most), mark.askPx);
  const low = most === least ? high : notional(qty(least), mark.askPx);
  return { high, low, farther: Math.abs(high) >= Math.abs(low) ? high : low };
}

/** A sum that is being made: of the farther ends, and of both ends of the whole. */
export type WorstSum = { gross: number; high: number; low: number; isKnown: boolean };

export const makeWorstSum = (isKnown = true): WorstSum => ({ gross: 0, high: 0, low: 0, isKnown });

export function addWorst(sum: WorstSum, dollars: Dollars | undefined): void {
  if (dollars === undefined) sum.isKnown = false;
  else {
    sum.gross += Math.abs(dollars.farther);
    sum.high += dollars.high;
    sum.low += dollars.low;
  }
}

/** All farther ends, whatever their sign; `undefined` where a price is missing. */
export const grossOf = ({ gross, isKnown }: WorstSum): Money | undefined => (isKnown ? money(gross) : undefined);
/** The whole at its farther end; `undefined` likewise. */
export const netOf = ({ high, low, isKnown }: WorstSum): Money | undefined =>
  isKnown ? money(Math.max(Math.abs(high), Math.abs(low))) : undefined;

/** The sum over some lines of a table. */
export function worstOf(lines: Iterable<PricedLine>, isCounted?: (symbol: string) => boolean): WorstSum {
  const sum = makeWorstSum();
  for (const line of lines) if (isCounted?.(line.symbol) !== false) addWorst(sum, valued(line).dollars);
  return sum;
}
