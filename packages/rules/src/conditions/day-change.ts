import { percentBound, rangeCondition } from "../range-condition.ts";

export const dayChange = rangeCondition({
  name: "dayChange",
  group: "market",
  doc: "The mid has moved so far since the previous close, in percent.",
  of: "market.day_change",
  bounds: percentBound,
  unit: "%",
});
