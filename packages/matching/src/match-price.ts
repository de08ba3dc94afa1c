import { type Px, px } from "@bowline/kernel";
import type { BrokerSide } from "./broker-types.ts";
import type { FillTerms } from "./fill-terms.ts";
import type { SymbolStep } from "./market.ts";

type Against = FillTerms["against"];

/** The quote on the other side: what a buyer pays, what a seller gets. */
export const oppositePx = (side: BrokerSide, quote: SymbolStep): Px => (side === "BUY" ? quote.askPx : quote.bidPx);

/** Whether a price satisfies a limit. */
export const isWithin = (side: BrokerSide, price: Px, lmtPx: Px): boolean =>
  side === "BUY" ? price <= lmtPx : price >= lmtPx;

/** The price that is worse to deal at. */
const worseOf = (side: BrokerSide, a: Px, b: Px): Px => (side === "BUY" ? px(Math.max(a, b)) : px(Math.min(a, b)));

/**
 * The price at which an order that just came to the market fills, or `undefined` where it rests: the opposite quote, where the limit,
 * if there is one, allows it. Against trades alone it is the last price; against bars nothing fills before the next one.
 */
export function pxOnArrival(
  side: BrokerSide,
  lmtPx: Px | undefined,
  quote: SymbolStep,
  against: Against,
): Px | undefined {
  if (against === "BARS") return undefined;
  const price = against === "TRADES" ? quote.closePx : oppositePx(side, quote);
  return lmtPx === undefined || isWithin(side, price, lmtPx) ? price : undefined;
}

/**
 * The price at which a resting order fills in a step, or `undefined`. A limit order fills at its limit when the opposite quote or a
 * trade reaches it: it stood in the book, whoever came to it paid its price. A market order takes the quote.
 */
export function pxInStep(side: BrokerSide, lmtPx: Px | undefined, step: SymbolStep, against: Against): Px | undefined {
  if (against === "BARS") return pxInBar(side, lmtPx, step);
  const hasTrade = step.volume > 0;
  const opposite = oppositePx(side, step);
  if (lmtPx === undefined) return against !== "TRADES" ? opposite : hasTrade ? step.closePx : undefined;
  const bestTrade = side === "BUY" ? step.lowPx : step.highPx;
  if (against !== "QUOTES" && hasTrade && isWithin(side, bestTrade, lmtPx)) return lmtPx;
  return against !== "TRADES" && isWithin(side, opposite, lmtPx) ? lmtPx : undefined;
}

function pxInBar(side: BrokerSide, lmtPx: Px | undefined, step: SymbolStep): Px | undefined {
  if (step.volume === 0) return undefined;
  if (lmtPx === undefined || isWithin(side, step.openPx, lmtPx)) return step.openPx;
  return isWithin(side, side === "BUY" ? step.lowPx : step.highPx, lmtPx) ? lmtPx : undefined;
}

/** The price of an order that is triggered at this moment: the worse of its trigger and the quote, where its limit allows it. */
export function pxOnTrigger(side: BrokerSide, triggerPx: Px, lmtPx: Px | undefined, step: SymbolStep): Px | undefined {
  const price = worseOf(side, triggerPx, oppositePx(side, step));
  return lmtPx === undefined || isWithin(side, price, lmtPx) ? price : undefined;
}
