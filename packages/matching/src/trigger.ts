import { MICROS, mulDiv, type Px, px } from "@bowline/kernel";
import type { OrderRequest, TriggerMethod } from "./broker-types.ts";
import type { SymbolStep } from "./market.ts";
import { oppositePx } from "./match-price.ts";
import { ORD_TYPES } from "./ord-types.ts";
import { type PriceBand, roundToIncrement } from "./price-increment.ts";

/** ARRIVAL: the quote and the last price as they stand. STEP: also everything that traded in the step. */
export type Moment = "ARRIVAL" | "STEP";

type Triggered = Pick<OrderRequest, "side" | "ordType" | "stopPx" | "trailStopPx">;

/** Methods that want the same answer twice in a row. */
export const isDouble = (method: TriggerMethod): boolean => method === 1 || method === 3;

const middlePx = ({ bidPx, askPx }: SymbolStep): Px => px(mulDiv(bidPx + askPx, 1, 2));

/** A stop to buy and a touch to sell are triggered by a market that rises. */
const isRising = ({ side, ordType }: Triggered): boolean =>
  (side === "BUY") === (ORD_TYPES[ordType].trigger === "STOP");

/** One look at the market: a step of it, or the quote that stands. */
export type Sight = { readonly step: SymbolStep; readonly moment: Moment };
type View = Sight & { readonly method: TriggerMethod };

/** The prices that may trigger, by the method. `rising`: the highest trade of a step counts, else the lowest. */
function triggerPxs({ method, step, moment }: View, rising: boolean, quotePx: Px): readonly Px[] {
  const trade = rising ? step.highPx : step.lowPx;
  const lastPxs = moment === "ARRIVAL" ? [step.closePx] : step.volume > 0 ? [trade] : [];
  if (method === 8) return [middlePx(step)];
  if (method === 1 || method === 4) return [quotePx];
  return method === 7 ? [...lastPxs, quotePx] : lastPxs;
}

/** Whether any price that the method looks at is at or beyond a level. */
export function isLevelReached(view: View, levelPx: Px, rising: boolean, quotePx: Px): boolean {
  return triggerPxs(view, rising, quotePx).some((price) => (rising ? price >= levelPx : price <= levelPx));
}

/** Whether an order's trigger price is reached: a buyer looks at the ask, a seller at the bid. */
export function isTriggerReached(order: Triggered, view: View): boolean {
  const levelPx = ORD_TYPES[order.ordType].trails ? order.trailStopPx : order.stopPx;
  return levelPx !== undefined && isLevelReached(view, levelPx, isRising(order), oppositePx(order.side, view.step));
}

type Trailing = Pick<OrderRequest, "side" | "trailingAmount" | "trailingMicros" | "trailStopPx">;

/** What a trailing stop follows: the best trade for the order's holder, the quote, or the middle, by the method. */
function followedPx({ method, step, moment }: View, side: OrderRequest["side"]): Px {
  if (method === 8) return middlePx(step);
  if (method === 1 || method === 4) return oppositePx(side, step);
  if (moment === "ARRIVAL" || step.volume === 0) return step.closePx;
  return side === "SELL" ? step.highPx : step.lowPx;
}

/** Where a trailing stop stands after the market moved: it follows a market that goes the holder's way, and never turns back. */
export function trailedStopPx(order: Trailing, view: View, bands: readonly PriceBand[]): Px {
  const { side, trailingAmount, trailingMicros = 0, trailStopPx } = order;
  const followed = followedPx(view, side);
  const distance = trailingAmount ?? mulDiv(followed, trailingMicros, MICROS);
  const isSell = side === "SELL";
  const next = roundToIncrement(bands, isSell ? followed - distance : followed + distance, isSell ? "DOWN" : "UP");
  if (trailStopPx === undefined) return next;
  return isSell === next > trailStopPx ? next : trailStopPx;
}
