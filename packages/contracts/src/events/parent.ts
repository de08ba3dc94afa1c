import { defineEvent, int, list, message, nested, oneOf, optional, pxField, qtyField } from "../schema/index.ts";
import { clOrdId, group, orderMessage, reason, symbol } from "./shared.ts";

export const STYLES = ["PLAIN", "TWAP", "ICEBERG", "TRAILING_STOP", "BREAK_EVEN", "LADDER"] as const;
export type Style = (typeof STYLES)[number];
export const PARENT_STATES = ["WORKING", "DONE", "CANCELED", "DENIED", "STOPPED"] as const;
export type ParentState = (typeof PARENT_STATES)[number];

const rungMessage = message("Rung", "One step of a scale-out ladder.", {
  orderQty: qtyField("Quantity of this step."),
  lmtPx: pxField("Limit price of this step."),
});

/** How a parent is worked; each style reads its own fields. */
export const styleMessage = message("StyleParams", "How a parent intent is worked; each style reads its own fields.", {
  name: oneOf("Style", STYLES, "The style."),
  overSeconds: optional(int("TWAP: how long it takes from the first slice to the last.")),
  slices: optional(int("TWAP: in how many slices.")),
  showQty: optional(qtyField("ICEBERG: the most that works at once.")),
  trailAmt: optional(pxField("TRAILING_STOP: distance from the best middle of the quote seen.")),
  trailPercent: optional(int("TRAILING_STOP: the same as a part of that price, in micros of 1.")),
  armPx: optional(pxField("BREAK_EVEN: the middle of the quote that moves the stop.")),
  breakEvenPx: optional(pxField("BREAK_EVEN: where the stop moves to.")),
  ladder: list(rungMessage, "LADDER: the steps; together the quantity of the order."),
});

export const orderParentIntent = defineEvent({
  kind: "order.parent-intent",
  domain: "order",
  name: "ParentIntent",
  subject: "order.parent-intent.{order.group}.{order.symbol}",
  writers: ["operator"],
  doc: "A person wants a quantity worked by a style. The desk makes orders of it, and each goes through the risk gate.",
  fields: {
    order: nested(
      orderMessage,
      "What is wanted in all; its clOrdId names the parent. The broker never sees this order.",
    ),
    style: nested(styleMessage, "How it is worked."),
  },
});
export const orderParentState = defineEvent({
  kind: "order.parent-state",
  domain: "order",
  name: "ParentState",
  subject: "order.parent-state.{group}.{symbol}",
  writers: ["desk"],
  doc: "How far the desk is with a parent intent. DONE, CANCELED, DENIED and STOPPED are ends.",
  fields: {
    clOrdId,
    group,
    symbol,
    state: oneOf("ParentState", PARENT_STATES, "Where it stands."),
    cumQty: qtyField("Filled so far by its orders."),
    reason,
  },
});
