import { defineEvent, moneyField, oneOf, optional, pxField, qtyField, string, text, usField } from "../schema/index.ts";
import { accountId, execId, orderId, reason, side, symbol } from "./shared.ts";

/**
 * What becomes of orders and positions that are not ours. ADOPT: their fills count in the position and the limits. IGNORE: they are
 * told and count nowhere. HALT: they count, and their symbol is halted.
 */
export const EXTERNAL_POLICIES = ["ADOPT", "IGNORE", "HALT"] as const;
export type ExternalPolicy = (typeof EXTERNAL_POLICIES)[number];

/** MIDNIGHT: the outage crossed it, executions of before are not told, and no order of ours may explain it. OPERATOR: somebody looked. */
export const ADJUSTMENT_EVIDENCE = ["MIDNIGHT", "OPERATOR"] as const;
export type AdjustmentEvidence = (typeof ADJUSTMENT_EVIDENCE)[number];

const policy = oneOf("ExternalPolicy", EXTERNAL_POLICIES, "What becomes of it.");

export const brokerExternalOrder = defineEvent({
  kind: "broker.external-order",
  domain: "broker",
  name: "ExternalOrder",
  subject: "broker.external-order",
  writers: ["execution"],
  doc: "An order at the broker that is not ours: when it is first heard of, and whenever it may fill more or less than was told.",
  fields: {
    orderId,
    symbol,
    side,
    quantity: qtyField("Quantity."),
    orderRef: text("Its orderRef, if any."),
    policy: optional(policy),
    accountId: optional(accountId),
    leavesQty: optional(
      qtyField(
        "What of it may still fill (FIX 151); 0: it works no more. Absent where it was not told: counts nowhere.",
      ),
    ),
  },
});

export const brokerExternalFill = defineEvent({
  kind: "broker.external-fill",
  domain: "broker",
  name: "ExternalFill",
  subject: "broker.external-fill.{symbol}",
  writers: ["execution"],
  doc: "One execution of an order that is not ours, or the correction of one.",
  fields: {
    orderId,
    execId,
    correctsExecId: optional(string("The execution that this one stands in for.")),
    accountId,
    symbol,
    side,
    lastQty: qtyField("Quantity of this fill (FIX 32); 0 where the execution was taken back."),
    lastPx: pxField("Price of this fill (FIX 31)."),
    correctedQty: optional(qtyField("Quantity that was told before, where this is a correction.")),
    correctedPx: optional(pxField("Price that was told before, where this is a correction.")),
    transactUs: usField("When it was executed (FIX 60)."),
    orderRef: text("Its orderRef, if any."),
    policy,
  },
});

export const brokerExternalCommission = defineEvent({
  kind: "broker.external-commission",
  domain: "broker",
  name: "ExternalCommission",
  subject: "broker.external-commission.{symbol}",
  writers: ["execution"],
  doc: "What the broker charges for an execution that is not ours.",
  fields: {
    execId,
    accountId,
    symbol,
    commission: moneyField("Charge (FIX 12)."),
    currency: string("ISO currency."),
    commissionBefore: optional(moneyField("What was told before of the execution that this one corrects.")),
    policy,
  },
});

export const brokerAdjustment = defineEvent({
  kind: "broker.adjustment",
  domain: "broker",
  name: "Adjustment",
  subject: "broker.adjustment.{symbol}",
  writers: ["execution"],
  doc: "A change of the broker's position that no execution explains: taken over a midnight, or because an operator says so.",
  fields: {
    adjustmentId: string("The same difference gives the same id."),
    accountId,
    symbol,
    quantity: qtyField("What the position changes by, signed."),
    px: optional(pxField("The broker's average cost or mark, where it told one.")),
    atUs: usField("When the difference was found."),
    reason,
    evidence: optional(oneOf("AdjustmentEvidence", ADJUSTMENT_EVIDENCE, "On what it was taken.")),
    ourQty: optional(qtyField("What our executions make, signed, before it.")),
    brokerQty: optional(qtyField("What the broker holds, signed.")),
    heardUs: optional(usField("When the broker was heard for the last time before the outage.")),
    by: optional(string("Who took it, where an operator did.")),
  },
});
