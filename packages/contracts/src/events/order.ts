import {
  defineEvent,
  nested,
  oneOf,
  optional,
  pxField,
  qtyField,
  string,
  text,
  usField,
  moneyField,
} from "../schema/index.ts";
import {
  accountId,
  clOrdId,
  code,
  execId,
  group,
  LEGS,
  orderId,
  orderMessage,
  reason,
  reasonMessage,
  reasons,
  rule,
  side,
  strategy,
  symbol,
} from "./shared.ts";
import { ORD_TYPES, termFields, TIMES_IN_FORCE } from "./order-terms.ts";

const about = { clOrdId, group, symbol };
const subject = (event: string) => `order.${event}.{group}.{symbol}`;

export const orderIntent = defineEvent({
  kind: "order.intent",
  domain: "order",
  name: "Intent",
  subject: "order.intent.{order.group}.{order.symbol}",
  writers: ["strategy", "desk"],
  doc: "A strategy, or the desk that works a parent intent, wants an order. Nothing is sent before the risk gate approves it.",
  fields: { order: nested(orderMessage, "The order that is wanted.") },
});
export const orderCancelIntent = defineEvent({
  kind: "order.cancel-intent",
  domain: "order",
  name: "CancelIntent",
  subject: subject("cancel-intent"),
  writers: ["strategy", "desk", "operator", "risk-gate"],
  doc: "A strategy, the desk, a person or a flattening wants a working order, or a parent intent, ended. No check is asked.",
  fields: { ...about, strategy, rule, reason },
});
export const orderApproved = defineEvent({
  kind: "order.approved",
  domain: "order",
  name: "Approved",
  subject: "order.approved.{order.group}.{order.symbol}",
  writers: ["risk-gate"],
  doc: "The risk gate approves an order: the only thing that execution sends.",
  fields: {
    order: nested(orderMessage, "The order as approved."),
    refPx: pxField("Price against which it was checked."),
    wantedQty: optional(qtyField("What the intent wanted, where the gate cut it.")),
    cutBy: optional(
      nested(
        reasonMessage,
        "Why the gate cut it: the tier of the drawdown, or the first limit that all of it would have broken.",
      ),
    ),
    flattens: optional(string("The scope that is being flattened, where the gate itself closes a position.")),
    protects: optional(string("The entry, or the pair, whose stop is gone, where the gate itself places it again.")),
  },
});
export const orderDenied = defineEvent({
  kind: "order.denied",
  domain: "order",
  name: "Denied",
  subject: subject("denied"),
  writers: ["risk-gate"],
  doc: "The risk gate denies an order, with every reason.",
  fields: { ...about, strategy, rule, side, orderQty: qtyField("Quantity that was wanted."), reasons },
});
export const orderLapsed = defineEvent({
  kind: "order.lapsed",
  domain: "order",
  name: "Lapsed",
  subject: subject("lapsed"),
  writers: ["risk-gate"],
  doc: "An approval expired before it was sent; its exposure is released.",
  fields: { ...about, reason },
});
export const orderSubmitted = defineEvent({
  kind: "order.submitted",
  domain: "order",
  name: "Submitted",
  subject: subject("submitted"),
  writers: ["execution"],
  doc: "One order is about to be written to the broker; the write-ahead log has it on disk.",
  fields: {
    ...about,
    accountId,
    strategy,
    rule,
    leg: oneOf("Leg", LEGS, "Which leg of the decision this is."),
    parentClOrdId: optional(string("The entry that a bracket's leg protects.")),
    side,
    orderQty: qtyField("Quantity ordered."),
    ordType: oneOf("OrdType", ORD_TYPES, "Order type (FIX 40)."),
    lmtPx: optional(pxField("Limit price (FIX 44).")),
    stopPx: optional(pxField("Stop price (FIX 99).")),
    timeInForce: oneOf("TimeInForce", TIMES_IN_FORCE, "Time in force (FIX 59)."),
    ...termFields,
  },
});
export const orderAccepted = defineEvent({
  kind: "order.accepted",
  domain: "order",
  name: "Accepted",
  subject: subject("accepted"),
  writers: ["execution"],
  doc: "The broker knows the order.",
  fields: { ...about, orderId },
});
export const orderFilled = defineEvent({
  kind: "order.filled",
  domain: "order",
  name: "Filled",
  subject: subject("filled"),
  writers: ["execution"],
  doc: "One execution, whole or partial.",
  fields: {
    ...about,
    orderId,
    execId,
    accountId,
    strategy,
    side,
    lastQty: qtyField("Quantity of this fill (FIX 32)."),
    lastPx: pxField("Price of this fill (FIX 31)."),
    cumQty: qtyField("Filled so far (FIX 14)."),
    leavesQty: qtyField("Still open (FIX 151)."),
    avgPx: pxField("Average price so far (FIX 6)."),
    transactUs: usField("When it was executed (FIX 60)."),
  },
});
export const orderCommission = defineEvent({
  kind: "order.commission",
  domain: "order",
  name: "Commission",
  subject: subject("commission"),
  writers: ["execution"],
  doc: "What the broker charges for one execution.",
  fields: {
    ...about,
    execId,
    commission: moneyField("Charge (FIX 12)."),
    currency: string("ISO currency."),
    commissionBefore: optional(
      moneyField("What was told before of the execution that this one corrects: this stands in for it."),
    ),
  },
});
export const orderCanceled = defineEvent({
  kind: "order.canceled",
  domain: "order",
  name: "Canceled",
  subject: subject("canceled"),
  writers: ["execution"],
  doc: "The broker canceled the order; what was filled before stays filled.",
  fields: { ...about, cumQty: qtyField("Filled before."), reason },
});
export const orderRejected = defineEvent({
  kind: "order.rejected",
  domain: "order",
  name: "Rejected",
  subject: subject("rejected"),
  writers: ["execution"],
  doc: "The broker rejected the order.",
  fields: { ...about, code, reason },
});
export const orderExpired = defineEvent({
  kind: "order.expired",
  domain: "order",
  name: "Expired",
  subject: subject("expired"),
  writers: ["execution"],
  doc: "The order's time in force ended.",
  fields: { ...about, cumQty: qtyField("Filled before.") },
});
export const orderUnknown = defineEvent({
  kind: "order.unknown",
  domain: "order",
  name: "Unknown",
  subject: subject("unknown"),
  writers: ["execution"],
  doc: "Whether the order reached the broker is not known; its exposure stays reserved.",
  fields: { ...about, reason },
});
export const orderResolved = defineEvent({
  kind: "order.resolved",
  domain: "order",
  name: "Resolved",
  subject: subject("resolved"),
  writers: ["execution"],
  doc: "Evidence from the broker ended the doubt: the order is known there.",
  fields: { ...about, orderId, evidence: text("What showed it.") },
});
export const orderLost = defineEvent({
  kind: "order.lost",
  domain: "order",
  name: "Lost",
  subject: subject("lost"),
  writers: ["execution"],
  doc: "The broker does not know the order. It is never sent again.",
  fields: { ...about, evidence: text("Where it was looked for.") },
});
