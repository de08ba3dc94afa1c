import {
  int,
  list,
  message,
  nested,
  oneOf,
  optional,
  pxField,
  qtyField,
  string,
  text,
  usField,
} from "../schema/index.ts";
import { ORD_TYPES, termFields, TIMES_IN_FORCE } from "./order-terms.ts";

export const SIDES = ["BUY", "SELL", "SELL_SHORT"] as const;
export type Side = (typeof SIDES)[number];
export const PURPOSES = ["ENTRY", "EXIT"] as const;
export type Purpose = (typeof PURPOSES)[number];
export const LEGS = ["ENTRY", "EXIT", "STOP", "TARGET"] as const;
export type Leg = (typeof LEGS)[number];
export const DIRECTIONS = ["LONG", "SHORT", "FLAT"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const group = string("Ticker group, one token of the subject.");
export const symbol = string("Symbol as the exchange writes it (FIX 55), such as BRK.B.");
export const clOrdId = string("Our order id, 20 characters, stable over reconnects; IB's orderRef (FIX 11).");
export const orderId = string("The broker's order id, IB's permId (FIX 37).");
export const side = oneOf("Side", SIDES, "Side (FIX 54).");
export const accountId = string("Account (FIX 1); DU… is paper.");
export const strategy = string("Name of the strategy file's strategy.");
export const rule = string("Id of the rule inside the strategy.");

/** One named value of an explanation. */
export const detailMessage = message("Detail", "A named value, rendered `key=value`.", {
  key: string("Name of the value."),
  value: text("The value as text."),
});

/** Why something was refused: a code of a closed list and the numbers behind it. */
export const reasonMessage = message("Reason", "A typed reason with its inputs.", {
  code: string("Stable code, SCREAMING_SNAKE."),
  detail: list(detailMessage, "The numbers that led to it."),
});
export type Reason = {
  readonly code: string;
  readonly detail: readonly { readonly key: string; readonly value: string }[];
};

export const reasons = list(reasonMessage, "All reasons, the first is the primary one.");

const bracketUnitMessage = message("BracketUnit", "A part of a bracketed entry with protection of its own.", {
  entryClOrdId: string("clOrdId of this part's entry order."),
  orderQty: qtyField("Quantity of this part."),
  stopClOrdId: string("clOrdId of its stop order."),
  targetClOrdId: string("clOrdId of its target order."),
  targetLmtPx: pxField("Limit price of its target order."),
});
const bracketUnitsMessage = message("BracketUnits", "The parts besides the first.", {
  units: list(bracketUnitMessage, "One for each further target; what is left of the quantity is the first part."),
});

export const bracketMessage = message("Bracket", "Protective exits that live at the broker and die with one another.", {
  stopClOrdId: string("clOrdId of the stop order."),
  stopPx: pxField("Trigger price of the stop order (FIX 99)."),
  targetClOrdId: string("clOrdId of the target order."),
  targetLmtPx: pxField("Limit price of the target order (FIX 44)."),
  stopTrailAmt: optional(pxField("The stop trails by this distance, from stopPx on.")),
  stopTrailPercent: optional(int("The stop trails by this part of the price, in micros of 1, from stopPx on.")),
  more: optional(
    nested(
      bracketUnitsMessage,
      "Several targets: each part is a whole bracket, because the broker ends a stop with the first target of its parent.",
    ),
  ),
});

/** What an order is, before anybody approved it. */
export const orderMessage = message("Order", "An order as the strategy wants it.", {
  clOrdId,
  accountId,
  strategy,
  rule,
  group,
  symbol,
  side,
  orderQty: qtyField("Quantity ordered, positive (FIX 38)."),
  ordType: oneOf("OrdType", ORD_TYPES, "Order type (FIX 40)."),
  lmtPx: optional(pxField("Limit price (FIX 44).")),
  stopPx: optional(pxField("Stop price (FIX 99).")),
  timeInForce: oneOf("TimeInForce", TIMES_IN_FORCE, "Time in force (FIX 59)."),
  purpose: oneOf("Purpose", PURPOSES, "Whether the order opens or reduces a position."),
  triggerKey: string("Natural key of what triggered the rule."),
  expiresUs: usField("After this moment the order is never sent."),
  decisionPx: optional(pxField("Mid price that the decision saw.")),
  bracket: optional(nested(bracketMessage, "Protective exits, sent together with the entry.")),
  ...termFields,
  parentIntentId: optional(string("The parent intent that this order is a part of.")),
});

export const barFields = {
  closeUs: usField("End of the bar's interval: when it was known."),
  openPx: optional(pxField("First trade's price.")),
  highPx: optional(pxField("Highest trade's price.")),
  lowPx: optional(pxField("Lowest trade's price.")),
  closePx: optional(pxField("Last trade's price.")),
  volume: qtyField("Shares traded."),
};

export const reason = text("Why, in words.");
export const execId = string("IB's execution id, the idempotency key of fills (FIX 17).");
export const requestId = string("Id of the request that this belongs to.");
export const code = int("The broker's code.");
