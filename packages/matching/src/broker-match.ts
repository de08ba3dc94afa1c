import { type Book, byMatching, childrenOf, isHeldByFamily, isOpen, tellOrder } from "./broker-book.ts";
import { bySystem, cancelOrder, expireOrder, isCancelDue } from "./broker-cancel.ts";
import { dealtPx, type Found } from "./broker-deal.ts";
import { type Deal, fill } from "./broker-fill.ts";
import { holdOf, takeHold } from "./broker-hold.ts";
import { tellSiblings } from "./broker-oca.ts";
import { followPeg, priceNow } from "./broker-price.ts";
import { type Hold, volumeOf, type WorkingOrder } from "./broker-state.ts";
import { areConditionsMet } from "./condition.ts";
import { fillableQty, noteTaken } from "./fill-quantity.ts";
import type { SymbolStep } from "./market.ts";
import { isWithin, pxInStep } from "./match-price.ts";
import { isImmediate, ORD_TYPES } from "./ord-types.ts";
import { aheadOnArrival } from "./queue.ts";
import { isShortRestricted, shortPxOf } from "./short-rule.ts";
import type { Sight } from "./trigger.ts";

/** Fills so much of an order, at a price that was found for it. */
function deal(book: Book, order: WorkingOrder, found: Found): void {
  noteTaken(book, order, found.quantity);
  const { quantity: lastQty, addsLiquidity: addedLiquidity } = found;
  execute(book, order, { px: dealtPx(book, order, found), lastQty, addedLiquidity });
}

/** Books one execution; then the order's siblings hear of it, and what it held is let go. */
export function execute(book: Book, order: WorkingOrder, deal: Deal): void {
  if (deal.lastQty <= 0) return;
  const leavesBefore = order.leavesQty;
  fill(book, order, deal);
  tellSiblings(book, order, leavesBefore);
  if (!isOpen(book, order)) releaseChildren(book, order);
}

function releaseChildren(book: Book, parent: WorkingOrder): void {
  for (const child of childrenOf(book, parent).sort(byMatching))
    if (isOpen(book, child) && child.status !== "PendingSubmit") arrive(book, child);
}

/** Lets an order meet the quote as it stands, at once, unless something holds it. */
export function arrive(book: Book, order: WorkingOrder): void {
  const hold = holdOf(book, order, "ARRIVAL");
  if (takeHold(order, hold)) tellOrder(book, order);
  const quote = book.state.quotes.get(order.symbol);
  if (hold === undefined && quote !== undefined) meet(book, order, { step: quote, moment: "ARRIVAL" });
}

/** One order against one moment of its market. What is left of an order that does not wait is canceled. */
function meet(book: Book, order: WorkingOrder, sight: Sight): void {
  const { step } = sight;
  const wasTriggered = order.isTriggered === true;
  const filledBefore = order.cumQty;
  const priced = step.halted === true ? undefined : priceNow(book, order, sight);
  if (priced !== undefined) {
    const quantity = fillableQty(book, order, { ...sight, ...priced });
    if (quantity > 0) deal(book, order, { ...priced, quantity, step });
  }
  if (!isOpen(book, order)) return;
  if (!wasTriggered && order.isTriggered === true && order.cumQty === filledBefore) tellOrder(book, order);
  if (isImmediate(order.timeInForce)) {
    const reason = order.timeInForce === "FOK" ? "Fill or kill" : "Immediate or cancel";
    return cancelOrder(book, order, bySystem(reason));
  }
  settle(book, order, step);
}

/** Where an order that rests stands after the moment. */
function settle(book: Book, order: WorkingOrder, step: SymbolStep): void {
  followPeg(book, order, step);
  if (isShortRestricted(book, order, step)) order.notes.shortPx = shortPxOf(book, order, step);
  const lmtPx = order.notes.pegPx ?? order.lmtPx;
  if (book.terms.fills.queue === "NONE" || lmtPx === undefined) return;
  order.notes.aheadQty ??= aheadOnArrival({ side: order.side, lmtPx }, step);
}

/**
 * Whether a step may do something with an order that needs no care, were it not held. Most steps reach none, and nothing is sorted
 * for them.
 */
function isReached({ terms }: Book, order: WorkingOrder, step: SymbolStep): boolean {
  const { side, stopPx, timeInForce } = order;
  if (isImmediate(timeInForce)) return true;
  if (stopPx === undefined || order.isTriggered === true)
    return pxInStep(side, order.lmtPx, step, terms.fills.against) !== undefined;
  return side === "BUY" ? Math.max(step.highPx, step.askPx) >= stopPx : Math.min(step.lowPx, step.bidPx) <= stopPx;
}

type Turn = { readonly order: WorkingOrder; readonly step: SymbolStep | undefined; readonly isCareful: boolean };

/**
 * Matches what rests against one step of the market, symbol by symbol in the alphabet's order. Children that a fill of this step
 * releases met the quote already; what happened earlier inside the step does not count for them.
 */
