import type { Sizing } from "../define-sizing.ts";
import { equityPercent } from "./equity-percent.ts";
import { kelly } from "./kelly.ts";
import { notional } from "./notional.ts";
import { quantity } from "./quantity.ts";
import { riskPerTrade } from "./risk-per-trade.ts";
import { volatilityTarget } from "./volatility-target.ts";

/** Every way to size an order: a new one is a file, its test and a line here. */
export const SIZINGS: readonly Sizing[] = [
  equityPercent,
  kelly,
  notional,
  quantity,
  riskPerTrade,
  volatilityTarget,
] as unknown as readonly Sizing[];
