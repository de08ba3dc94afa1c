import {
  DATA_TYPES,
  type DataType,
  type Halt,
  HALTS,
  type Shortable,
  SHORTABLES,
} from "../../packages/contracts/src/index.ts";
import { FORGET_AFTER_US, QUOTE_LIMITS, QUOTE_MARKS, type QuoteMark } from "../../packages/market/src/index.ts";
import { CHECKS } from "../../packages/risk/src/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

const seconds = (us: number): string => `${us / 1_000_000} s`;
const percent = (micros: number): string => `${micros / 10_000} %`;

const DATA: Readonly<Record<DataType, string>> = {
  LIVE: "as it happens",
  FROZEN: "the last one before the close: IB keeps it",
  DELAYED: "of some 15 minutes ago: there is no subscription for live data",
  DELAYED_FROZEN: "the last one before the close, and delayed",
};
const HALT: Readonly<Record<Halt, string>> = {
  NONE: "the symbol trades",
  GENERAL: "halted: news, or a regulator",
  VOLATILITY: "paused for volatility, as LULD does for five minutes",
};
const SHORT: Readonly<Record<Shortable, string>> = {
  AVAILABLE: "above 2.5: at least 1,000 shares",
  LOCATE: "above 1.5: when shares are found",
  UNAVAILABLE: "above 0.5: none",
};
const MARK: Readonly<Record<QuoteMark["kind"], string>> = {
  ZERO: "a side has no price, or a size of nothing",
  LOCKED: "the bid is the ask",
  CROSSED: "the bid is above the ask",
  SPIKING: `a side is further than ${percent(QUOTE_LIMITS.spikeRatio)} from where it was, until a trade near it, or ${seconds(QUOTE_LIMITS.settleUs)}, confirm it`,
  FROZEN: `unchanged for ${seconds(QUOTE_LIMITS.frozenAfterUs)}, while ${QUOTE_LIMITS.frozenTrades} trades printed outside of it`,
};

const rows = <K extends string>(values: readonly K[], words: Readonly<Record<K, string>>): string[][] =>
  values.map((value, index) => [code(value), words[value], String(index)]);

/** The states of a quote, where each comes from, and what does not happen in it. */
export function renderQuoteStates(): string {
  const checks = CHECKS.filter((check) => /^(MARKET_DATA|SYMBOL_HALTED)/.test(check.code));
  return sections([
    opening("Quote states", "packages/contracts/src/events/quote.ts, packages/market/src and packages/risk/src/checks"),
    `What \`md.quote\` says beside prices and sizes. What IB did not tell is absent, never a default. A halt, its end and another
type of data are told at once; all else is paced. \`quoteUs\` is when the feed of the symbol was last heard: after ${seconds(FORGET_AFTER_US)} of
silence both sides are forgotten, so that the next word about something else does not make them look fresh. A price of -1 or 0 takes its side away.`,
    "## Type of data",
    table(
      ["`dataType`", "the prices are", "IB's number"],
      rows(DATA_TYPES, DATA).map(([name = "", words = "", index]) => [name, words, String(Number(index) + 1)]),
    ),
    `From IB's \`marketDataType\`, which TWS 970 and later sends with each subscription to live data, and with every switch to another type
([IB](https://interactivebrokers.github.io/tws-api/market_data_type.html)). Ticks 66 to 76, 88 and 90 are of delayed data whatever it said. Absent: IB told none, so nothing
but live data was announced.

Other types come only where they are asked for: \`BOWLINE_MARKET_DATA_TYPE\` of execution, \`live\` by default, else \`frozen\`, \`delayed\` or
\`delayed-frozen\`. They are to look at: no rule enters on them, the gate denies every order, and a person gets the alert \`QUOTES_NOT_LIVE\`.
IB has five-second bars and trades of live data alone, so minutes may be missing.`,
    "## Halts",
    table(["`halt`", "what it is", "tick 49"], rows(HALTS, HALT)),
    `\`halted\` is true in each but \`NONE\`, and for a number that nobody knows (\`halt\` is absent then). -1 says that IB does not know, and
changes nothing. **Of LULD bands, limit states and the time of reopening IB's API tells nothing**: none of them is shown, and none is computed.`,
    "## Shares to borrow",
    table(
      ["`shortable`", "tick 46"],
      rows(SHORTABLES, SHORT).map(([name = "", words = ""]) => [name, words]),
    ),
    `\`shortableQty\` is tick 89, the shares themselves. Both come with generic tick 236, which costs no line. **That a short-sale restriction
(Reg SHO rule 201) is in force IB's API does not tell**: IB holds or refuses the order.`,
    "## Doubts",
    table(
      ["`doubts`", "what is wrong"],
      QUOTE_MARKS.map((kind) => [code(kind), MARK[kind]]),
    ),
    `Judged on the paced quotes, the same in the feed, in a restarted one and in a backtest. \`ZERO\` and \`SPIKING\` name their side.`,
    "## What does not happen then",
    table(
      ["code", "asks", "an exit passes"],
      checks.map((check) => [code(check.code), check.doc, check.exemptsReducing ? "yes" : ""]),
    ),
    `A rule enters on none of these: \`enter.quote\` is FALSE and the record names the doubt, or UNKNOWN where the feed was not heard for 10 s.
Our own trailing stops and ladders wait while there is no quote that is free of doubt; stops at the broker do not.`,
  ]);
}
