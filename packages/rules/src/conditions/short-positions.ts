import { countBound, rangeCondition } from "../range-condition.ts";

export const shortPositions = rangeCondition({
  name: "shortPositions",
  group: "position",
  doc: "So many symbols of the ticker group are held short.",
  of: "portfolio.short_positions",
  bounds: countBound,
});
