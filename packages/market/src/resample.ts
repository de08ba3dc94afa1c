import { type Session, exchangeTimeAt, sessionOf } from "@bowline/calendar";
import {
  type BarLength,
  type Px,
  type Qty,
  type Us,
  US_PER_MINUTE,
  ZERO_QTY,
  addQty,
  barMinutes,
  us,
} from "@bowline/kernel";

/** What is looked at of a one-minute bar, and what comes out. */
export type PlainBar = {
  readonly closeUs: Us;
  readonly status: "TRADED" | "NO_TRADE" | "NO_DATA";
  readonly openPx?: Px | undefined;
  readonly highPx?: Px | undefined;
  readonly lowPx?: Px | undefined;
  readonly closePx?: Px | undefined;
  readonly volume: Qty;
};

/** A longer bar; `missing` counts its minutes that came without data or not at all. */
export type LongBar = PlainBar & { readonly missing: number };

type Part = { bar: PlainBar; minutes: number };
/** The bar under way without its last minute, and that minute: so it can be revised. Plain JSON. */
export type ResampleState = { closeUs: Us; settled: Part | null; last: PlainBar | null };

export const initialResample = (): ResampleState => ({ closeUs: us(0), settled: null, last: null });

/**
 * Folds a one-minute bar and gives the longer bars that are closed by it, at most two, oldest first: one that ended without its
 * last minute, and one that ends with this minute. Intervals begin at the regular open, never at the full hour, and none goes
 * over a session's end: the last hour of a day is half an hour, an early close ends its day. A week ends with its last session.
 * Bars outside regular hours are left out. A minute with the last one's close time replaces it: where that had closed a bar,
 * the bar comes again. One that is older changes nothing.
 */
export function resample(timeframe: BarLength, state: ResampleState, minute: PlainBar): readonly LongBar[] {
  const span = spanOf(timeframe, minute.closeUs);
  if (span === undefined || (state.last !== null && minute.closeUs < state.last.closeUs)) return [];
  const closed: LongBar[] = [];
  if (state.closeUs !== span.closeUs) {
    if (state.last !== null && state.last.closeUs !== state.closeUs) closed.push(longBar(timeframe, state));
    state.closeUs = span.closeUs;
    state.settled = null;
  } else if (state.last !== null && minute.closeUs > state.last.closeUs) {
    state.settled = add(state.settled, state.last);
  }
  state.last = minute;
  if (minute.closeUs === span.closeUs) closed.push(longBar(timeframe, state));
  return closed;
}

type Span = { readonly closeUs: Us; readonly minutes: number };

/** The interval in which a minute that closes at this time lies; `undefined` outside regular hours. */
export function spanOf(timeframe: BarLength, closeUs: Us): Span | undefined {
  const session = sessionOf(exchangeTimeAt(us(closeUs - 1)).date);
  if (session === undefined || closeUs <= session.openUs || closeUs > session.closeUs) return undefined;
  const length = barMinutes(timeframe);
  if (length === undefined) return daysSpan(timeframe, session);
  const lengthUs = length * US_PER_MINUTE;
  const start = Math.floor((closeUs - 1 - session.openUs) / lengthUs) * lengthUs + session.openUs;
  const end = Math.min(start + lengthUs, session.closeUs);
  return { closeUs: us(end), minutes: (end - start) / US_PER_MINUTE };
}

/** A day, or the sessions of a week from Monday to Friday. */
function daysSpan(timeframe: BarLength, session: Session): Span {
  const minutesOf = ({ openUs, closeUs }: Session): number => (closeUs - openUs) / US_PER_MINUTE;
  if (timeframe === "1d") return { closeUs: session.closeUs, minutes: minutesOf(session) };
  const day = Temporal.PlainDate.from(session.date);
  const sessions = [1, 2, 3, 4, 5].flatMap(
    (weekday) => sessionOf(day.add({ days: weekday - day.dayOfWeek }).toString()) ?? [],
  );
  const minutes = sessions.reduce((sum, each) => sum + minutesOf(each), 0);
  return { closeUs: (sessions.at(-1) ?? session).closeUs, minutes };
}

/** As one-minute bars are made of five-second bars: traded where any part was, NO_DATA where nothing traded and a part is missing. */
function longBar(timeframe: BarLength, { closeUs, settled, last }: ResampleState): LongBar {
  const part = last === null ? settled : add(settled, last);
  const expected = spanOf(timeframe, closeUs)?.minutes ?? 0;
  const missing = expected - (part?.minutes ?? 0);
  if (part?.bar.status === "TRADED") return { ...part.bar, closeUs, missing };
  return { closeUs, status: missing > 0 ? "NO_DATA" : "NO_TRADE", volume: ZERO_QTY, missing };
}

/** `minutes` counts those with data. */
function add(part: Part | null, bar: PlainBar): Part {
  const minutes = (part?.minutes ?? 0) + (bar.status === "NO_DATA" ? 0 : 1);
  if (part === null || part.bar.status !== "TRADED") return { bar, minutes };
  if (bar.status !== "TRADED") return { bar: part.bar, minutes };
  const { openPx, highPx, lowPx, volume } = part.bar;
  return {
    bar: {
      ...bar,
      openPx,
      highPx: farther(highPx, bar.highPx, 1),
      lowPx: farther(lowPx, bar.lowPx, -1),
      volume: addQty(volume, bar.volume),
    },
    minutes,
  };
}

const farther = (a: Px | undefined, b: Px | undefined, sign: 1 | -1): Px | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return (sign === 1 ? a >= b : a <= b) ? a : b;
};
