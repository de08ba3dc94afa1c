import { assert, MICROS, mulDiv, type Px, px } from "@bowline/kernel";
import type { FlattenPolicy } from "./flatten-policy.ts";

export type ClosingQuote = { readonly bidPx: Px; readonly askPx: Px };

/** Beyond this many tries a limit goes no further through the quote. */
const TRIES_AT_MOST = 9;

/**
 * The limit of a closing order: the far side of the quote and a bit more, so that it fills at once, never beyond the collar around the
 * price at which the closing began. `undefined` where the quote itself is beyond it. On the instrument's steps.
 */
export function closingPx(
  {
    buys,
    quote,
    anchorPx,
    tries,
    minTick,
  }: {
    readonly buys: boolean;
    readonly quote: ClosingQuote;
    readonly anchorPx: Px;
    /** Tries before this one that were not filled. */
    readonly tries: number;
    readonly minTick: Px;
  },
  { collar, through }: Pick<FlattenPolicy, "collar" | "through">,
): Px | undefined {
  assert(minTick > 0, "an instrument without a least step");
  const away = (from: Px, ratio: number): number => mulDiv(from, MICROS + (buys ? ratio : -ratio), MICROS);
  const touch = buys ? quote.askPx : quote.bidPx;
  // Towards the market: rounded outwards it could be beyond the collar by a step.
  const edge = px(
    buys ? stepsBelow(away(anchorPx, collar), minTick) : stepsAbove(Math.max(0, away(anchorPx, collar)), minTick),
  );
  if (buys ? touch > edge : touch < edge) return undefined;
  const wanted = away(touch, through * (Math.min(tries, TRIES_AT_MOST) + 1));
  return px(
    buys ? Math.min(edge, stepsAbove(wanted, minTick)) : Math.max(edge, stepsBelow(Math.max(0, wanted), minTick)),
  );
}

const stepsBelow = (price: number, minTick: Px): number => price - (price % minTick);
const stepsAbove = (price: number, minTick: Px): number => stepsBelow(price + minTick - 1, minTick);
