import { unreachable } from "@bowline/kernel";
import { type CallbackOf, type Translation, findOrder, note } from "./book-state.ts";
import type { BrokerCallback } from "./broker-callback.ts";
import { applyCommission, applyExecution } from "./executions.ts";
import { reportExternal } from "./external-orders.ts";
import type { KnownOrder } from "./known-order.ts";
import { effectOnOrder } from "./order-codes.ts";
import { accept, cancel, doubt, expire, recognize, reject } from "./order-steps.ts";

/** Translates one callback of the broker into entries, against the orders that are known. */
export function translateCallback(to: Translation, callback: BrokerCallback): void {
  switch (callback.type) {
    case "openOrder": {
      const order = findOrder(to.state, callback.ref);
      return order === undefined ? reportExternal(to, callback, callback.orderQty) : applyStatus(to, order, callback);
    }
    case "orderStatus": {
      const order = findOrder(to.state, callback.ref);
      return order === undefined ? undefined : applyStatus(to, order, callback);
    }
    case "completedOrder":
      return applyCompleted(to, callback);
    case "execution":
      return applyExecution(to, callback);
    case "commission":
      return applyCommission(to, callback);
    case "error":
      return applyError(to, callback);
    default:
      unreachable(callback, "broker callback");
  }
}

function applyStatus(to: Translation, order: KnownOrder, callback: CallbackOf<"openOrder" | "orderStatus">): void {
  const evidence = `the broker reports it ${callback.status}`;
  switch (callback.status) {
    case "PreSubmitted":
    case "Submitted":
    case "Filled":
    case "PendingCancel":
      return accept(to, order, callback.ref, evidence);
    case "Cancelled":
    case "ApiCancelled":
      recognize(to, order, callback.ref, evidence);
      return cancel(to, order, callback.type === "orderStatus" ? callback.filledQty : undefined);
    case "Inactive":
      // Refused or held, and a modify may revive it: the error that comes with it, or the completed orders, decide.
      return note(to, "INACTIVE", order.leg.clOrdId, "held or refused; it counts as open");
    case "ApiPending":
    case "PendingSubmit":
    case "Unknown":
      return;
    default:
      unreachable(callback.status, "order status");
  }
}

function applyCompleted(to: Translation, callback: CallbackOf<"completedOrder">): void {
  const order = findOrder(to.state, callback.ref);
  if (order === undefined) return;
  if (callback.status === "Filled") return accept(to, order, callback.ref, "completed orders");
  recognize(to, order, callback.ref, "completed orders");
  if (/expired/i.test(callback.reason)) return expire(to, order);
  if (callback.status === "Inactive" || /^(order )?rejected/i.test(callback.reason))
    return reject(to, order, 201, callback.reason);
  if (callback.status === "Cancelled" || callback.status === "ApiCancelled") cancel(to, order, callback.filledQty);
}

function applyError(to: Translation, callback: CallbackOf<"error">): void {
  const order = findOrder(to.state, callback.ref);
  if (order === undefined) return;
  const { code, message } = callback;
  const effect = effectOnOrder(order, code);
  if (effect === "CANCELED") return /expired/i.test(message) ? expire(to, order) : cancel(to, order, undefined);
  if (effect === "REJECTED" || (effect === "REJECTED_IF_NEW" && !order.accepted))
    return reject(to, order, code, message);
  note(to, effect === undefined ? "UNKNOWN_BROKER_CODE" : "BROKER_CODE", order.leg.clOrdId, `${code}: ${message}`);
  if (effect === "UNCERTAIN" && order.status === "PENDING_NEW") doubt(to, order, `the broker says ${code}`);
}
