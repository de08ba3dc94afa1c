import { defineFact } from "./define-fact.ts";

/** The strategy's own orders in the symbol. */
export const ORDER_FACTS = [
  defineFact({
    name: "orders.working",
    type: "number",
    doc: "Own orders that may still trade, counting those that the gate has not answered yet.",
    unknown: "never",
    read: (facts) => facts.liveOrders,
  }),
  defineFact({
    name: "orders.exiting",
    type: "bool",
    doc: "Whether an exit of the position is under way.",
    unknown: "never",
    read: (facts) => facts.exiting,
  }),
];
