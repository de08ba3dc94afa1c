import type { Px, Qty, Us } from "@bowline/kernel";

/** One row of `<SYM>.trades.csv`: what traded in the minute that starts at `startUs`. */
export type TradeRow = {
  readonly startUs: Us;
  readonly openPx: Px;
  readonly highPx: Px;
  readonly lowPx: Px;
  readonly closePx: Px;
  readonly volume: Qty;
};

/** Open, high, low and close of one side of the quote in a minute. */
export type SideRow = {
  readonly openPx: Px;
  readonly highPx: Px;
  readonly lowPx: Px;
  readonly closePx: Px;
  readonly size: Qty;
};

/** One row of `<SYM>.quotes.csv`. */
export type QuoteRow = { readonly startUs: Us; readonly bid: SideRow; readonly ask: SideRow };

/** All rows of one symbol, rising in time. */
export type SymbolRows = {
  readonly symbol: string;
  readonly trades: readonly TradeRow[];
  readonly quotes: readonly QuoteRow[];
};

/** Index of the first row that starts at or after a time. */
export function firstRowFrom(rows: readonly { readonly startUs: Us }[], time: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.startUs ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
