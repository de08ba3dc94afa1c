import { decimalBound, rangeCondition } from "../range-condition.ts";

export const price = rangeCondition({
  name: "price",
  group: "market",
  doc: "The mid is so many dollars.",
  of: "market.mid",
  bounds: decimalBound,
  unit: "dollars",
});
