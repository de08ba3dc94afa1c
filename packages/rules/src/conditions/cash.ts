import { signedBound, rangeCondition } from "../range-condition.ts";

export const cash = rangeCondition({
  name: "cash",
  group: "position",
  doc: "The account has so many dollars of cash.",
  of: "account.cash",
  bounds: signedBound,
  unit: "dollars",
});
