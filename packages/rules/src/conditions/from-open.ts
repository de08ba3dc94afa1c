import { percentBound, rangeCondition } from "../range-condition.ts";

export const fromOpen = rangeCondition({
  name: "fromOpen",
  group: "market",
  doc: "The mid has moved so far since the first price of the session, in percent.",
  of: "(market.mid - market.open) / market.open",
  bounds: percentBound,
  unit: "%",
});
