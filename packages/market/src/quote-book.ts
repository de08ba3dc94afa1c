import {
  DATA_TYPES,
  type DataType,
  type EventByKind,
  type Halt,
  HALTS,
  type Shortable,
  type TickBatch,
} from "@bowline/contracts";
import { type Px, px, type Qty, qty, type Us, us, US_PER_SECOND } from "@bowline/kernel";

export type MdQuote = EventByKind<"md.quote">;

/** One raw tick; `value` as the contract of `TickBatch` says it for each field. */
export type MarketTick = TickBatch["ticks"][number] & { readonly symbol: string };

/** What is known of a symbol's market: whatever is not known is absent. */
export type QuoteBook = {
  readonly group: string;
  readonly symbol: string;
  bidPx?: Px | undefined;
  askPx?: Px | undefined;
  bidQty?: Qty | undefined;
  askQty?: Qty | undefined;
  lastPx?: Px | undefined;
  halted: boolean;
  halt?: Halt | undefined;
  dataType?: DataType | undefined;
  shortable?: Shortable | undefined;
  shortableQty?: Qty | undefined;
  /** When the feed was last heard. */
  quoteUs: Us;
};

/**
 * In regular hours every subscription speaks each five seconds: after so long a silence nobody knows what became of the sides
 * meanwhile, and the next word, which may be about something else, must not make old ones look fresh.
 */
export const FORGET_AFTER_US = 60 * US_PER_SECOND;

export const emptyBook = (symbol: string, group: string): QuoteBook => ({
  symbol,
  group,
  halted: false,
  quoteUs: us(0),
});

/** A price or size that is not positive means that there is none. */
const present = <T>(value: number, make: (value: number) => T): T | undefined => (value > 0 ? make(value) : undefined);

/** Takes a tick; true where it changes in which state the market is, not only its prices: that is told at once. */
export function applyTick(book: QuoteBook, { field, value, eventUs }: MarketTick): boolean {
  if (book.quoteUs > 0 && eventUs - book.quoteUs > FORGET_AFTER_US) forgetSides(book);
  if (eventUs > book.quoteUs) book.quoteUs = eventUs;
  const { halt, dataType } = book;
  APPLY[field]?.(book, value);
  return book.halt !== halt || book.dataType !== dataType;
}

function forgetSides(book: QuoteBook): void {
  book.bidPx = undefined;
  book.askPx = undefined;
  book.bidQty = undefined;
  book.askQty = undefined;
}

/** LAST_SIZE, VOLUME and ALIVE say only that the feed lives. */
const APPLY: { readonly [F in MarketTick["field"]]?: (book: QuoteBook, value: number) => void } = {
  BID: (book, value) => void (book.bidPx = present(value, px)),
  ASK: (book, value) => void (book.askPx = present(value, px)),
  LAST: (book, value) => void (book.lastPx = present(value, px)),
  BID_SIZE: (book, value) => void (book.bidQty = present(value, qty)),
  ASK_SIZE: (book, value) => void (book.askQty = present(value, qty)),
  HALTED: (book, value) => {
    book.halted = value !== 0;
    // A number that IB has not told of is a halt, of which kind nobody knows.
    book.halt = HALTS[value];
  },
  DATA_TYPE: (book, value) => void (book.dataType = DATA_TYPES[value - 1]),
  SHORTABLE: (book, value) => void (book.shortable = shortableOf(value)),
  SHORTABLE_QTY: (book, value) => void (book.shortableQty = value >= 0 ? qty(value) : undefined),
};

/** IB's own bounds for tick 46 (API release notes 9.2): above 2.5 there are at least 1,000 shares, above 1.5 they are looked for, above 0.5 there are none, else unknown. */
function shortableOf(micros: number): Shortable | undefined {
  if (micros > 2_500_000) return "AVAILABLE";
  if (micros > 1_500_000) return "LOCATE";
  return micros > 500_000 ? "UNAVAILABLE" : undefined;
}

/** Takes over what a quote of the journal says. */
export function learnQuote(book: QuoteBook, quote: MdQuote): void {
  const { bidPx, askPx, bidQty, askQty, lastPx, halted, halt, dataType, shortable, shortableQty, quoteUs } = quote;
  const known = { bidPx, askPx, bidQty, askQty, lastPx, halted, halt, dataType, shortable, shortableQty, quoteUs };
  Object.assign(book, known);
}

export function quoteOf(book: QuoteBook, doubts: string): MdQuote {
  const { group, symbol, bidPx, askPx, bidQty, askQty, lastPx, halted, quoteUs } = book;
  const { halt, dataType, shortable, shortableQty } = book;
  return {
    kind: "md.quote",
    group,
    symbol,
    bidPx,
    askPx,
    bidQty,
    askQty,
    lastPx,
    halted,
    quoteUs,
    ...(doubts === "" ? {} : { doubts }),
    ...(dataType === undefined ? {} : { dataType }),
    ...(halt === undefined ? {} : { halt }),
    ...(shortable === undefined ? {} : { shortable }),
    ...(shortableQty === undefined ? {} : { shortableQty }),
  };
}
