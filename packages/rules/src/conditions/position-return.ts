import { percentBound, rangeCondition } from "../range-condition.ts";

export const positionReturn = rangeCondition({
  name: "positionReturn",
  group: "position",
  doc: "The mid has moved so far in favour of the open position since its average price, in percent; not when flat.",
  of: "position.return",
  bounds: percentBound,
  unit: "%",
});
