import { countBound, rangeCondition } from "../range-condition.ts";

export const firedInSession = rangeCondition({
  name: "firedInSession",
  group: "event",
  doc: "The rule fired so often in this session.",
  of: "rule.fires_in_session",
  bounds: countBound,
  unit: "times",
});
