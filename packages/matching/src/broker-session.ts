import { subQty, US_PER_DAY } from "@bowline/kernel";
import type { Book } from "./broker-book.ts";
import { expireOrder } from "./broker-cancel.ts";
import { worksOutside } from "./broker-hold.ts";
import { rememberClose } from "./broker-margin.ts";
import { matchStep, meetClosing } from "./broker-match.ts";
import { type BrokerState, type SessionPhase, volumeOf, type WorkingOrder } from "./broker-state.ts";
import type { SymbolStep } from "./market.ts";

/** Takes over one step: quotes, volumes, then what rests. All symbols of a step lie in the same hours. */
export function takeStep(book: Book, steps: readonly SymbolStep[]): void {
  enterPhase(book, steps[0]?.state?.hours === undefined ? "REGULAR" : "EXTENDED");
  const { quotes, volumes, taken, open } = book.state;
  if (taken.size > 0) taken.clear();
  for (const step of steps) {
    quotes.set(step.symbol, step);
    const tally = volumes.get(step.symbol);
    if (tally === undefined) volumes.set(step.symbol, { total: step.volume });
    // Both are safe integers and a day's volume is far below the limit: the checked sum would cost more than the rest of the loop.
    else tally.total = (tally.total + step.volume) as typeof tally.total;
  }
  if (open.size > 0) matchStep(book, steps);
}

/** Regular hours end with the closing auction and with the orders that were for them; they begin with no volume. */
function enterPhase(book: Book, phase: SessionPhase): void {
  const { state } = book;
  if (phase === state.phase) return;
  if (state.phase === "REGULAR") {
    meetClosing(book);
    for (const [symbol, { closePx }] of state.quotes) state.closes.set(symbol, closePx);
    if (phase === "EXTENDED") expireDay(book, (order) => !worksOutside(order));
  }
  if (phase === "REGULAR") beginVolumes(state);
  state.phase = phase;
}

/** A session counts from nothing. What traded since an order came in goes on: its mark moves back by as much as is forgotten. */
function beginVolumes(state: BrokerState): void {
  for (const { symbol, notes } of state.open.values()) {
    notes.volumeBefore = subQty(notes.volumeBefore, volumeOf(state, symbol));
  }
  state.volumes.clear();
}

/** Ends the trading day: what is for the day ends with it, children with their entry. */
export function endSession(book: Book): void {
  enterPhase(book, "CLOSED");
  expireDay(book, () => true);
  rememberClose(book);
  forgetOld(book.state);
}

function expireDay(book: Book, isOver: (order: WorkingOrder) => boolean): void {
  for (const order of book.state.open.values())
    if (order.timeInForce === "DAY" && isOver(order)) expireOrder(book, order);
}

const KEPT_US = 7 * US_PER_DAY;

/** TWS tells executions and completed orders of some days only. */
function forgetOld(state: BrokerState): void {
  const since = state.nowUs - KEPT_US;
  state.completed = state.completed.filter(({ completedUs }) => (completedUs ?? 0) >= since);
  state.executions = state.executions.filter(({ transactUs }) => transactUs >= since);
}
