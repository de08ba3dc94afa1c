import type { Order } from "@bowline/contracts";
import { addQty, type Money, money, notional, type Qty, qty, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import type { Exposure } from "../exposure.ts";
import { blockGroupOf, type Reservation } from "../reservations.ts";

/** What a symbol may come to: its position, and what may still be bought and sold of it. */
export type Line = { readonly symbol: string; position: Qty; buys: Qty; sells: Qty };
type Families = Map<string, { readonly line: Line; readonly buys: boolean; quantity: Qty }>;

/**
 * Every symbol in play with all open orders, and one more, in a single pass. Orders that die with one another weigh as the largest
 * of them.
 */
export function exposureTable(
  { holdings, reservations }: Exposure,
  order?: Order,
  isCounted: (held: Reservation) => boolean = () => true,
): ReadonlyMap<string, Line> {
  const table = new Map<string, Line>();
  const families: Families = new Map();
  for (const [symbol, position] of holdings.quantities)
    table.set(symbol, { symbol, position, buys: ZERO_QTY, sells: ZERO_QTY });
  for (const held of reservations.values()) {
    const { symbol, buys, leavesQty, parent, blockGroup } = held;
    if (leavesQty === 0 || !isCounted(held)) continue;
    add(lineOf(table, symbol), families, { buys, quantity: leavesQty, family: parent ?? blockGroup });
  }
  if (order !== undefined)
    add(lineOf(table, order.symbol), families, {
      buys: order.side === "BUY",
      quantity: order.orderQty,
      family: blockGroupOf(order).blockGroup,
    });
  for (const { line, buys, quantity } of families.values()) open(line, buys, quantity);
  return table;
}

function lineOf(table: Map<string, Line>, symbol: string): Line {
  const known = table.get(symbol);
  if (known !== undefined) return known;
  const line = { symbol, position: ZERO_QTY, buys: ZERO_QTY, sells: ZERO_QTY };
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

export function valued(line: Line, { holdings }: Exposure): Valued {
  const { symbol } = line;
  const [most, least] = [highest(line), lowest(line)];
  if (most === 0 && least === 0) return { symbol, dollars: NOTHING };
  const mark = holdings.marks.get(symbol);
  if (mark === undefined) return { symbol, dollars: undefined };
  const high = notional(most, mark.askPx);
  const low = most === least ? high : notional(least, mark.askPx);
  return { symbol, dollars: { high, low, farther: Math.abs(high) >= Math.abs(low) ? high : low } };
}

/** Sums over some symbols: of the farther ends, and of the whole at its farther end; `undefined` where a price is missing. */
export function sumOf(lines: Iterable<Valued>, isCounted: (symbol: string) => boolean = () => true): Worst | undefined {
  let [gross, high, low] = [0, 0, 0];
  for (const { symbol, dollars } of lines) {
    if (!isCounted(symbol)) continue;
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
