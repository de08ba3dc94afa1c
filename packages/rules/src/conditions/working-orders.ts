import { z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import { makeLeaf } from "../leaf.ts";

/** Holds while no own order of the symbol may still trade, counting those that the gate has not answered yet. */
export const workingOrders = defineCondition({
  name: "workingOrders",
  schema: z.literal("none", { error: "`none` is all that can be asked of working orders" }),
  leaves: () => [
    makeLeaf({
      name: "workingOrders",
      threshold: "none",
      read: (facts) => facts.liveOrders,
      holds: (count) => count === 0,
      show: String,
    }),
  ],
});
