import { countBound, rangeCondition } from "../range-condition.ts";

export const openPositions = rangeCondition({
  name: "openPositions",
  group: "position",
  doc: "So many symbols of the ticker group are held, or about to be.",
  of: "portfolio.open_positions",
  bounds: countBound,
});
