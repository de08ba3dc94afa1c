import { addQty, MICROS, type Px, type Qty, qty, subQty, ZERO_QTY } from "@bowline/kernel";
import { releasedQty } from "./algo.ts";
import type { Book } from "./broker-book.ts";
import { volumeOf, type WorkingOrder } from "./broker-state.ts";
import { closeUsOf } from "./session-hours.ts";
import type { SymbolStep } from "./market.ts";
import { aheadOnArrival, queueInStep } from "./queue.ts";
import type { Moment } from "./trigger.ts";

type Meeting = { readonly step: SymbolStep; readonly moment: Moment; readonly px: Px; readonly lmtPx: Px | undefined };

const takenKey = ({ symbol, side }: WorkingOrder): string => `${symbol} ${side}`;

/** How much of an order can be filled at this moment; 0 where it is less than the order takes: all or none, a minimum, fill or kill. */
export function fillableQty(book: Book, order: WorkingOrder, meeting: Meeting): Qty {
  const { leavesQty, timeInForce, allOrNone, minQty, cumQty } = order;
  const bounds = [leavesQty, ...shownBound(book, order, meeting.step), ...queueBound(book, order, meeting)];
  if (order.algo !== undefined) bounds.push(algoBound(book, order));
  const fillable = Math.max(0, Math.min(...bounds));
  const isWhole = allOrNone === true || timeInForce === "FOK";
  const least = isWhole ? leavesQty : cumQty === 0 ? Math.min(minQty ?? 0, leavesQty) : 0;
  return fillable < least ? ZERO_QTY : qty(fillable);
}

function shownBound(book: Book, order: WorkingOrder, step: SymbolStep): readonly Qty[] {
  if (!book.terms.fills.displayedSize) return [];
  const shown = order.side === "BUY" ? step.askQty : step.bidQty;
  return [subQty(shown, book.state.taken.get(takenKey(order)) ?? ZERO_QTY)];
}

/** Notes what an order took of the displayed size: the next one finds less until the market's next step. */
export function noteTaken({ state, terms }: Book, order: WorkingOrder, lastQty: Qty): void {
  if (!terms.fills.displayedSize) return;
  const key = takenKey(order);
  state.taken.set(key, addQty(state.taken.get(key) ?? ZERO_QTY, lastQty));
}

/** Who rests at a limit waits for what stands before it; an iceberg goes to the end of the queue with every tip. */
function queueBound(book: Book, order: WorkingOrder, { step, moment, px, lmtPx }: Meeting): readonly Qty[] {
  if (book.terms.fills.queue === "NONE" || lmtPx === undefined || moment === "ARRIVAL" || px !== lmtPx) return [];
  const { side, hidden = false, displayQty, notes } = order;
  const { reachable, aheadQty } = queueInStep({ side, lmtPx, hidden, aheadQty: notes.aheadQty }, step);
  notes.aheadQty = aheadQty;
  if (reachable === undefined) return [];
  if (displayQty === undefined || displayQty >= reachable) return [wholeShares(reachable)];
  notes.aheadQty = aheadOnArrival({ side, lmtPx }, step);
  return [displayQty];
}

const wholeShares = (quantity: Qty): Qty => qty(quantity - (quantity % MICROS));

function algoBound({ state }: Book, order: WorkingOrder): Qty {
  const { algo, cumQty, notes, symbol } = order;
  if (algo === undefined) return order.leavesQty;
  const volume = subQty(volumeOf(state, symbol), notes.volumeBefore);
  const view = { nowUs: state.nowUs, volume, sessionCloseUs: closeUsOf(state.nowUs) };
  return subQty(releasedQty(order, algo, view), cumQty);
}
