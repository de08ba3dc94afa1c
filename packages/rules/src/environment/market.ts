import { MICROS, mulDiv } from "@bowline/kernel";
import type { Facts } from "../facts.ts";
import { dayChangeOf } from "../day-change.ts";
import { midOf } from "../mid.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "a side of the market is missing or too old, or it is crossed";
const noTrade = "nothing has traded today as far as was seen";

/** The market of the symbol. */
export const MARKET_FACTS = [
  defineFact({ name: "market.bid", type: "price", doc: "Best bid.", unknown, read: (facts) => facts.quote?.bidPx }),
  defineFact({ name: "market.ask", type: "price", doc: "Best ask.", unknown, read: (facts) => facts.quote?.askPx }),
  defineFact({
    name: "market.mid",
    type: "price",
    doc: "Half-way between bid and ask.",
    unknown,
    read: ({ quote }) => (quote === undefined ? undefined : midOf(quote)),
  }),
  defineFact({
    name: "market.spread",
    type: "price",
    doc: "Ask minus bid.",
    unknown,
    read: ({ quote }) => (quote === undefined ? undefined : Number(quote.askPx) - Number(quote.bidPx)),
  }),
  defineFact({
    name: "market.spread_bps",
    type: "bps",
    doc: "Ask minus bid in hundredths of a percent of the mid.",
    unknown,
    read: spreadBps,
  }),
  defineFact({
    name: "market.last",
    type: "price",
    doc: "The last trade.",
    unknown: noTrade,
    read: (facts) => facts.lastPx,
  }),
  defineFact({
    name: "market.halted",
    type: "bool",
    doc: "Whether trading in the symbol is halted.",
    unknown,
    read: (facts) => facts.quote?.halted,
  }),
  defineFact({
    name: "market.feed_alive",
    type: "bool",
    doc: "Whether the feed lived through the last minute.",
    unknown: "no bar was seen yet",
    read: (facts) => facts.feedAlive,
  }),
  defineFact({
    name: "market.volume",
    type: "shares",
    doc: "Shares traded in this session's minutes so far.",
    unknown: noTrade,
    read: (facts) => facts.day?.volume,
  }),
  defineFact({
    name: "market.open",
    type: "price",
    doc: "First price of the session.",
    unknown: noTrade,
    read: (facts) => facts.day?.openPx,
  }),
  defineFact({
    name: "market.high",
    type: "price",
    doc: "Highest price of the session's closed minutes.",
    unknown: noTrade,
    read: (facts) => facts.day?.highPx,
  }),
  defineFact({
    name: "market.low",
    type: "price",
    doc: "Lowest price of the session's closed minutes.",
    unknown: noTrade,
    read: (facts) => facts.day?.lowPx,
  }),
  defineFact({
    name: "market.previous_close",
    type: "price",
    doc: "Close of the last minute of the session before.",
    unknown: "no minute of an earlier session was seen",
    read: (facts) => facts.previousClosePx,
  }),
  defineFact({
    name: "market.day_change",
    type: "ratio",
    doc: "The mid against the previous close: 0.01 is one percent up.",
    unknown: "without a quote or a previous close",
    read: ({ quote, previousClosePx }) => dayChangeOf(quote, previousClosePx),
  }),
  defineFact({
    name: "market.atr",
    type: "price",
    doc: "ATR(14) of one-minute bars.",
    unknown: "fewer than 15 bars were seen",
    read: (facts) => facts.atr,
  }),
  defineFact({
    name: "market.atr_fraction",
    type: "ratio",
    doc: "ATR(14) of one-minute bars as a fraction of the mid.",
    unknown: "fewer than 15 bars were seen, or there is no quote",
    read: atrFraction,
  }),
];

function spreadBps({ quote }: Facts): number | undefined {
  if (quote === undefined) return undefined;
  const [bid, ask] = [Number(quote.bidPx), Number(quote.askPx)];
  return mulDiv(ask - bid, 20_000_000_000, ask + bid);
}

/** Rounded to the nearest millionth: what the record shows is what was compared. */
function atrFraction({ atr, quote }: Facts): number | undefined {
  if (atr === undefined || quote === undefined) return undefined;
  return Math.round((2 * atr * MICROS) / (Number(quote.askPx) + Number(quote.bidPx)));
}
