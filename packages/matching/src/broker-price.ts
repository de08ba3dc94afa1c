import { addPx, px, type Px } from "@bowline/kernel";
import { isPatient } from "./algo.ts";
import type { Book } from "./broker-book.ts";
import { takeHold } from "./broker-hold.ts";
import { volumeOf, type WorkingOrder } from "./broker-state.ts";
import type { SymbolStep } from "./market.ts";
import { isWithin, oppositePx, pxInStep, pxOnArrival, pxOnTrigger } from "./match-price.ts";
import { ORD_TYPES } from "./ord-types.ts";
import { pegPxOf } from "./peg-price.ts";
import { isShortRestricted, restrictedPx } from "./short-rule.ts";
import { isDouble, isTriggerReached, type Sight, trailedStopPx } from "./trigger.ts";

/** Where an order fills at this moment, and the limit that bounds it, where it has one. */
export type Priced = {
  readonly px: Px;
  readonly lmtPx: Px | undefined;
  /** It stood in the book, and somebody came to it at its price. */
  readonly addsLiquidity: boolean;
};

/** The price of an order at this moment, `undefined` where it rests. Follows the market with its trigger or its peg, and triggers it. */
export function priceNow(book: Book, order: WorkingOrder, sight: Sight): Priced | undefined {
  const isWaiting = ORD_TYPES[order.ordType].trigger !== undefined && order.isTriggered !== true;
  const priced = freePrice(book, order, sight);
  if (!isShortRestricted(book, order, sight.step)) return priced;
  return isWaiting ? undefined : restrictedPx(book, order, sight);
}

function freePrice(book: Book, order: WorkingOrder, sight: Sight): Priced | undefined {
  const { trigger } = ORD_TYPES[order.ordType];
  if (trigger !== undefined && order.isTriggered !== true) return priceOnTrigger(book, order, sight);
  const lmtPx = limitNow(book, order, sight);
  const resting = restingPx(book, order, lmtPx, sight);
  const price = resting ?? discretionaryPx(order, sight.step);
  if (price === undefined) return undefined;
  const addsLiquidity = sight.moment === "STEP" && resting !== undefined && resting === lmtPx;
  return { px: price, lmtPx: beyond(order, lmtPx), addsLiquidity };
}

function restingPx(
  book: Book,
  { side, symbol }: WorkingOrder,
  lmtPx: Px | undefined,
  { step, moment }: Sight,
): Px | undefined {
  const { fills, behaviour } = book.terms;
  if (moment === "ARRIVAL") return pxOnArrival(side, lmtPx, step, fills.against);
  const price = pxInStep(side, lmtPx, step, fills.against);
  if (behaviour.openingFills === "LIMIT" || price === undefined || lmtPx === undefined) return price;
  const isFirstTrade = step.volume > 0 && volumeOf(book.state, symbol) === step.volume;
  return isFirstTrade && isWithin(side, step.openPx, lmtPx) ? step.openPx : price;
}

/** The limit that counts now: its own, or that of its peg as it stood before this step. */
function limitNow(book: Book, order: WorkingOrder, { step, moment }: Sight): Px | undefined {
  const peg = pegOf(book, order);
  if (peg === undefined) return ORD_TYPES[order.ordType].isLimit ? order.lmtPx : undefined;
  if (moment === "ARRIVAL" || order.notes.pegPx === undefined) followPeg(book, order, step);
  return order.notes.pegPx;
}

function pegOf({ state, terms }: Book, order: WorkingOrder): "PRIMARY" | "MID" | undefined {
  if (order.algo === undefined) return ORD_TYPES[order.ordType].peg;
  const isWaiting = isPatient(order, order.algo, state.nowUs, terms.behaviour.adaptiveSeconds);
  return isWaiting ? "MID" : ORD_TYPES[order.ordType].peg;
}

/** Puts an order that follows the quote where the quote now wants it. */
export function followPeg(book: Book, order: WorkingOrder, step: SymbolStep): void {
  const peg = pegOf(book, order);
  if (peg === undefined) return;
  const bounded = ORD_TYPES[order.ordType].isLimit ? order : { ...order, lmtPx: undefined };
  order.notes.pegPx = pegPxOf(bounded, peg, step, book.terms.instrumentOf(order.symbol).bands);
}

/** How far an order goes: its limit, and what it leaves to discretion. */
function beyond({ side, discretionaryAmount }: WorkingOrder, lmtPx: Px | undefined): Px | undefined {
  if (lmtPx === undefined || discretionaryAmount === undefined) return lmtPx;
  return addPx(lmtPx, side === "BUY" ? discretionaryAmount : -discretionaryAmount);
}

function discretionaryPx(order: WorkingOrder, step: SymbolStep): Px | undefined {
  if (order.discretionaryAmount === undefined || order.lmtPx === undefined) return undefined;
  const opposite = oppositePx(order.side, step);
  return isWithin(order.side, opposite, beyond(order, order.lmtPx) ?? opposite) ? opposite : undefined;
}

function priceOnTrigger(book: Book, order: WorkingOrder, sight: Sight): Priced | undefined {
  const { step, moment } = sight;
  const method = order.triggerMethod || book.terms.behaviour.defaultTriggerMethod;
  const isHit = isTriggerHit(book, order, { ...sight, method });
  order.notes.triggerHits = isHit ? order.notes.triggerHits + 1 : 0;
  if (order.notes.triggerHits < (isDouble(method) ? 2 : 1)) return undefined;
  order.isTriggered = true;
  takeHold(order, undefined);
  const { side, ordType } = order;
  const { isLimit, trigger, trails } = ORD_TYPES[ordType];
  const lmtPx = isLimit ? order.lmtPx : undefined;
  const isTouchedBefore = trigger === "TOUCH" && moment === "ARRIVAL";
  const level = isTouchedBefore ? oppositePx(side, step) : trails ? order.trailStopPx : order.stopPx;
  const price = pxOnTrigger(side, level ?? oppositePx(side, step), lmtPx, step);
  return price === undefined ? undefined : { px: price, lmtPx, addsLiquidity: false };
}

type View = Parameters<typeof isTriggerReached>[1];

/**
 * A trailing stop is tried where it stood, then follows, then is tried against the end of the step: the step's last price came after
 * its best one, so a stop that the best one moved beyond the last one was reached.
 */
function isTriggerHit(book: Book, order: WorkingOrder, view: View): boolean {
  if (!ORD_TYPES[order.ordType].trails) return isTriggerReached(order, view);
  if (order.trailStopPx !== undefined && isTriggerReached(order, view)) return true;
  order.trailStopPx = trailedStopPx(order, view, book.terms.instrumentOf(order.symbol).bands);
  if (order.ordType === "TRAIL LIMIT") order.lmtPx = trailedLimit(order, order.trailStopPx);
  return isTriggerReached(order, { ...view, moment: "ARRIVAL" });
}

const trailedLimit = ({ side, lmtPxOffset = px(0) }: WorkingOrder, stopPx: Px): Px =>
  addPx(stopPx, side === "BUY" ? lmtPxOffset : -lmtPxOffset);
