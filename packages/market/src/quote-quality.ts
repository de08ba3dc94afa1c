import { MICROS, mulDiv, type Px, type Qty, type Us, us, US_PER_SECOND } from "@bowline/kernel";

/** A best bid and ask as heard: an absent price is a side that is not there, an absent size is one that is not told. */
export type HeardQuote = {
  readonly bidPx?: Px | undefined;
  readonly askPx?: Px | undefined;
  readonly bidQty?: Qty | undefined;
  readonly askQty?: Qty | undefined;
  readonly eventUs: Us;
};
export type QuoteSide = "BID" | "ASK";

/** What is wrong with a quote. A quote without a mark is not proven right. */
export type QuoteMark =
  /** No price, or a size of nothing: nobody is there to trade with. */
  | { readonly kind: "ZERO"; readonly side: QuoteSide }
  | { readonly kind: "LOCKED"; readonly px: Px }
  | { readonly kind: "CROSSED"; readonly bidPx: Px; readonly askPx: Px }
  /** Far from where this side was before, and neither a trade nor time has confirmed it. */
  | { readonly kind: "SPIKING"; readonly side: QuoteSide; readonly px: Px; readonly usualPx: Px }
  /** Has not changed since, while trades printed outside of it. */
  | { readonly kind: "FROZEN"; readonly sinceUs: Us; readonly tradesOutside: number };
export const QUOTE_MARKS = ["ZERO", "LOCKED", "CROSSED", "SPIKING", "FROZEN"] as const;

/**
 * No exchange says when a quote is absurd; these are ours. LULD's narrowest band is 5 %: a side that jumps by a fifth of that
 * within one quote is worth a doubt. In the recorded day of three large stocks these are 8 of 832,930 quotes, none in regular
 * hours, the one among them that the vendor doubts.
 */
export type QuoteLimits = {
  /** Greatest jump of a side against its usual price, in micros of 1. */
  readonly spikeRatio: number;
  /** After so long at the new price, it is the usual one. */
  readonly settleUs: number;
  readonly frozenAfterUs: number;
  /** How many trades outside of an unchanged quote make it a frozen one. */
  readonly frozenTrades: number;
};
export const QUOTE_LIMITS: QuoteLimits = {
  spikeRatio: 10_000,
  settleUs: 5 * US_PER_SECOND,
  frozenAfterUs: 10 * US_PER_SECOND,
  frozenTrades: 3,
};

/** One symbol's judge of its quotes. It changes none of them. */
export type QuoteJudge = {
  /** Takes a quote, in order of time; what is wrong with it, in the order of `QUOTE_MARKS`. */
  quote(quote: HeardQuote): readonly QuoteMark[];
  /** Takes the price of a trade of regular conditions. */
  trade(px: Px): void;
  /** What is wrong with the last quote at a time that is not before it. */
  marksAt(nowUs: Us): readonly QuoteMark[];
  snapshot(): QuoteJudgeState;
};

/** `CROSSED, SPIKING ASK`; empty where there is none. */
export const describeMarks = (marks: readonly QuoteMark[]): string =>
  marks.map((mark) => ("side" in mark ? `${mark.kind} ${mark.side}` : mark.kind)).join(", ");

type Side = {
  readonly usualPx?: Px | undefined;
  readonly doubtedPx?: Px | undefined;
  readonly doubtedUs?: Us | undefined;
};
export type QuoteJudgeState = {
  readonly last?: HeardQuote | undefined;
  readonly changedUs: Us;
  readonly tradesOutside: number;
  readonly bid: Side;
  readonly ask: Side;
};

