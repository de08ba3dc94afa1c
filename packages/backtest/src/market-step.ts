import type { Groups } from "@bowline/config";
import { type EventByKind, type Halt, HALTS, subjectOf } from "@bowline/contracts";
import { assert, type Px, type Us } from "@bowline/kernel";
import { describeMarks, makeQuoteJudge, type QuoteJudge } from "@bowline/market";
import type { SymbolStep } from "@bowline/matching";

type Bar = EventByKind<"md.bar">;
type Quote = EventByKind<"md.quote">;

/** A symbol's data of one step as entries say it; subjects are made once, a backtest journals millions of these. */
export type MarketEvents = {
  bar(step: SymbolStep, closeUs: Us): Bar;
  quote(step: SymbolStep, quoteUs: Us): Quote;
  barSubject(symbol: string): string;
  quoteSubject(symbol: string): string;
};

export function makeMarketEvents(groups: Groups): MarketEvents {
  const symbols = [...groups.symbols, ...groups.benchmarks];
  const bySymbol = new Map(symbols.map((symbol) => [symbol, namesOf(symbol, groups.groupOf(symbol) ?? "none")]));
  const names = (symbol: string): Names => {
    const found = bySymbol.get(symbol);
    assert(found !== undefined, `${symbol} is in no group`);
    return found;
  };
  return {
    bar: (step, closeUs) => barOf(step, names(step.symbol).group, closeUs),
    quote: (step, quoteUs) => {
      const known = names(step.symbol);
      return quoteOf(step, known.group, { quoteUs, doubts: doubtsOf(known, step, quoteUs) });
    },
    barSubject: (symbol) => names(symbol).bar,
    quoteSubject: (symbol) => names(symbol).quote,
  };
}

type Names = {
  readonly group: string;
  readonly bar: string;
  readonly quote: string;
  /** Judges the quotes as the feed's does: what a decision may not rest on is the same here and there. */
  readonly judge: QuoteJudge;
  /** Price of the last trade that the judge knows of: the feed tells it of changes alone. */
  judgedLastPx?: Px;
};

function doubtsOf(known: Names, { bidPx, askPx, bidQty, askQty, closePx, volume }: SymbolStep, eventUs: Us): string {
  if (volume > 0 && closePx !== known.judgedLastPx) {
    known.judge.trade(closePx);
    known.judgedLastPx = closePx;
  }
  return describeMarks(known.judge.quote({ bidPx, askPx, bidQty, askQty, eventUs }));
}

function namesOf(symbol: string, group: string): Names {
  const about = { group, symbol };
  return {
    group,
    bar: subjectOf({ kind: "md.bar", timeframe: "5s", ...about } as Bar),
    quote: subjectOf({ kind: "md.quote", ...about } as Quote),
    judge: makeQuoteJudge(),
  };
}

const barOf = (step: SymbolStep, group: string, closeUs: Us): Bar => ({
  kind: "md.bar",
  group,
  symbol: step.symbol,
  timeframe: "5s",
  closeUs,
  openPx: step.openPx,
  highPx: step.highPx,
  lowPx: step.lowPx,
  closePx: step.closePx,
  volume: step.volume,
  wapPx: step.wapPx,
  tradeCount: step.tradeCount,
  status: step.volume > 0 ? "TRADED" : "NO_TRADE",
});

/** As IB's tick 49 tells it. */
const haltOf = (step: SymbolStep): Halt | undefined => HALTS[step.state?.halted ?? (step.halted === true ? 1 : 0)];

const quoteOf = (
  step: SymbolStep,
  group: string,
  { quoteUs, doubts }: { readonly quoteUs: Us; readonly doubts: string },
): Quote => ({
  kind: "md.quote",
  group,
  symbol: step.symbol,
  bidPx: step.bidPx,
  askPx: step.askPx,
  bidQty: step.bidQty,
  askQty: step.askQty,
  lastPx: step.closePx,
  halted: step.halted === true,
  halt: haltOf(step),
  quoteUs,
  ...(doubts === "" ? {} : { doubts }),
});
