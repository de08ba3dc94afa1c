/**
 * How orders are filled against the market's steps. The defaults: a limit is reached by the quote or by a trade, orders fill whole, at
 * the quote, without slippage.
 */
export type FillTerms = {
  /**
   * QUOTES_AND_TRADES: a market order takes the quote, a limit is reached by the opposite quote or a trade. QUOTES and TRADES: by the
   * one alone. BARS: nothing before the next bar; a market order takes its open, a limit its range.
   */
  readonly against: "QUOTES_AND_TRADES" | "QUOTES" | "TRADES" | "BARS";
  /** Fill at most the size shown on the other side, shared by all orders that take it between two steps. */
  readonly displayedSize: boolean;
  /** VOLUME_AHEAD: what stood at the price before a limit order must trade first, unless trades or the quote go through the price. */
  readonly queue: "NONE" | "VOLUME_AHEAD";
  /** How much worse than the market a market order fills; a limit is never passed. */
  readonly slippage: Slippage;
  readonly impact: Impact;
  /** Seeds what is drawn. */
  readonly seed: string;
};

/** TICKS: always so many; RANDOM_TICKS: 0 to so many, each as likely. */
export type Slippage =
  | { readonly type: "NONE" }
  | { readonly type: "TICKS"; readonly ticks: number }
  | { readonly type: "RANDOM_TICKS"; readonly maxTicks: number };

/** SQUARE_ROOT: price × coefficient × √(quantity ÷ volume of the step); the coefficient in micros of 1. */
export type Impact = { readonly type: "NONE" } | { readonly type: "SQUARE_ROOT"; readonly coefficientMicros: number };

const DEFAULTS: FillTerms = {
  against: "QUOTES_AND_TRADES",
  displayedSize: false,
  queue: "NONE",
  slippage: { type: "NONE" },
  impact: { type: "NONE" },
  seed: "fills",
};

export const makeFillTerms = (wish: Partial<FillTerms> = {}): FillTerms => ({ ...DEFAULTS, ...wish });
