import { type BrokerEvent, type BrokerOrder } from "@bowline/matching";
import type { BrokerCallback, BrokerRef } from "@bowline/orders";
import type { ChangeTerms } from "@bowline/contracts";
import { assert } from "@bowline/kernel";

type OrderTelling = Exclude<BrokerEvent, { type: "account" }>;

const refOf = (order: BrokerOrder): BrokerRef => ({
  orderId: String(order.permId),
  clOrdId: order.orderRef,
  ibOrderId: order.ibOrderId,
});

/** What of an order can be changed, as the broker works it. */
function termsOf(order: BrokerOrder): Omit<ChangeTerms, "orderQty"> {
  const { lmtPx, stopPx, trailingAmount, trailingMicros, lmtPxOffset, displayQty, goodTillUs } = order;
  return {
    ...(lmtPx === undefined ? {} : { lmtPx }),
    ...(stopPx === undefined ? {} : { stopPx }),
    ...(trailingAmount === undefined ? {} : { trailAmt: trailingAmount }),
    ...(trailingMicros === undefined ? {} : { trailPercent: trailingMicros }),
    ...(lmtPxOffset === undefined ? {} : { lmtOffset: lmtPxOffset }),
    ...(displayQty === undefined ? {} : { displayQty }),
    ...(goodTillUs === undefined ? {} : { goodTillUs }),
  };
}

/** What the broker tells, as the client's library would hand it on. */
export function callbackOf(event: OrderTelling): BrokerCallback {
  switch (event.type) {
    case "openOrder": {
      const { symbol, side, orderQty, status } = event.order;
      return { type: "openOrder", ref: refOf(event.order), symbol, side, orderQty, status, ...termsOf(event.order) };
    }
    case "orderStatus":
      return {
        type: "orderStatus",
        ref: refOf(event.order),
        status: event.order.status,
        filledQty: event.order.cumQty,
      };
    case "execution": {
      const { order, execId, lastQty, lastPx, transactUs } = event.execution;
      const { symbol, side } = order;
      return { type: "execution", ref: refOf(order), symbol, side, execId, lastQty, lastPx, transactUs };
    }
    case "commission": {
      const { execId, commission } = event.execution;
      return { type: "commission", execId, commission, currency: "USD" };
    }
    case "error":
      return { type: "error", ref: { ibOrderId: event.ibOrderId }, code: event.code, message: event.message };
    default:
      assert(false, `no callback for ${JSON.stringify(event satisfies never)}`);
  }
}
