import {
  bool,
  defineEvent,
  int,
  list,
  message,
  oneOf,
  optional,
  pxField,
  string,
  text,
  usField,
} from "../schema/index.ts";
import { barFields, group, reason, requestId, symbol } from "./shared.ts";

/** Bars of five seconds and of a minute are journaled as they close; of days there is history alone. */
export const TIMEFRAMES = ["5s", "1m", "1d"] as const;
export type Timeframe = (typeof TIMEFRAMES)[number];
export const BAR_STATUSES = ["TRADED", "NO_TRADE", "NO_DATA"] as const;
export const BAR_SOURCES = ["FIVE_SECOND_BARS", "HISTORY"] as const;
export type BarSource = (typeof BAR_SOURCES)[number];
export const BAR_CORRECTION_REASONS = ["LATE", "REVISED", "BACKFILLED"] as const;
export type BarCorrectionReason = (typeof BAR_CORRECTION_REASONS)[number];
export const EXTENDED_HOURS = ["PRE_MARKET", "AFTER_HOURS"] as const;
export type ExtendedHours = (typeof EXTENDED_HOURS)[number];

/** What a bar is, behind who it is of. */
const wholeBarFields = {
  ...barFields,
  wapPx: optional(pxField("Volume-weighted average price.")),
  tradeCount: int("Number of trades, 0 where the source does not tell."),
  status: oneOf(
    "BarStatus",
    BAR_STATUSES,
    "TRADED, NO_TRADE (the feed lives, nothing traded) or NO_DATA (the feed is dead).",
  ),
};
const extendedHours = optional(
  oneOf(
    "ExtendedHours",
    EXTENDED_HOURS,
    "Which extended hours the bar is of; absent for regular hours. Only where a group asks for them.",
  ),
);
export const HISTORY_FAILURES = ["NO_DATA", "NO_INSTRUMENT", "PACING", "REFUSED", "TIMEOUT"] as const;
export type HistoryFailure = (typeof HISTORY_FAILURES)[number];
export const AVAILABILITIES = ["AVAILABLE", "WARMING_UP", "SILENT", "NO_LINE"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const mdBar = defineEvent({
  kind: "md.bar",
  domain: "md",
  name: "Bar",
  subject: "md.bar.{timeframe}.{group}.{symbol}",
  writers: ["execution", "market-data", "feed"],
  doc: "A bar, stamped with its close. Five-second bars come from the broker; one-minute bars are built from them, or from trades where a group asks for that (by the feed).",
  fields: {
    group,
    symbol,
    timeframe: oneOf("Timeframe", TIMEFRAMES, "Length of the bar."),
    ...wholeBarFields,
    extendedHours,
  },
});

export const mdBarCorrected = defineEvent({
  kind: "md.bar-corrected",
  domain: "md",
  name: "BarCorrected",
  subject: "md.bar-corrected.{timeframe}.{group}.{symbol}",
  writers: ["market-data"],
  doc: "A bar that was told before is another one, or one that was never told is known now, in full: whoever counted the old one counts this instead. It says nothing new about now: no rule fires for it.",
  fields: {
    group,
    symbol,
    timeframe: oneOf("Timeframe", TIMEFRAMES, "Length of the bar."),
    ...wholeBarFields,
    extendedHours,
    revision: int("1 for the first correction of the bar, and so on: the highest holds."),
    reason: oneOf(
      "BarCorrectionReason",
      BAR_CORRECTION_REASONS,
      "LATE (parts came after the bar was closed), REVISED (a part came again with other content), BACKFILLED (the broker's history has it).",
    ),
    source: oneOf(
      "BarSource",
      BAR_SOURCES,
      "What the corrected bar is made of: FIVE_SECOND_BARS, or HISTORY (the broker's own bar).",
    ),
  },
});

export const mdGap = defineEvent({
  kind: "md.gap",
  domain: "md",
  name: "Gap",
  subject: "md.gap.{group}.{symbol}",
  writers: ["market-data", "feed"],
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
    industry: optional(string("The broker's classification, widest first; absent for funds.")),
    category: optional(string("The second level of the broker's classification.")),
    subcategory: optional(string("The third level of the broker's classification.")),
    sector: optional(string("What it counts to: what groups.yaml says, else the broker's industry.")),
  },
});

export const mdAvailability = defineEvent({
  kind: "md.availability",
  domain: "md",
  name: "Availability",
  subject: "md.availability.{group}.{symbol}",
  writers: ["market-data"],
  doc: "Whether a wanted symbol's data are good enough to enter on, told when that changes; only AVAILABLE is.",
  fields: {
    group,
    symbol,
    state: oneOf(
      "Availability",
      AVAILABILITIES,
      "AVAILABLE, WARMING_UP (history is missing), SILENT (its stream should speak and does not) or NO_LINE (the broker's line budget is spent on symbols before it).",
    ),
    reason,
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
    failureKind: optional(
      oneOf(
        "HistoryFailure",
        HISTORY_FAILURES,
        "NO_DATA and NO_INSTRUMENT are answers; after PACING (asked too fast), REFUSED and TIMEOUT it is asked again.",
      ),
    ),
  },
});

export const requestSubscribe = defineEvent({
  kind: "request.subscribe",
  domain: "request",
  name: "Subscribe",
  subject: "request.subscribe.{requestId}",
  writers: ["market-data"],
  doc: "Asks execution for the instrument, its ticks and its five-second bars, until further notice.",
  fields: {
    requestId,
    group,
    symbol,
    quotesOnly: optional(bool("Whether bars are built from the ticks, so that no five-second bars are wanted.")),
    sector: optional(string("The sector that groups.yaml gives it.")),
  },
});

export const requestUnsubscribe = defineEvent({
  kind: "request.unsubscribe",
  domain: "request",
  name: "Unsubscribe",
  subject: "request.unsubscribe.{requestId}",
  writers: ["market-data"],
  doc: "Gives the market data lines of a symbol back to the broker.",
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
    extendedHours: optional(bool("Whether minutes outside regular hours are wanted too; days are of regular hours.")),
  },
});
