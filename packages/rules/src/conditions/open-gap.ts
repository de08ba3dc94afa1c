import { percentBound, rangeCondition } from "../range-condition.ts";

export const openGap = rangeCondition({
  name: "openGap",
  group: "market",
  doc: "The session opened so far from the previous close, in percent.",
  of: "(market.open - market.previous_close) / market.previous_close",
  bounds: percentBound,
  unit: "%",
});
