import { defineEvent, int, optional, pxField, qtyField, type Shape, string, usField } from "../schema/index.ts";
import { clOrdId, code, group, orderId, reason, reasons, rule, strategy, symbol } from "./shared.ts";

const subject = (event: string) => `order.${event}.{group}.{symbol}`;
const about = {
  clOrdId,
  group,
  symbol,
  replaceId: string("Id of this change, the same on every replay: a repeat of it changes nothing."),
};
/** What is absent stays as it is. */
const terms = {
  orderQty: optional(qtyField("New total quantity, what is filled already included (FIX 38).")),
  lmtPx: optional(pxField("New limit price (FIX 44).")),
  stopPx: optional(pxField("New stop price (FIX 99).")),
};
const moreTerms = {
  trailAmt: optional(pxField("Distance of a trailing stop from the best price.")),
  trailPercent: optional(int("The same as a part of the price, in micros of 1: 10000 is 1 %.")),
  lmtOffset: optional(pxField("TRAIL_LIMIT: how far the limit lies behind the stop.")),
  displayQty: optional(qtyField("Shown at once, whole shares (FIX 1138).")),
  goodTillUs: optional(usField("GTD: ends then (FIX 126).")),
};
const changeFields = { ...terms, ...moreTerms };

/** What a change says of an order; what is absent stays as it is. Everything else of an order cannot be changed: it is canceled instead. */
export type ChangeTerms = Shape<typeof changeFields>;
export const CHANGE_NAMES = Object.keys(changeFields) as readonly (keyof ChangeTerms)[];

export const orderReplaceIntent = defineEvent({
  kind: "order.replace-intent",
  domain: "order",
  name: "ReplaceIntent",
  subject: subject("replace-intent"),
  writers: ["strategy", "desk", "operator"],
  doc: "A strategy, the desk or a person wants a working order changed. It keeps its id and its place in its bracket.",
  fields: {
    ...about,
    strategy,
    rule,
    ...terms,
    expiresUs: usField("After this moment the change is never sent."),
    reason,
    ...moreTerms,
  },
});
export const orderReplaceApproved = defineEvent({
  kind: "order.replace-approved",
  domain: "order",
  name: "ReplaceApproved",
  subject: subject("replace-approved"),
  writers: ["risk-gate"],
  doc: "The risk gate approves a change: the order as it would then be passes, its own reservation left out.",
  fields: {
    ...about,
    strategy,
    rule,
    ...terms,
    expiresUs: usField("After this moment the change is never sent."),
    ...moreTerms,
  },
});
export const orderReplaceDenied = defineEvent({
  kind: "order.replace-denied",
  domain: "order",
  name: "ReplaceDenied",
  subject: subject("replace-denied"),
  writers: ["risk-gate"],
  doc: "The risk gate denies a change, with every reason; the order stays as it is.",
  fields: { ...about, strategy, rule, reasons },
});
export const orderReplaced = defineEvent({
  kind: "order.replaced",
  domain: "order",
  name: "Replaced",
  subject: subject("replaced"),
  writers: ["execution"],
  doc: "The broker shows the order with its new terms.",
  fields: {
    ...about,
    orderId,
    orderQty: qtyField("Total quantity now (FIX 38)."),
    lmtPx: optional(pxField("Limit price now (FIX 44).")),
    stopPx: optional(pxField("Stop price now (FIX 99).")),
    cumQty: qtyField("Filled so far (FIX 14)."),
    leavesQty: qtyField("Still open (FIX 151)."),
    ...moreTerms,
  },
});
export const orderReplaceRejected = defineEvent({
  kind: "order.replace-rejected",
  domain: "order",
  name: "ReplaceRejected",
  subject: subject("replace-rejected"),
  writers: ["execution"],
  doc: "A change was not made; the order lives on as it was.",
  fields: { ...about, code, reason },
});
export const orderCancelRejected = defineEvent({
  kind: "order.cancel-rejected",
  domain: "order",
  name: "CancelRejected",
  subject: subject("cancel-rejected"),
  writers: ["execution"],
  doc: "The broker did not cancel the order; what it is, its other entries tell.",
  fields: { clOrdId, group, symbol, code, reason },
});
