import { bool, defineEvent, int, oneOf, optional, pxField, qtyField, string, text, usField } from "../schema/index.ts";
import { group, symbol } from "./shared.ts";

/** In the order of IB's numbers, from 1 on. */
export const DATA_TYPES = ["LIVE", "FROZEN", "DELAYED", "DELAYED_FROZEN"] as const;
export type DataType = (typeof DATA_TYPES)[number];
/** In the order of IB's numbers, from 0 on. */
export const HALTS = ["NONE", "GENERAL", "VOLATILITY"] as const;
export type Halt = (typeof HALTS)[number];
export const SHORTABLES = ["AVAILABLE", "LOCATE", "UNAVAILABLE"] as const;
export type Shortable = (typeof SHORTABLES)[number];

export const mdQuote = defineEvent({
  kind: "md.quote",
  domain: "md",
  name: "Quote",
  subject: "md.quote.{group}.{symbol}",
  writers: ["feed"],
  doc: "The best bid and ask of a symbol, paced: what decisions may look at.",
  fields: {
    group,
    symbol,
    bidPx: optional(pxField("Best bid.")),
    askPx: optional(pxField("Best ask.")),
    bidQty: optional(qtyField("Shares at the best bid.")),
    askQty: optional(qtyField("Shares at the best ask.")),
    lastPx: optional(pxField("Last trade.")),
    halted: bool("Whether trading in the symbol is halted."),
    quoteUs: usField("When the feed for this symbol was last heard."),
    doubts: optional(
      text(
        "What is wrong with it: ZERO BID, ZERO ASK, LOCKED, CROSSED, SPIKING BID, SPIKING ASK, FROZEN; absent where nothing is.",
      ),
    ),
    dataType: optional(
      oneOf(
        "DataType",
        DATA_TYPES,
        "IB's marketDataType: LIVE, FROZEN (the last before the close), DELAYED (by some 15 minutes), DELAYED_FROZEN; absent where IB told none: by its documentation it tells every change from live.",
      ),
    ),
    halt: optional(
      oneOf(
        "Halt",
        HALTS,
        "IB's tick 49: NONE, GENERAL (a regulator or the exchange halted it), VOLATILITY (a pause for volatility, as LULD's); absent where IB told none, or that it does not know.",
      ),
    ),
    shortable: optional(
      oneOf(
        "Shortable",
        SHORTABLES,
        "IB's tick 46: AVAILABLE (at least 1,000 shares to borrow), LOCATE (when shares are found), UNAVAILABLE; absent where IB told none.",
      ),
    ),
    shortableQty: optional(qtyField("IB's tick 89: shares to borrow; absent where IB told none.")),
  },
});

export const DIVERGENCES = ["DIVERGENT", "AGREES", "NOT_COMPARED"] as const;
export type Divergence = (typeof DIVERGENCES)[number];

export const mdDivergence = defineEvent({
  kind: "md.divergence",
  domain: "md",
  name: "Divergence",
  subject: "md.divergence.{group}.{symbol}",
  writers: ["feed"],
  doc: "A second source and the first say different prices for too long, or again the same. Only where a second source is configured.",
  fields: {
    group,
    symbol,
    state: oneOf(
      "DivergenceState",
      DIVERGENCES,
      "DIVERGENT until it is told that the sources agree again, or that no second source is configured any more.",
    ),
    source: string("The second source."),
    firstPx: pxField("Price of the first source: the middle of its quote."),
    secondPx: pxField("Price of the second source: the middle of its quote, or the price that it tells."),
    deviation: int("Distance of the two, as a ratio to the first, in micros of 1."),
    bound: int("Greatest distance that is no divergence, in micros of 1."),
    sinceUs: usField("Since when the sources are in this state."),
  },
});
