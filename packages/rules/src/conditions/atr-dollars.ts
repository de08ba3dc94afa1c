import { decimalBound, rangeCondition } from "../range-condition.ts";

export const atrDollars = rangeCondition({
  name: "atrDollars",
  group: "market",
  doc: "ATR(14) of one-minute bars is so many dollars.",
  of: "market.atr",
  bounds: decimalBound,
  unit: "dollars",
});
