import { boolCondition } from "../range-condition.ts";

export const exiting = boolCondition({
  name: "exiting",
  group: "position",
  doc: "Whether an exit of the position is under way.",
  of: "orders.exiting",
});
