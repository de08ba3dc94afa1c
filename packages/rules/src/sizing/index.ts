import type { Sizing } from "../define-sizing.ts";
import { riskPerTrade } from "./risk-per-trade.ts";

/** Every way to size an order: a new one is a file, its test and a line here. */
export const SIZINGS: readonly Sizing[] = [riskPerTrade] as unknown as readonly Sizing[];
