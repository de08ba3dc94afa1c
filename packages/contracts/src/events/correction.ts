import { defineEvent, oneOf, optional, pxField, qtyField, string, text, usField } from "../schema/index.ts";
import { accountId, clOrdId, execId, group, orderId, side, strategy, symbol } from "./shared.ts";

export const orderCorrected = defineEvent({
  kind: "order.corrected",
  domain: "order",
  name: "Corrected",
  subject: "order.corrected.{group}.{symbol}",
  writers: ["execution"],
  doc: "The broker corrected an execution after the fact, or took it back: whoever counted the old one counts this instead.",
  fields: {
    clOrdId,
    group,
    symbol,
    orderId,
    execId,
    correctsExecId: string("The execution that this one stands in for: the same id up to its last dot."),
    accountId,
    strategy,
    side,
    lastQty: qtyField("Quantity as corrected, 0 where the execution was taken back (FIX 32)."),
    lastPx: pxField("Price as corrected (FIX 31)."),
    correctedQty: qtyField("Quantity that was told before."),
    correctedPx: pxField("Price that was told before."),
    cumQty: qtyField("Filled so far, as corrected (FIX 14)."),
    leavesQty: qtyField("Still open, 0 where the order ended (FIX 151)."),
    avgPx: optional(pxField("Average price so far, as corrected (FIX 6); absent where nothing is filled.")),
    transactUs: usField("When the execution happened (FIX 60)."),
  },
});

export const ANOMALY_EFFECTS = ["NONE", "HALT_SYMBOL"] as const;
export type AnomalyEffect = (typeof ANOMALY_EFFECTS)[number];

export const orderAnomaly = defineEvent({
  kind: "order.anomaly",
  domain: "order",
  name: "Anomaly",
  subject: "order.anomaly",
  writers: ["execution"],
  doc: "Something about an order that must not be: it changed no state by itself, and a person should look.",
  fields: {
    code: string("Stable code, SCREAMING_SNAKE."),
    subject: string("clOrdId, execId, permId or symbol."),
    symbol: optional(symbol),
    detail: text("What was seen, in words."),
    effect: oneOf("AnomalyEffect", ANOMALY_EFFECTS, "What the risk gate does about it."),
  },
});
