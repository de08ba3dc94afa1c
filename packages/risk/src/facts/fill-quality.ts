import type { EventByKind } from "@bowline/contracts";
import { MICROS, mulDiv, type Px, type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { OddFill } from "../breaking/breaker-view.ts";
import type { Reservation } from "../reservations.ts";

type Slip = { readonly atUs: Us; readonly slip: number };
type Awaiting = { readonly strategy: string; readonly lastPx: Px; readonly buys: boolean; readonly dueUs: number };

/** How fills compare with what was approved. Private state of a machine, changed by the functions below only. */
export type FillQuality = {
  /** Slippage of the last fills, in micros of 1, by strategy, oldest first. */
  readonly slips: Map<string, Slip[]>;
  /** Fills whose next minute is not over, by symbol. */
  readonly awaiting: Map<string, Awaiting[]>;
  /** How far the market went against the last fills a minute later, in micros of 1, by strategy, oldest first. */
  readonly markouts: Map<string, Slip[]>;
  /** Fills worse than their limit or approval, or against it, by symbol, since the last resume of it. */
  readonly odd: Map<string, OddFill[]>;
};

export const makeFillQuality = (): FillQuality => ({
  slips: new Map(),
  awaiting: new Map(),
  markouts: new Map(),
  odd: new Map(),
});

const SLIPS_KEPT = 50;
const SLIPS_LAST_US = 60 * US_PER_MINUTE;
const LEAST_SLIPS = 5;
const ODD_KEPT = 10;

/** What a stop, or a trailing order, fills at has nothing to do with the price at its approval. */
const hasPrice = ({ terms }: Reservation): boolean => terms?.ordType === "MKT" || terms?.ordType === "LMT";

/** How much worse the fill is than a price, in micros of 1; negative where it is better. */
const slipFrom = (px: Px, lastPx: Px, buys: boolean): number => mulDiv(buys ? lastPx - px : px - lastPx, MICROS, px);

/** How a fill goes beyond its order; `undefined` where it does not. */
function oddityOf(
  { clOrdId, side, lastPx, lastQty }: EventByKind<"order.filled">,
  held: Reservation,
): OddFill | undefined {
  const isOtherSide = held.buys !== (side === "BUY");
  const contradicts = isOtherSide ? "side" : lastQty > held.leavesQty ? "more than the order" : undefined;
  const boundPx = hasPrice(held) ? (held.terms?.lmtPx ?? held.refPx) : undefined;
  const slip = boundPx === undefined ? 0 : slipFrom(boundPx, lastPx, held.buys);
  return contradicts === undefined && slip <= 0 ? undefined : { clOrdId, contradicts, slip };
}

/** Takes in a fill, before it is released from what was reserved for its order. */
export function seeFillQuality(
  quality: FillQuality,
  fill: EventByKind<"order.filled">,
  { held, nowUs }: { readonly held: Reservation | undefined; readonly nowUs: Us },
): void {
  if (held === undefined || held.parent !== undefined || held.status === "UNKNOWN") return;
  const { symbol, strategy, lastPx } = fill;
  const odd = oddityOf(fill, held);
  if (odd !== undefined) quality.odd.set(symbol, [...(quality.odd.get(symbol) ?? []), odd].slice(-ODD_KEPT));
  const waiting = { strategy, lastPx, buys: held.buys, dueUs: nowUs + US_PER_MINUTE };
  quality.awaiting.set(symbol, [...(quality.awaiting.get(symbol) ?? []), waiting].slice(-SLIPS_KEPT));
  if (held.refPx === undefined || !hasPrice(held)) return;
  addSlip(quality.slips, strategy, { atUs: nowUs, slip: slipFrom(held.refPx, lastPx, held.buys) });
}

function addSlip(slips: Map<string, Slip[]>, strategy: string, slip: Slip): void {
  slips.set(strategy, [...(slips.get(strategy) ?? []), slip].slice(-SLIPS_KEPT));
}

/** A minute closed: fills of at least a minute before are held against it. */
export function seeMarkouts(
  { awaiting, markouts }: FillQuality,
  { symbol, closePx, closeUs }: { readonly symbol: string; readonly closePx: Px; readonly closeUs: Us },
): void {
  const waiting = awaiting.get(symbol);
  if (waiting === undefined) return;
  for (const { strategy, lastPx, buys, dueUs } of waiting)
    if (closeUs >= dueUs) addSlip(markouts, strategy, { atUs: closeUs, slip: slipFrom(lastPx, closePx, !buys) });
  const left = waiting.filter(({ dueUs }) => closeUs < dueUs);
  if (left.length === 0) awaiting.delete(symbol);
  else awaiting.set(symbol, left);
}

/** Average slippage of the last hour's fills; `undefined` with fewer than five. */
export const slippageOf = ({ slips }: FillQuality, strategy: string, nowUs: Us): number | undefined =>
  averageOf(slips.get(strategy), nowUs);

/** Average move against the last hour's fills; `undefined` with fewer than five. */
export const markoutOf = ({ markouts }: FillQuality, strategy: string, nowUs: Us): number | undefined =>
  averageOf(markouts.get(strategy), nowUs);

function averageOf(slips: readonly Slip[] | undefined, nowUs: Us): number | undefined {
  const recent = (slips ?? []).filter(({ atUs }) => nowUs - atUs < SLIPS_LAST_US);
  if (recent.length < LEAST_SLIPS) return undefined;
  return Math.round(recent.reduce((sum, { slip }) => sum + slip, 0) / recent.length);
}
