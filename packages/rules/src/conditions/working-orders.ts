import { z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";

export const workingOrders = defineCondition({
  name: "workingOrders",
  group: "position",
  doc: "No own order of the symbol may still trade, counting those that the gate has not answered yet.",
  schema: z.literal("none", { error: "`none` is all that can be asked of working orders" }),
  leaves: () => [{ name: "workingOrders", threshold: "none", test: "orders.working == 0" }],
});
