import type { EventByKind } from "@bowline/contracts";
import { MICROS, mulDiv, type Px, type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { OddFill } from "../breaking/breaker-view.ts";
import type { Reservation } from "../reservations.ts";

/** How fills compare with what was approved. Private state of a machine, changed by the functions below only. */
export type FillQuality = {
  /** Slippage of the last fills, in micros of 1, by strategy, oldest first. */
  readonly slips: Map<string, { readonly atUs: Us; readonly slip: number }[]>;
  /** Fills worse than their limit or approval, or against it, by symbol, since the last resume of it. */
  readonly odd: Map<string, OddFill[]>;
};

export const makeFillQuality = (): FillQuality => ({ slips: new Map(), odd: new Map() });

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
  if (held.refPx === undefined || !hasPrice(held)) return;
  const recent = { atUs: nowUs, slip: slipFrom(held.refPx, lastPx, held.buys) };
  quality.slips.set(strategy, [...(quality.slips.get(strategy) ?? []), recent].slice(-SLIPS_KEPT));
}

/** Average of the last hour's fills; `undefined` with fewer than five. */
export function slippageOf({ slips }: FillQuality, strategy: string, nowUs: Us): number | undefined {
  const recent = (slips.get(strategy) ?? []).filter(({ atUs }) => nowUs - atUs < SLIPS_LAST_US);
  if (recent.length < LEAST_SLIPS) return undefined;
  return Math.round(recent.reduce((sum, { slip }) => sum + slip, 0) / recent.length);
}
