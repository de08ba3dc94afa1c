import { percentBound, rangeCondition } from "../range-condition.ts";

export const dayRange = rangeCondition({
  name: "dayRange",
  group: "market",
  doc: "The session's closed minutes have spanned such a percentage of its first price.",
  of: "(market.high - market.low) / market.open",
  bounds: percentBound,
  unit: "%",
});
