import type { WorkingOrder } from "../facts.ts";
import { leavesOf, stopPxOf, stopsOf, targetPxOf, targetsOf } from "../protection/orders.ts";
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
    name: "orders.entries",
    type: "number",
    doc: "Those of them that open or increase a position.",
    unknown: "never",
    read: (facts) => facts.liveEntries,
  }),
  defineFact({
    name: "orders.reducing",
    type: "bool",
    doc: "Whether a part of the position is being closed.",
    unknown: "never",
    read: (facts) => facts.reducing,
  }),
  defineFact({
    name: "orders.exiting",
    type: "bool",
    doc: "Whether an exit of the position is under way.",
    unknown: "never",
    read: (facts) => facts.exiting,
  }),
  defineFact({
    name: "orders.stop_price",
    type: "price",
    doc: "Where the stop stands that protects the position; of several, the one farthest from the market.",
    unknown: "no stop works at the broker",
    read: stopPxOf,
  }),
  defineFact({
    name: "orders.stop_quantity",
    type: "shares",
    doc: "How many shares working stops protect.",
    unknown: "no stop works at the broker",
    read: (facts) => quantityOf(stopsOf(facts)),
  }),
  defineFact({
    name: "orders.target_price",
    type: "price",
    doc: "Where the target of the position stands; of several, the nearest to the market.",
    unknown: "no target works at the broker",
    read: targetPxOf,
  }),
  defineFact({
    name: "orders.target_quantity",
    type: "shares",
    doc: "How many shares working targets would close.",
    unknown: "no target works at the broker",
    read: (facts) => quantityOf(targetsOf(facts)),
  }),
];

const quantityOf = (orders: readonly WorkingOrder[]): number | undefined =>
  orders.length === 0 ? undefined : orders.reduce((sum, order) => sum + leavesOf(order), 0);
