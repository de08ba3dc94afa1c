import { type BrokerEvent, type BrokerOrder } from "@bowline/matching";
import type { BrokerCallback, BrokerRef } from "@bowline/orders";
import { assert } from "@bowline/kernel";

type OrderTelling = Exclude<BrokerEvent, { type: "account" }>;

const refOf = (order: BrokerOrder): BrokerRef => ({
  orderId: String(order.permId),
  clOrdId: order.orderRef,
  ibOrderId: order.ibOrderId,
});

/** What the broker tells, as the client's library would hand it on. */
export function callbackOf(event: OrderTelling): BrokerCallback {
  switch (event.type) {
    case "openOrder": {
      const { symbol, side, orderQty, status } = event.order;
      return { type: "openOrder", ref: refOf(event.order), symbol, side, orderQty, status };
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
