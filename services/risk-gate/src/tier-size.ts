import type { Order } from "@bowline/contracts";
import { MICROS } from "@bowline/kernel";
import { type DenialCode, isReducing, type RiskLimits, WAIVED } from "@bowline/risk";
import type { Gate } from "./gate.ts";

/** What an entry keeps of its quantity, in micros of 1, and the check that says so. */
export type TierSize = { readonly size: number; readonly code: DenialCode };

/** In a tier of the drawdown entries are smaller. `undefined` where nothing is cut: no tier, a waived size, an order that reduces. */
export function tierSizeOf({ state }: Gate, order: Order, limits: RiskLimits): TierSize | undefined {
  const { drawdownTier1Size, drawdownTier2Size } = limits;
  const { depth } = state.equity.tier;
  const size = depth === 1 ? drawdownTier1Size : depth === 2 ? drawdownTier2Size : WAIVED;
  if (size === WAIVED || size >= MICROS || isReducing(state, order)) return undefined;
  return { size, code: depth === 1 ? "DRAWDOWN_TIER_1" : "DRAWDOWN_TIER_2" };
}
