import { addUs, type Px, type Us, us } from "@bowline/kernel";
import {
  applyTick,
  emptyBook,
  learnQuote,
  type MarketTick,
  type MdQuote,
  type QuoteBook,
  quoteOf,
} from "./quote-book.ts";
import { describeMarks, makeQuoteJudge, type QuoteJudge } from "./quote-quality.ts";

/**
 * Turns raw ticks into paced quotes: one per touched symbol at once, then not more often than the interval. A halt, its end and
 * another type of data do not wait for the interval.
 */
export type QuotePacer = {
  /** From now on a symbol's quotes are paced too; one that is known already stays as it is. */
  add(instrument: PacedInstrument): void;
  /** Takes a tick; `touch: false` keeps its value without asking for a quote. Symbols in no group are ignored. */
  tick(tick: MarketTick, touch?: boolean): void;
  /** Takes over a quote that the journal holds already. */
  learn(quote: MdQuote, publishedUs: Us): void;
  /**
   * The quotes of touched symbols whose last one is `intervalUs` old, in symbol order; they count as published. Interval 0 is
   * for steps: every touched symbol has its quote, but never two at the same time, so that a restarted edge neither doubles
   * nor loses one.
   */
  take(nowUs: Us, intervalUs: number): readonly MdQuote[];
  /** When the next quote is due; undefined while nothing is touched. */
  nextDueUs(intervalUs: number): Us | undefined;
};

type PacedInstrument = { readonly symbol: string; readonly group: string };

type Paced = {
  readonly book: QuoteBook;
  touched: boolean;
  /** What cannot wait for the interval. */
  urgent: boolean;
  publishedUs: Us | undefined;
  /** Judges the paced quotes and the last prices in them, no others: so that the journal rebuilds what it knows. */
  readonly judge: QuoteJudge;
  judgedUs: Us;
  judgedLastPx: Px | undefined;
};

/** Quotes of these symbols, and of those that are added; nothing is known of them at first. */
export function makeQuotePacer(symbols: readonly PacedInstrument[]): QuotePacer {
  const inOrder = (paced: Iterable<readonly [string, Paced]>): Map<string, Paced> =>
    new Map([...paced].sort(([a], [b]) => (a < b ? -1 : 1)));
  let all = inOrder(symbols.map(({ symbol, group }) => [symbol, newPaced(symbol, group)] as const));
  const dueUs = ({ publishedUs, urgent }: Paced, intervalUs: number): Us => {
    if (publishedUs === undefined) return us(0);
    return urgent ? publishedUs : addUs(publishedUs, intervalUs);
  };
  return {
    add({ symbol, group }) {
      if (!all.has(symbol)) all = inOrder([...all, [symbol, newPaced(symbol, group)] as const]);
    },
    tick(tick, touch = true) {
      const paced = all.get(tick.symbol);
      if (paced === undefined) return;
      if (applyTick(paced.book, tick)) paced.urgent = true;
      if (touch) paced.touched = true;
    },
    learn(quote, publishedUs) {
      const paced = all.get(quote.symbol);
      if (paced === undefined) return;
      learnQuote(paced.book, quote);
      paced.publishedUs = publishedUs;
      if (publishedUs > paced.judgedUs) judge(paced, publishedUs);
    },
    take(nowUs, intervalUs) {
      const quotes: MdQuote[] = [];
      for (const paced of all.values()) {
        if (!paced.touched || dueUs(paced, intervalUs) > nowUs) continue;
        paced.touched = false;
        paced.urgent = false;
        if (intervalUs === 0 && paced.publishedUs === nowUs) continue;
        paced.publishedUs = nowUs;
        quotes.push(quoteOf(paced.book, judge(paced, nowUs)));
      }
      return quotes;
    },
    nextDueUs(intervalUs) {
      let next: Us | undefined;
      for (const paced of all.values()) {
        if (paced.touched && (next === undefined || dueUs(paced, intervalUs) < next)) next = dueUs(paced, intervalUs);
      }
      return next;
    },
  };
}

const newPaced = (symbol: string, group: string): Paced => ({
  book: emptyBook(symbol, group),
  touched: false,
  urgent: false,
  publishedUs: undefined,
  judge: makeQuoteJudge(),
  judgedUs: us(0),
  judgedLastPx: undefined,
});

/** What is wrong with the book's quote as it is published at a time, in words; empty where nothing is. */
function judge(paced: Paced, publishedUs: Us): string {
  const { bidPx, askPx, bidQty, askQty, lastPx } = paced.book;
  if (lastPx !== undefined && lastPx !== paced.judgedLastPx) paced.judge.trade(lastPx);
  paced.judgedLastPx = lastPx;
  paced.judgedUs = publishedUs;
  return describeMarks(paced.judge.quote({ bidPx, askPx, bidQty, askQty, eventUs: publishedUs }));
}
