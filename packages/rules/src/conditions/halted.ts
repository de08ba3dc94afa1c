import { boolCondition } from "../range-condition.ts";

export const halted = boolCondition({
  name: "halted",
  group: "market",
  doc: "Whether trading in the symbol is halted.",
  of: "market.halted",
});
