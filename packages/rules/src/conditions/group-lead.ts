import { percentBound, rangeCondition } from "../range-condition.ts";

export const groupLead = rangeCondition({
  name: "groupLead",
  group: "market",
  doc: "The symbol is so far ahead of the mean of its ticker group since the previous close, in percent.",
  of: "group.relative_change",
  bounds: percentBound,
  unit: "%",
});
