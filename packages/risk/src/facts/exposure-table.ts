import type { Order } from "@bowline/contracts";
import { addMoney, addQty, type Money, money, notional, type Qty, qty, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import type { Exposure } from "../exposure.ts";
import { blockGroupOf } from "../reservations.ts";

/** What a symbol may come to: its position, and what may still be bought and sold of it. */
export type Line = { readonly symbol: string; position: Qty; buys: Qty; sells: Qty };
type Families = Map<string, { readonly line: Line; readonly buys: boolean; quantity: Qty }>;

/**
 * Every symbol in play with all open orders, and one more, in a single pass. Orders that die with one another weigh as the largest
 * of them.
 */
export function exposureTable({ holdings, reservations }: Exposure, order?: Order): ReadonlyMap<string, Line> {
  const table = new Map<string, Line>();
  const families: Families = new Map();
  for (const [symbol, position] of holdings.quantities)
    table.set(symbol, { symbol, position, buys: ZERO_QTY, sells: ZERO_QTY });
  for (const { symbol, buys, leavesQty, parent, blockGroup } of reservations.values())
    if (leavesQty !== 0)
      add(lineOf(table, symbol), families, { buys, quantity: leavesQty, family: parent ?? blockGroup });
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

/** Sums over some symbols at the ask: of the farther ends, and of the whole at its farther end; `undefined` where a price is missing. */
export function worstOf(
  lines: Iterable<Line>,
  { holdings }: Exposure,
  isCounted: (symbol: string) => boolean = () => true,
): Worst | undefined {
  let [gross, high, low] = [ZERO_MONEY, ZERO_MONEY, ZERO_MONEY];
  for (const line of lines) {
    if (!isCounted(line.symbol)) continue;
    const [most, least] = [highest(line), lowest(line)];
    if (most === 0 && least === 0) continue;
    const mark = holdings.marks.get(line.symbol);
    if (mark === undefined) return undefined;
    const [mostWorth, leastWorth] = [notional(most, mark.askPx), notional(least, mark.askPx)];
    gross = addMoney(gross, money(Math.max(Math.abs(mostWorth), Math.abs(leastWorth))));
    high = addMoney(high, mostWorth);
    low = addMoney(low, leastWorth);
  }
  return { gross, net: money(Math.max(Math.abs(high), Math.abs(low))) };
}
