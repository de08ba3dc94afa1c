import type { BorrowFlag } from "./borrow.ts";
import { type PriceBand, US_STOCK_BANDS } from "./price-increment.ts";

/** What the broker must know of a symbol besides its market. */
export type InstrumentRule = {
  readonly bands: readonly PriceBand[];
  /** Whether shares for a short sale are there (EASY), must be located first (HARD: 404), or are not to be had (NONE: 201). */
  readonly borrow: BorrowFlag;
  /** As it stands in the text of 399. */
  readonly exchange: string;
};

const US_STOCK: InstrumentRule = { bands: US_STOCK_BANDS, borrow: "EASY", exchange: "NASDAQ.NMS" };

/** A rule of its own for some symbols or for some members; what is not given is that of a US stock that is easy to borrow. */
export type InstrumentRules = (symbol: string) => Partial<InstrumentRule> | undefined;

export const makeInstrumentRules =
  (rules: InstrumentRules = () => undefined): ((symbol: string) => InstrumentRule) =>
  (symbol) => ({ ...US_STOCK, ...rules(symbol) });
