import { decimalBound, rangeCondition } from "../range-condition.ts";

export const positionSize = rangeCondition({
  name: "positionSize",
  group: "position",
  doc: "The position has so many shares, long or short; 0 when flat.",
  of: "abs(position.quantity)",
  bounds: decimalBound,
  unit: "shares",
});
