import { type Px, formatMicros, px } from "@bowline/kernel";
import { CENT, ceilToCent, floorToCent } from "../cents.ts";
import type { SizingStep } from "../define-sizing.ts";
import { type Facts, MOST_PX, type QuoteFacts } from "../facts.ts";
import { type ChangePlan, type NoPlan, noPlan } from "../plans.ts";
import { type StopOrder, cutOf, isLong, stopsOf } from "./orders.ts";
import { step } from "./price-from.ts";

/** How long a change may wait before it is sent. */
export const CHANGE_WITHIN_MS = 2000;

/** Where a stop is to stand, before it is rounded to a cent. */
export type StopWish = {
  /** The action that asks. */
  readonly action: string;
  /** In micros, as a double. */
  readonly level: number;
  /** To the cent that is nearer to the market; left out, to the one that is farther. */
  readonly nearer?: boolean;
  /** Whether it may go farther from the market than it stands. */
  readonly mayLoosen?: boolean;
  /** Beyond the market it is held at the cent before it, instead of refused. */
  readonly held?: boolean;
  /** Not moved for less, in micros; a cent where it is left out. */
  readonly leastStep?: number;
  readonly steps: readonly SizingStep[];
};

/**
 * Moves every working stop of the position to one price: never beyond the market, where it would trade at once, and never farther
 * away than it stands unless that is allowed.
 */
export function moveStops(facts: Facts, wish: StopWish): ChangePlan | NoPlan {
  const { action, level, mayLoosen = false } = wish;
  const long = isLong(facts);
  const { quote } = facts;
  if (quote === undefined) return noPlan(`${action}.quote`, "missing", "present");
  if (level < CENT || level > MOST_PX) return noPlan(`${action}.price`, formatMicros(Math.round(level)), "a price");
  const stopPx = onCent(wish, long, quote);
  const steps = [...wish.steps, step("stopPx", stopPx)];
  const refuse = (what: string, value: string, threshold: string): NoPlan =>
    noPlan(`${action}.${what}`, value, threshold, steps);
  if (long ? stopPx >= quote.bidPx : stopPx <= quote.askPx)
    return refuse("market", formatMicros(stopPx), beyond(long, quote));
  const stops = stopsOf(facts);
  if (stops.some(({ changing }) => changing)) return refuse("change", "under way", "none under way");
  const moved = stops.filter((stop) => (mayLoosen ? stop.stopPx !== stopPx : comesNearer(stop, stopPx, wish, long)));
  if (moved.length === 0) return refuse("nearer", formatMicros(stopPx), thresholdOf(stops, { long, mayLoosen }));
  return {
    type: "change",
    changes: moved.map(({ clOrdId }) => ({ clOrdId, stopPx, ...cutOf(facts, stops) })),
    expiresMs: CHANGE_WITHIN_MS,
    reason: action,
    sizing: steps,
  };
}

function onCent({ level, nearer = false, held = false }: StopWish, long: boolean, { bidPx, askPx }: QuoteFacts): Px {
  const wanted = long === nearer ? ceilToCent(level) : floorToCent(level);
  if (!held) return wanted;
  return px(long ? Math.min(wanted, ceilToCent(bidPx) - CENT) : Math.max(wanted, floorToCent(askPx) + CENT));
}

const beyond = (long: boolean, { bidPx, askPx }: QuoteFacts): string =>
  long ? `< ${formatMicros(bidPx)}` : `> ${formatMicros(askPx)}`;

const comesNearer = ({ stopPx: now }: StopOrder, stopPx: Px, { leastStep = CENT }: StopWish, long: boolean): boolean =>
  (long ? stopPx - now : now - stopPx) >= leastStep;

type How = { readonly long: boolean; readonly mayLoosen: boolean };

function thresholdOf(stops: readonly StopOrder[], { long, mayLoosen }: How): string {
  const now = [...new Set(stops.map(({ stopPx }) => formatMicros(stopPx)))].join(", ");
  return `${mayLoosen ? "≠" : long ? ">" : "<"} ${now}`;
}
