import { countBound, rangeCondition } from "../range-condition.ts";

export const longPositions = rangeCondition({
  name: "longPositions",
  group: "position",
  doc: "So many symbols of the ticker group are held long.",
  of: "portfolio.long_positions",
  bounds: countBound,
});