export function makeQuoteJudge(limits: QuoteLimits = QUOTE_LIMITS, state?: QuoteJudgeState): QuoteJudge {
  let { last, changedUs, tradesOutside, bid, ask }: QuoteJudgeState = state ?? {
    changedUs: us(0),
    tradesOutside: 0,
    bid: {},
    ask: {},
  };
  const marksAt = (nowUs: Us): readonly QuoteMark[] => {
    if (last === undefined) return [];
    const marks = [...zeroMarks(last), ...spreadMarks(last), ...spikeMarks("BID", bid), ...spikeMarks("ASK", ask)];
    const isFrozen = nowUs - changedUs >= limits.frozenAfterUs && tradesOutside >= limits.frozenTrades;
    return isFrozen ? [...marks, { kind: "FROZEN", sinceUs: changedUs, tradesOutside }] : marks;
  };
  return {
    quote(quote) {
      if (last === undefined || !isSame(last, quote)) {
        changedUs = quote.eventUs;
        tradesOutside = 0;
      }
      last = quote;
      bid = judgeSide(bid, priceOf(quote.bidPx), quote.eventUs, limits);
      ask = judgeSide(ask, priceOf(quote.askPx), quote.eventUs, limits);
      return marksAt(quote.eventUs);
    },
    trade(px) {
      const [bidPx, askPx] = [priceOf(last?.bidPx), priceOf(last?.askPx)];
      if ((bidPx !== undefined && px < bidPx) || (askPx !== undefined && px > askPx)) tradesOutside += 1;
      bid = confirmedBy(bid, px, limits);
      ask = confirmedBy(ask, px, limits);
    },
    marksAt,
    snapshot: () => ({ last, changedUs, tradesOutside, bid, ask }),
  };
}

const priceOf = (px: Px | undefined): Px | undefined => (px !== undefined && px > 0 ? px : undefined);

const isSame = (a: HeardQuote, b: HeardQuote): boolean =>
  a.bidPx === b.bidPx && a.askPx === b.askPx && a.bidQty === b.bidQty && a.askQty === b.askQty;

function zeroMarks({ bidPx, askPx, bidQty, askQty }: HeardQuote): QuoteMark[] {
  const isZero = (price: Px | undefined, size: Qty | undefined): boolean =>
    priceOf(price) === undefined || (size !== undefined && size <= 0);
  return [
    ...(isZero(bidPx, bidQty) ? [{ kind: "ZERO", side: "BID" } as const] : []),
    ...(isZero(askPx, askQty) ? [{ kind: "ZERO", side: "ASK" } as const] : []),
  ];
}

function spreadMarks(quote: HeardQuote): QuoteMark[] {
  const [bidPx, askPx] = [priceOf(quote.bidPx), priceOf(quote.askPx)];
  if (bidPx === undefined || askPx === undefined || bidPx < askPx) return [];
  return [bidPx === askPx ? { kind: "LOCKED", px: bidPx } : { kind: "CROSSED", bidPx, askPx }];
}

function spikeMarks(side: QuoteSide, { usualPx, doubtedPx: px }: Side): QuoteMark[] {
  return usualPx === undefined || px === undefined ? [] : [{ kind: "SPIKING", side, px, usualPx }];
}

const isNear = (px: Px, usualPx: Px, { spikeRatio }: QuoteLimits): boolean =>
  Math.abs(px - usualPx) <= mulDiv(usualPx, spikeRatio, MICROS);

/** A price near the usual one is the usual one from here on; one that is not, when it has stood long enough. */
function judgeSide(side: Side, px: Px | undefined, eventUs: Us, limits: QuoteLimits): Side {
  if (px === undefined) return { usualPx: side.usualPx };
  if (side.usualPx !== undefined && isNear(px, side.usualPx, limits)) return { usualPx: px };
  // The clock of the doubt starts again with a price that is far from the one in doubt.
  const isGoingOn = side.doubtedPx !== undefined && isNear(px, side.doubtedPx, limits);
  const doubtedUs = (isGoingOn ? side.doubtedUs : undefined) ?? eventUs;
  return eventUs - doubtedUs >= limits.settleUs ? { usualPx: px } : { usualPx: side.usualPx, doubtedPx: px, doubtedUs };
}

/** A trade near a price in doubt ends the doubt. */
const confirmedBy = (side: Side, tradePx: Px, limits: QuoteLimits): Side =>
  side.doubtedPx !== undefined && isNear(tradePx, side.doubtedPx, limits) ? { usualPx: side.doubtedPx } : side;
