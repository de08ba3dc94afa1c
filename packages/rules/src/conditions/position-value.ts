import { decimalBound, rangeCondition } from "../range-condition.ts";

export const positionValue = rangeCondition({
  name: "positionValue",
  group: "position",
  doc: "The position is worth so many dollars at the mid, long or short.",
  of: "abs(position.quantity) * market.mid",
  bounds: decimalBound,
  unit: "dollars",
});
