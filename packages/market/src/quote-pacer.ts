import type { EventByKind } from "@bowline/contracts";
import { addUs, type Px, px, type Qty, qty, type Us, us } from "@bowline/kernel";
import { describeMarks, makeQuoteJudge, type QuoteJudge } from "./quote-quality.ts";

export type MdQuote = EventByKind<"md.quote">;

/** One raw tick: a price in micros, a size in micros of a share, 1 or 0 for HALTED, 1 for ALIVE (the feed was heard). */
export type MarketTick = {
  readonly symbol: string;
  readonly field: "BID" | "ASK" | "LAST" | "BID_SIZE" | "ASK_SIZE" | "LAST_SIZE" | "VOLUME" | "HALTED" | "ALIVE";
  readonly value: number;
  readonly eventUs: Us;
};

/** Turns raw ticks into paced quotes: one per touched symbol at once, then not more often than the interval. */
export type QuotePacer = {
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

type Side = {
  bidPx?: Px | undefined;
  askPx?: Px | undefined;
  bidQty?: Qty | undefined;
  askQty?: Qty | undefined;
  lastPx?: Px | undefined;
};
type Book = Side & {
  readonly group: string;
  readonly symbol: string;
  halted: boolean;
  quoteUs: Us;
  touched: boolean;
  publishedUs: Us | undefined;
  /** Judges the paced quotes and the last prices in them, no others: so that the journal rebuilds what it knows. */
  readonly judge: QuoteJudge;
  judgedUs: Us;
  judgedLastPx: Px | undefined;
};

/** Quotes of these symbols and no others; nothing is known of them at first. */
export function makeQuotePacer(symbols: readonly { readonly symbol: string; readonly group: string }[]): QuotePacer {
  const books = new Map<string, Book>(
    [...symbols]
      .sort((a, b) => (a.symbol < b.symbol ? -1 : 1))
      .map(({ symbol, group }) => [symbol, newBook(symbol, group)]),
  );
  const dueUs = (book: Book, intervalUs: number): Us =>
    book.publishedUs === undefined ? us(0) : addUs(book.publishedUs, intervalUs);
  return {
    tick(tick, touch = true) {
      const book = books.get(tick.symbol);
      if (book === undefined) return;
      applyTick(book, tick);
      if (tick.eventUs > book.quoteUs) book.quoteUs = tick.eventUs;
      if (touch) book.touched = true;
    },
    learn(quote, publishedUs) {
      const book = books.get(quote.symbol);
      if (book === undefined) return;
      const { bidPx, askPx, bidQty, askQty, lastPx, halted, quoteUs } = quote;
      Object.assign(book, { bidPx, askPx, bidQty, askQty, lastPx, halted, quoteUs, publishedUs });
      if (publishedUs > book.judgedUs) judge(book, publishedUs);
    },
    take(nowUs, intervalUs) {
      const quotes: MdQuote[] = [];
      for (const book of books.values()) {
        if (!book.touched || dueUs(book, intervalUs) > nowUs) continue;
        book.touched = false;
        if (intervalUs === 0 && book.publishedUs === nowUs) continue;
        book.publishedUs = nowUs;
        quotes.push(quoteOf(book, judge(book, nowUs)));
      }
      return quotes;
    },
    nextDueUs(intervalUs) {
      let next: Us | undefined;
      for (const book of books.values()) {
        if (book.touched && (next === undefined || dueUs(book, intervalUs) < next)) next = dueUs(book, intervalUs);
      }
      return next;
    },
  };
}

/** A price or size that is not positive means that there is none. */
const present = <T>(value: number, make: (value: number) => T): T | undefined => (value > 0 ? make(value) : undefined);

function applyTick(book: Book, { field, value }: MarketTick): void {
  switch (field) {
    case "BID":
      book.bidPx = present(value, px);
      return;
    case "ASK":
      book.askPx = present(value, px);
      return;
    case "LAST":
      book.lastPx = present(value, px);
      return;
    case "BID_SIZE":
      book.bidQty = present(value, qty);
      return;
    case "ASK_SIZE":
      book.askQty = present(value, qty);
      return;
    case "HALTED":
      book.halted = value !== 0;
      return;
    case "LAST_SIZE":
    case "VOLUME":
    case "ALIVE":
    // They say only that the feed lives.
  }
}

const newBook = (symbol: string, group: string): Book => ({
  symbol,
  group,
  halted: false,
  quoteUs: us(0),
  touched: false,
  publishedUs: undefined,
  judge: makeQuoteJudge(),
  judgedUs: us(0),
  judgedLastPx: undefined,
});

/** What is wrong with the book's quote as it is published at a time, in words; empty where nothing is. */
function judge(book: Book, publishedUs: Us): string {
  const { bidPx, askPx, bidQty, askQty, lastPx } = book;
  if (lastPx !== undefined && lastPx !== book.judgedLastPx) book.judge.trade(lastPx);
  book.judgedLastPx = lastPx;
  book.judgedUs = publishedUs;
  return describeMarks(book.judge.quote({ bidPx, askPx, bidQty, askQty, eventUs: publishedUs }));
}

const quoteOf = (book: Book, doubts: string): MdQuote => ({
  kind: "md.quote",
  group: book.group,
  symbol: book.symbol,
  bidPx: book.bidPx,
  askPx: book.askPx,
  bidQty: book.bidQty,
  askQty: book.askQty,
  lastPx: book.lastPx,
  halted: book.halted,
  quoteUs: book.quoteUs,
  ...(doubts === "" ? {} : { doubts }),
});
