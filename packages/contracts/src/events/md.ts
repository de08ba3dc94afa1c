import {
  bool,
  defineEvent,
  int,
  list,
  message,
  oneOf,
  optional,
  pxField,
  qtyField,
  string,
  text,
  usField,
} from "../schema/index.ts";
import { barFields, group, reason, requestId, symbol } from "./shared.ts";

export const TIMEFRAMES = ["5s", "1m"] as const;
export type Timeframe = (typeof TIMEFRAMES)[number];
export const BAR_STATUSES = ["TRADED", "NO_TRADE", "NO_DATA"] as const;

export const mdBar = defineEvent({
  kind: "md.bar",
  domain: "md",
  name: "Bar",
  subject: "md.bar.{timeframe}.{group}.{symbol}",
  writers: ["execution", "market-data"],
  doc: "A bar, stamped with its close. Five-second bars come from the broker, one-minute bars are built from them.",
  fields: {
    group,
    symbol,
    timeframe: oneOf("Timeframe", TIMEFRAMES, "Length of the bar."),
    ...barFields,
    wapPx: optional(pxField("Volume-weighted average price.")),
    tradeCount: int("Number of trades, 0 where the source does not tell."),
    status: oneOf(
      "BarStatus",
      BAR_STATUSES,
      "TRADED, NO_TRADE (the feed lives, nothing traded) or NO_DATA (the feed is dead).",
    ),
  },
});

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
  },
});

export const mdGap = defineEvent({
  kind: "md.gap",
  domain: "md",
  name: "Gap",
  subject: "md.gap.{group}.{symbol}",
  writers: ["market-data"],
  doc: "An interval for which no market data came.",
  fields: { group, symbol, fromUs: usField("Start of the gap."), toUs: usField("End of the gap."), reason },
});

export const mdInstrument = defineEvent({
  kind: "md.instrument",
  domain: "md",
  name: "Instrument",
  subject: "md.instrument.{group}.{symbol}",
  writers: ["execution"],
  doc: "What the broker says an instrument is.",
  fields: {
    group,
    symbol,
    conId: int("IB's contract id."),
    minTick: pxField("Smallest price increment."),
    currency: string("ISO currency."),
    primaryExchange: string("Primary exchange."),
    longName: text("Name of the company or fund."),
    liquidHours: optional(
      text(
        "Regular hours of the days to come in exchange time, as IB writes them; absent where they are not told or not understood.",
      ),
    ),
  },
});

export const historyBarMessage = message("HistoryBar", "One bar of the past.", barFields);

export const mdHistory = defineEvent({
  kind: "md.history",
  domain: "md",
  name: "History",
  subject: "md.history.{group}.{symbol}",
  writers: ["execution"],
  doc: "Bars of the past, the answer to a backfill request: for warm-up, never traded on by themselves.",
  fields: {
    group,
    symbol,
    requestId,
    timeframe: oneOf("Timeframe", TIMEFRAMES, "Length of the bars."),
    bars: list(historyBarMessage, "Bars in rising order of time; a minute without a trade has none."),
    failure: text("Empty, or why the broker gave no bars."),
  },
});

export const requestSubscribe = defineEvent({
  kind: "request.subscribe",
  domain: "request",
  name: "Subscribe",
  subject: "request.subscribe.{requestId}",
  writers: ["market-data"],
  doc: "Asks execution for the instrument, its ticks and its five-second bars, until further notice.",
  fields: { requestId, group, symbol },
});

export const requestBackfill = defineEvent({
  kind: "request.backfill",
  domain: "request",
  name: "Backfill",
  subject: "request.backfill.{requestId}",
  writers: ["market-data"],
  doc: "Asks execution for bars of the past.",
  fields: {
    requestId,
    group,
    symbol,
    timeframe: oneOf("Timeframe", TIMEFRAMES, "Length of the bars."),
    endUs: usField("End of the last bar wanted."),
    bars: int("How many bars at the most."),
  },
});
