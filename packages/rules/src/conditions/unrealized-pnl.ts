import { signedBound, rangeCondition } from "../range-condition.ts";

export const unrealizedPnl = rangeCondition({
  name: "unrealizedPnl",
  group: "position",
  doc: "What is open in the account has won or lost so many dollars at the marks.",
  of: "account.unrealized_pnl",
  bounds: signedBound,
  unit: "dollars",
});
