import { boolCondition } from "../range-condition.ts";

export const earlyClose = boolCondition({
  name: "earlyClose",
  group: "time",
  doc: "Whether the session is shorter than usual.",
  of: "session.early_close",
});
