import { countBound, rangeCondition } from "../range-condition.ts";

export const groupRank = rangeCondition({
  name: "groupRank",
  group: "market",
  doc: "The symbol has this place in its ticker group by its change of the day: 1 is the strongest.",
  of: "group.rank",
  bounds: countBound,
});
