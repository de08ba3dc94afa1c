import { percentBound, rangeCondition } from "../range-condition.ts";

export const netExposure = rangeCondition({
  name: "netExposure",
  group: "position",
  doc: "All positions of the account, short ones taken off, are worth such a percentage of the equity.",
  of: "account.net_exposure / account.equity",
  bounds: percentBound,
  unit: "% of equity",
});
