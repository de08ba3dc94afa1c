import { type Money, notional } from "@bowline/kernel";
import { atMost } from "./at-most.ts";
import { denyMissing, pass, type Verdict } from "./define-check.ts";
import { WAIVED, type Waived } from "./limits/limit.ts";
import type { RiskView } from "./view.ts";

/** What one tier of the drawdown says of an entry: nothing where another tier holds. */
export function drawdownVerdict(
  view: RiskView,
  depth: number,
  { most, from }: { readonly most: Money | Waived; readonly from: number | Waived },
): Verdict {
  if (from === WAIVED) return pass;
  // The tier was told by the last equity that was known: without one now it may be another.
  if (view.peakEquity === undefined || view.equity === undefined) return denyMissing("equity");
  if (view.drawdownTier !== depth) return pass;
  const value = view.refPx === undefined ? undefined : notional(view.order.orderQty, view.refPx);
  return atMost({ what: "notional", value, limit: most, named: `drawdownTier${depth}Notional` });
}
