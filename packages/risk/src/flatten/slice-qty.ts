import { MICROS, mulDiv, type Px, type Qty, qty } from "@bowline/kernel";
import type { RiskLimits } from "../limits/limit-book.ts";
import { WAIVED } from "../limits/limit.ts";
import type { FlattenPolicy } from "./flatten-policy.ts";

export type SliceFacts = {
  /** What is still to be closed, without its sign. */
  readonly leftQty: Qty;
  /** The highest price that one share is counted at. */
  readonly countedPx: Px;
  /** Size shown on the side that the slice takes, and average daily volume, where they are known. */
  readonly displayedQty: Qty | undefined;
  readonly averageDailyQty: Qty | undefined;
};

/**
 * Whole shares of the next slice: no more than the least of what the settings and the limits of one order leave, at least one share.
 * A part of a share that is left over is given back as it is: no exchange takes it, and a check says so.
 */
export function sliceQty(
  { leftQty, countedPx, displayedQty, averageDailyQty }: SliceFacts,
  policy: Pick<FlattenPolicy, "sliceNotional" | "sliceDisplayedMultiple" | "sliceAdvShare">,
  { maxOrderQty, maxOrderNotional }: Pick<RiskLimits, "maxOrderQty" | "maxOrderNotional">,
): Qty {
  if (leftQty < MICROS) return leftQty;
  const worth = Math.min(
    policy.sliceNotional,
    maxOrderNotional === WAIVED ? Number.MAX_SAFE_INTEGER : maxOrderNotional,
  );
  const part = (of: Qty | undefined, ratio: number): number =>
    of === undefined || of <= 0 ? Number.MAX_SAFE_INTEGER : mulDiv(of, ratio, MICROS);
  const most = Math.min(
    leftQty,
    maxOrderQty === WAIVED ? leftQty : maxOrderQty,
    Math.floor(worth / Number(countedPx)) * MICROS,
    part(displayedQty, policy.sliceDisplayedMultiple),
    part(averageDailyQty, policy.sliceAdvShare),
  );
  return qty(Math.max(MICROS, most - (most % MICROS)));
}
