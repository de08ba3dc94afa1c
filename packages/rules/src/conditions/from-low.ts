import { percentBound, rangeCondition } from "../range-condition.ts";

export const fromLow = rangeCondition({
  name: "fromLow",
  group: "market",
  doc: "The mid is so far above the lowest price of the session's closed minutes, in percent; negative below it.",
  of: "(market.mid - market.low) / market.low",
  bounds: percentBound,
  unit: "%",
});
