import { countBound, rangeCondition } from "../range-condition.ts";

export const firedInPosition = rangeCondition({
  name: "firedInPosition",
  group: "event",
  doc: "The rule fired so often since the symbol was last flat.",
  of: "rule.fires_in_position",
  bounds: countBound,
  unit: "times",
});
