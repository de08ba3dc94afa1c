import type { Order } from "@bowline/contracts";
import { addQty, type Money, money, notional, type Qty, qty, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import type { Exposure } from "../exposure.ts";
import { blockGroupOf } from "../reservations.ts";
import type { RoundTrips } from "./round-trips.ts";

/** What a symbol may come to: its position, and what may still be bought and sold of it. */
export type Line = { readonly symbol: string; position: Qty; buys: Qty; sells: Qty };
/** A line with the part of it that is one strategy's. */
export type SharedLine = Line & { readonly own: Line };
/** A strategy has what its own fills brought, and what its own orders may bring. */
export type Owner = { readonly strategy: string; readonly trips: RoundTrips };
type Families = Map<string, { readonly line: Line; readonly buys: boolean; quantity: Qty }>;

/**
 * Every symbol in play with all open orders, and one more, in a single pass, and what of it is an owner's. Orders that die with one
 * another weigh as the largest of them.
 */
export function exposureTable(
  { holdings, reservations }: Exposure,
  order?: Order,
  owner?: Owner,
): ReadonlyMap<string, SharedLine> {
  const table = new Map<string, SharedLine>();
  const families: Families = new Map();
  const ownFamilies: Families = new Map();
  for (const [symbol, position] of holdings.quantities) table.set(symbol, makeLine(symbol, position));
  if (owner !== undefined)
    for (const { strategy, symbol, quantity } of owner.trips.open.values())
      if (strategy === owner.strategy) lineOf(table, symbol).own.position = quantity;
  const take = (symbol: string, more: Open, isOwn: boolean): void => {
    const line = lineOf(table, symbol);
    add(line, families, more);
    if (isOwn) add(line.own, ownFamilies, more);
  };
  for (const { symbol, buys, leavesQty, parent, blockGroup, strategy } of reservations.values()) {
    if (leavesQty === 0) continue;
    const isOwn = owner !== undefined && strategy === owner.strategy;
    take(symbol, { buys, quantity: leavesQty, family: parent ?? blockGroup }, isOwn);
  }
  if (order !== undefined)
    take(
      order.symbol,
      { buys: order.side === "BUY", quantity: order.orderQty, family: blockGroupOf(order).blockGroup },
      owner !== undefined,
    );
  for (const { line, buys, quantity } of families.values()) open(line, buys, quantity);
  for (const { line, buys, quantity } of ownFamilies.values()) open(line, buys, quantity);
  return table;
}

const makeLine = (symbol: string, position: Qty): SharedLine => ({
  symbol,
  position,
  buys: ZERO_QTY,
  sells: ZERO_QTY,
  own: { symbol, position: ZERO_QTY, buys: ZERO_QTY, sells: ZERO_QTY },
});

function lineOf(table: Map<string, SharedLine>, symbol: string): SharedLine {
  const known = table.get(symbol);
  if (known !== undefined) return known;
  const line = makeLine(symbol, ZERO_QTY);
  table.set(symbol, line);
  return line;
}

type Open = { readonly buys: boolean; readonly quantity: Qty; readonly family: string | undefined };

function add(line: Line, families: Families, { buys, quantity, family }: Open): void {
  if (family === undefined) return open(line, buys, quantity);
  const key = `${line.symbol}|${buys ? "B" : "S"}|${family}`;
  const known = families.get(key);
  if (known === undefined) families.set(key, { line, buys, quantity });
  else known.quantity = qty(Math.max(known.quantity, quantity));
}

function open(line: Line, buys: boolean, quantity: Qty): void {
  if (buys) line.buys = addQty(line.buys, quantity);
  else line.sells = addQty(line.sells, quantity);
}

export const highest = ({ position, buys }: Line): Qty => qty(position + buys);
export const lowest = ({ position, sells }: Line): Qty => qty(position - sells);
/** Signed: the farther from zero of the two ends. */
export const farthest = (line: Line): Qty => {
  const [high, low] = [highest(line), lowest(line)];
  return Math.abs(high) >= Math.abs(low) ? high : low;
};

export type Worst = { readonly gross: Money; readonly net: Money };

/** A line in dollars at the ask: both ends, and the farther one, signed; `undefined` where it has no price. */
export type Valued = {
  readonly symbol: string;
  readonly dollars: { readonly high: Money; readonly low: Money; readonly farther: Money } | undefined;
};
const NOTHING = { high: ZERO_MONEY, low: ZERO_MONEY, farther: ZERO_MONEY };

export function valued(line: Line, { holdings }: Pick<Exposure, "holdings">): Valued {
  const { symbol } = line;
  const [most, least] = [highest(line), lowest(line)];
  if (most === 0 && least === 0) return { symbol, dollars: NOTHING };
  const mark = holdings.marks.get(symbol);
  if (mark === undefined) return { symbol, dollars: undefined };
  const high = notional(most, mark.askPx);
  const low = most === least ? high : notional(least, mark.askPx);
  return { symbol, dollars: { high, low, farther: Math.abs(high) >= Math.abs(low) ? high : low } };
}

/** What of a line is its owner's, in dollars: all of it in most cases. */
export const ownValued = (line: SharedLine, whole: Valued, exposure: Pick<Exposure, "holdings">): Valued => {
  const { own } = line;
  const isWhole = own.position === line.position && own.buys === line.buys && own.sells === line.sells;
  return isWhole ? whole : valued(own, exposure);
};

/** Sums over some symbols: of the farther ends, and of the whole at its farther end; `undefined` where a price is missing. */
export function sumOf(lines: Iterable<Valued>, isCounted?: (symbol: string) => boolean): Worst | undefined {
  let [gross, high, low] = [0, 0, 0];
  for (const { symbol, dollars } of lines) {
    if (isCounted !== undefined && !isCounted(symbol)) continue;
    if (dollars === undefined) return undefined;
    gross += Math.abs(dollars.farther);
    high += dollars.high;
    low += dollars.low;
  }
  return { gross: money(gross), net: money(Math.max(Math.abs(high), Math.abs(low))) };
}

/** The same from lines as they are. */
export const worstOf = (
  lines: Iterable<Line>,
  exposure: Exposure,
  isCounted?: (symbol: string) => boolean,
): Worst | undefined =>
  sumOf(
    Array.from(lines, (line) => valued(line, exposure)),
    isCounted,
  );
