import { percentBound, rangeCondition } from "../range-condition.ts";

export const grossExposure = rangeCondition({
  name: "grossExposure",
  group: "position",
  doc: "All positions of the account, long and short added up, are worth such a percentage of the equity.",
  of: "account.gross_exposure / account.equity",
  bounds: percentBound,
  unit: "% of equity",
});
