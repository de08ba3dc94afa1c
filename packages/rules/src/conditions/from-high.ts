import { percentBound, rangeCondition } from "../range-condition.ts";

export const fromHigh = rangeCondition({
  name: "fromHigh",
  group: "market",
  doc: "The mid is so far below the highest price of the session's closed minutes, in percent; negative above it.",
  of: "(market.high - market.mid) / market.high",
  bounds: percentBound,
  unit: "%",
});
