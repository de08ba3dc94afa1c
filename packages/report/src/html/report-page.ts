import type { RunSummary } from "../run-summary.ts";

/** One minute (or more, in long runs): time, open, high, low, close in dollars, shares. */
export type Candle = readonly [number, number, number, number, number, number];
/** Time, equity in dollars, and how far below the highest so far, as a share of it (0 to -1). */
export type EquityRow = readonly [number, number, number];

export type Marker = { readonly time: number; readonly buys: boolean; readonly enters: boolean; readonly text: string };

export type SymbolPage = {
  readonly symbol: string;
  readonly group: string;
  readonly candles: readonly Candle[];
  readonly markers: readonly Marker[];
  readonly trades: number;
  /** After commissions, in dollars. */
  readonly netPnl: number;
};

export type TradeRow = {
  readonly symbol: string;
  readonly direction: "LONG" | "SHORT";
  readonly entry: number;
  readonly exit: number;
  readonly quantity: number;
  readonly entryPx: number;
  readonly exitPx: number;
  readonly commissions: number;
  readonly netPnl: number;
};

export type Statistic = { readonly title: string; readonly text: string };
export type CodeCount = readonly [code: string, count: number];

/** Everything that the page shows: plain JSON, numbers in dollars and shares for drawing only. */
export type ReportPage = {
  readonly title: string;
  readonly strategies: readonly string[];
  readonly dates: readonly string[];
  readonly summary: RunSummary;
  readonly netPnl: string | undefined;
  readonly statistics: readonly Statistic[];
  readonly equity: readonly EquityRow[];
  readonly symbols: readonly SymbolPage[];
  readonly trades: readonly TradeRow[];
  readonly denials: readonly CodeCount[];
  readonly refusals: readonly CodeCount[];
  /** What differed from the broker's account, at the time it was written. */
  readonly differences: readonly { readonly time: number; readonly text: string }[];
};