export function matchStep(book: Book, steps: readonly SymbolStep[]): void {
  const turns = turnsOf(book, steps);
  if (turns.length > 1) turns.sort((a, b) => bySymbol(a.order, b.order) || byMatching(a.order, b.order));
  for (const { order, step, isCareful } of turns) {
    if (!isOpen(book, order)) continue;
    if (isCareful) attend(book, order, step);
    else if (step !== undefined) meet(book, order, { step, moment: "STEP" });
  }
}

/** The orders that a step may do something with. Symbols that are not in the step have no market in it; times pass for them too. */
function turnsOf(book: Book, steps: readonly SymbolStep[]): Turn[] {
  const { open, quotes, phase } = book.state;
  const isWhole = steps.length >= book.terms.symbols.size;
  const played = isWhole ? undefined : new Set(steps.map(({ symbol }) => symbol));
  const turns: Turn[] = [];
  for (const order of open.values()) {
    const step = played?.has(order.symbol) === false ? undefined : quotes.get(order.symbol);
    const isCareful = phase !== "REGULAR" || order.notes.isCareful || order.notes.waitsFor !== undefined;
    const isIdle = !isCareful && (step === undefined || !isReached(book, order, step));
    if (!isIdle && (order.goodTillUs !== undefined || !isHeldByFamily(book, order)))
      turns.push({ order, step, isCareful });
  }
  return turns;
}

const bySymbol = (a: WorkingOrder, b: WorkingOrder): number => (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : 0);

/** The whole look at an order: its end, what holds it, its market, a cancel that is due. */
function attend(book: Book, order: WorkingOrder, step: SymbolStep | undefined): void {
  const { nowUs } = book.state;
  if (order.goodTillUs !== undefined && nowUs >= order.goodTillUs)
    return expireOrder(book, order, bySystem("Good till date passed"));
  if (isEndedByConditions(book, order)) return cancelOrder(book, order, bySystem("Its conditions are met"));
  const before = order.notes.waitsFor;
  const hold = holdOf(book, order, "STEP");
  if (takeHold(order, hold)) tellOrder(book, order);
  if (step !== undefined) meetHeld(book, order, step, { before, hold });
  if (isOpen(book, order) && isCancelDue(order, nowUs)) cancelOrder(book, order);
}

type Holds = { readonly before: Hold | undefined; readonly hold: Hold | undefined };

/**
 * Who was let in by the step meets its end. Who waited for the market to open does too, and where that does nothing, all of the step:
 * a limit beyond the market does not pay more than the market.
 */
function meetHeld(book: Book, order: WorkingOrder, step: SymbolStep, { before, hold }: Holds): void {
  if (hold === "AUCTION") return meetAuctionOfStep(book, order, step);
  if (hold !== undefined) return;
  const isWhole = before === undefined || before === "HOURS";
  const isStop = ORD_TYPES[order.ordType].trigger !== undefined;
  if (!isWhole || (before === "HOURS" && !isStop)) meet(book, order, { step, moment: "ARRIVAL" });
  if (isWhole && isOpen(book, order)) meet(book, order, { step, moment: "STEP" });
}

const isEndedByConditions = (book: Book, order: WorkingOrder): boolean =>
  order.conditionsCancelOrder === true && order.conditions !== undefined && areConditionsMet(book, order, "STEP");

/**
 * An auction that the step holds: what waits for it fills at its price or ends. A market that does not tell its auctions opens with
 * its first trade; it closes with its last, at the session's end.
 */
function meetAuctionOfStep(book: Book, order: WorkingOrder, step: SymbolStep): void {
  const { phase } = book.state;
  if (phase !== "REGULAR" || step.halted === true) return;
  const told = step.state;
  const isForOpening = order.timeInForce === "OPG";
  if (told !== undefined) {
    if (told.auction === (isForOpening ? "OPEN" : "CLOSE"))
      meetAuction(book, order, told.auctionPx ?? (isForOpening ? step.openPx : step.closePx), step);
  } else if (isForOpening && step.volume > 0 && volumeOf(book.state, order.symbol) === step.volume)
    meetAuction(book, order, step.openPx, step);
}

function meetAuction(book: Book, order: WorkingOrder, px: SymbolStep["openPx"], step: SymbolStep): void {
  const { side, leavesQty } = order;
  const lmtPx = ORD_TYPES[order.ordType].isLimit ? order.lmtPx : undefined;
  if (lmtPx === undefined || isWithin(side, px, lmtPx)) {
    // All who take part in an auction deal at its price: nothing slips.
    return deal(book, order, { px, lmtPx: px, quantity: leavesQty, step, addsLiquidity: false });
  }
  cancelOrder(book, order, bySystem("Not filled in the auction"));
}

/** The closing auction: the session's last price. What it does not fill ends. */
export function meetClosing(book: Book): void {
  for (const order of [...book.state.open.values()].sort((a, b) => bySymbol(a, b) || byMatching(a, b))) {
    if (ORD_TYPES[order.ordType].isAtClose !== true || !isOpen(book, order)) continue;
    const step = book.state.quotes.get(order.symbol);
    if (holdOf(book, order, "ARRIVAL") !== "AUCTION" || step === undefined || step.halted === true) continue;
    meetAuction(book, order, step.closePx, step);
  }
}
