import type { HistoryBar } from "@bowline/contracts";
import type { PlainBar } from "@bowline/market";
import { type Px, type Qty, US_PER_DAY, type Us, addQty } from "@bowline/kernel";

/** A session so far, from its closed one-minute bars. Plain JSON. */
export type Day = {
  /** Days since 1970: a session of US equities lies on one day in UTC. */
  readonly number: number;
  /** Close of the first and of the last bar that counted. */
  firstUs: Us;
  lastUs: Us;
  volume: Qty;
  openPx: Px;
  highPx: Px;
  lowPx: Px;
  closePx: Px;
};

export type Days = { today?: Day; previousClosePx?: Px };

const dayOf = (time: Us): number => Math.floor(Number(time) / US_PER_DAY);

/** Counts a bar of a minute in which something traded, live or of the past, in whatever order they come. */
export function countBar(days: Days, bar: HistoryBar): void {
  const { closeUs, openPx, highPx, lowPx, closePx } = bar;
  if (openPx === undefined || highPx === undefined || lowPx === undefined || closePx === undefined) return;
  const { today } = days;
  const number = dayOf(closeUs);
  if (today === undefined || number > today.number) {
    if (today !== undefined) days.previousClosePx = today.closePx;
    days.today = { number, firstUs: closeUs, lastUs: closeUs, volume: bar.volume, openPx, highPx, lowPx, closePx };
  } else if (number === today.number) {
    extend(today, closeUs, { openPx, highPx, lowPx, closePx, volume: bar.volume });
  }
}

type Traded = Pick<Day, "openPx" | "highPx" | "lowPx" | "closePx" | "volume">;

/** A bar between those that count is a repeat. */
function extend(today: Day, closeUs: Us, bar: Traded): void {
  if (closeUs >= today.firstUs && closeUs <= today.lastUs) return;
  if (closeUs < today.firstUs) {
    today.firstUs = closeUs;
    today.openPx = bar.openPx;
  } else {
    today.lastUs = closeUs;
    today.closePx = bar.closePx;
  }
  today.volume = addQty(today.volume, bar.volume);
  if (bar.highPx > today.highPx) today.highPx = bar.highPx;
  if (bar.lowPx < today.lowPx) today.lowPx = bar.lowPx;
}

/** Bars of the past, newest first so that each stands before those that count already; earlier days give the close before today. */
export function countHistory(days: Days, bars: readonly HistoryBar[]): void {
  const newestFirst = [...bars].sort((one, other) => other.closeUs - one.closeUs);
  for (const bar of newestFirst) {
    if (days.today !== undefined && dayOf(bar.closeUs) < days.today.number) {
      days.previousClosePx ??= bar.closePx;
      if (days.previousClosePx !== undefined) return;
    } else {
      countBar(days, bar);
    }
  }
}

/**
 * The session anew, of its regular bars in order of time, after the one that closed at `correctedUs` turned out otherwise or came to be
 * known. Of an earlier session nothing is known any more but its close.
 */
export function recountDay(days: Days, bars: readonly PlainBar[], correctedUs: Us): void {
  const number = dayOf(correctedUs);
  const { today } = days;
  if (today !== undefined && number < today.number) return;
  if (today?.number === number) delete days.today;
  for (const bar of bars) if (dayOf(bar.closeUs) === number && bar.status === "TRADED") countBar(days, bar);
}

/** The session of a moment, and the close of the one before it. */
export function dayAt(
  { today, previousClosePx }: Days,
  now: Us,
): { readonly day: Day | undefined; readonly previousClosePx: Px | undefined } {
  if (today === undefined) return { day: undefined, previousClosePx };
  return dayOf(now) > today.number
    ? { day: undefined, previousClosePx: today.closePx }
    : { day: today, previousClosePx };
}
