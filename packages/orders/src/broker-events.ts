import type { OrderEffect } from "@bowline/ib-codes";
import { unreachable } from "@bowline/kernel";
import { type CallbackOf, type Translation, findOrder, note, raise } from "./book-state.ts";
import type { BrokerCallback } from "./broker-callback.ts";
import { applyCommission, applyExecution } from "./executions.ts";
import { showExternal, showExternalStatus } from "./external-orders.ts";
import type { KnownOrder } from "./known-order.ts";
import { effectOnOrder } from "./order-codes.ts";
import { accept, cancel, doubt, expire, recognize, reject, rejectCancel, rejectReplace } from "./order-steps.ts";
import { showTerms } from "./replace.ts";

/** Translates one callback of the broker into entries, against the orders that are known. */
export function translateCallback(to: Translation, callback: BrokerCallback): void {
  switch (callback.type) {
    case "openOrder": {
      const order = findOrder(to.state, callback.ref);
      if (order !== undefined) {
        applyStatus(to, order, callback);
        return showTerms(to, order, callback);
      }
      return showExternal(to, callback);
    }
    case "orderStatus": {
      const order = findOrder(to.state, callback.ref);
      return order === undefined ? showExternalStatus(to, callback) : applyStatus(to, order, callback);
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
      return cancel(to, order, callback.ref, callback.type === "orderStatus" ? callback.filledQty : undefined);
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
  const refused = callback.status === "Inactive" || /^(order )?rejected/i.test(callback.reason);
  // What is filled cannot be refused any more: the rest was canceled.
  if (refused && order.cumQty === 0 && (callback.filledQty ?? 0) === 0) return reject(to, order, 201, callback.reason);
  if (refused || callback.status === "Cancelled" || callback.status === "ApiCancelled")
    cancel(to, order, callback.ref, callback.filledQty);
}

function applyError(to: Translation, callback: CallbackOf<"error">): void {
  const order = findOrder(to.state, callback.ref);
  if (order === undefined) return;
  const { code, message } = callback;
  const effect = effectOnOrder(order, code);
  if (effect === undefined) {
    const anomaly = { code: "UNKNOWN_BROKER_CODE", subject: order.leg.clOrdId, detail: `${code}: ${message}` } as const;
    return raise(to, anomaly, order);
  }
  applyCode(to, order, { ...callback, effect });
}

type Coded = CallbackOf<"error"> & { readonly effect: OrderEffect };

function applyCode(to: Translation, order: KnownOrder, { ref, code, message, effect }: Coded): void {
  if (effect === "MODIFY_REFUSED" && order.replacing !== undefined) return rejectReplace(to, order, code, message);
  if (effect === "CANCELED") return /expired/i.test(message) ? expire(to, order) : cancel(to, order, ref, undefined);
  if (effect === "REJECTED" || (effect === "REJECTED_IF_NEW" && !order.accepted))
    return reject(to, order, code, message);
  if (effect === "CANCEL_REFUSED" && order.cancelRequested) rejectCancel(to, order, code, message);
  note(to, "BROKER_CODE", order.leg.clOrdId, `${code}: ${message}`);
  if (effect === "UNCERTAIN" && order.status === "PENDING_NEW") doubt(to, order, `the broker says ${code}`);
}
