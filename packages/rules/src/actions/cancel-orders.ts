import { strict } from "@bowline/config";
import { defineAction } from "../define-action.ts";
import { makeLeaf } from "../leaf.ts";

const need = makeLeaf<number>({
  name: "cancelOrders.entries",
  threshold: "one works",
  read: (facts) => facts.liveEntries,
  holds: (count) => count > 0,
  show: String,
});

export const cancelOrders = defineAction({
  name: "cancelOrders",
  doc: "Cancels the orders of the symbol that would open or increase a position, also one that the gate has not answered yet. What protects a position stays: an `exit` takes that away.",
  claims: ["orders"],
  opens: false,
  schema: strict({}),
  compile: () => ({ needs: [need], plan: () => ({ type: "cancelOrders" }) }),
});
