import { boolCondition } from "../range-condition.ts";

export const regularHours = boolCondition({
  name: "regularHours",
  group: "time",
  doc: "Whether regular trading is going on.",
  of: "session.regular",
});
