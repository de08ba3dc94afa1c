import { micros, money } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import type { Sized, Sizing, SizingFacts } from "../define-sizing.ts";

/** 100,000 dollars, a price of 100, half a dollar to the stop and one to the target, a confidence of 0.7, an ATR of 0.20. */
const facts = (changes: Partial<SizingFacts>): SizingFacts => ({
  equity: money(micros("100000")),
  confidence: micros("0.7"),
  worstPx: dollars("100"),
  riskPerShare: dollars("0.5"),
  rewardPerShare: dollars("1"),
  atr: 200_000,
  ...changes,
});

/** What a sizing comes to, its parameters as a rule file writes them. */
export function sized(sizing: unknown, params: object, about: Partial<SizingFacts> = {}): Sized {
  const { schema, size } = sizing as Sizing;
  return size(schema.parse(params), facts(about));
}

/** A confidence of 0.7 stands half-way. */
export const CONFIDENCE = { none: 0.5, full: 0.9 };
/** Caps that nothing here reaches. */
export const WIDE = { maxNotionalPercent: 400, maxNotional: 1_000_000_000 };
