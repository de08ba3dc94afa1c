import { signedBound, rangeCondition } from "../range-condition.ts";

export const dayPnl = rangeCondition({
  name: "dayPnl",
  group: "position",
  doc: "The equity of the account has changed by so many dollars since the first that was seen in this session.",
  of: "account.day_pnl",
  bounds: signedBound,
  unit: "dollars",
});
