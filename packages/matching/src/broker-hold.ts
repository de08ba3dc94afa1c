import { type Book, isHeldByFamily } from "./broker-book.ts";
import type { Hold, WorkingOrder } from "./broker-state.ts";
import type { BrokerOrderStatus, OrderRequest } from "./broker-types.ts";
import { areConditionsMet } from "./condition.ts";
import { isForAuction, ORD_TYPES } from "./ord-types.ts";
import type { Moment } from "./trigger.ts";

/** Whether an order may work outside regular hours: it asks for it, and its type can. */
export const worksOutside = ({ outsideRth, ordType, timeInForce }: OrderRequest): boolean =>
  outsideRth === true && ORD_TYPES[ordType].worksOutside && timeInForce !== "OPG";

/** Why an order does not meet the market now, or `undefined`. Conditions that are met once stay met. */
export function holdOf(book: Book, order: WorkingOrder, moment: Moment): Hold | undefined {
  const { state } = book;
  if (isHeldByFamily(book, order)) return order.status === "PendingSubmit" ? "STAGED" : "CHILD";
  const { notes, goodAfterUs } = order;
  if (notes.locatedUs !== undefined && state.nowUs < notes.locatedUs) return "LOCATE";
  if (goodAfterUs !== undefined && state.nowUs < goodAfterUs) return "AFTER";
  if (!isConditionMet(book, order, moment)) return "CONDITIONS";
  if (isForAuction(order)) return "AUCTION";
  const isTime = state.phase === "REGULAR" || (state.phase === "EXTENDED" && worksOutside(order));
  return isTime ? undefined : "HOURS";
}

function isConditionMet(book: Book, order: WorkingOrder, moment: Moment): boolean {
  if (order.conditions === undefined || order.conditionsCancelOrder === true) return true;
  order.notes.isConditionMet ||= areConditionsMet(book, order, moment);
  return order.notes.isConditionMet;
}

const isUntriggered = ({ ordType, isTriggered }: WorkingOrder): boolean =>
  ORD_TYPES[ordType].trigger !== undefined && isTriggered !== true;

/** The status of an order that is held, or not, for a reason. A market order is PreSubmitted until its first fill, as recorded. */
function statusOf(order: WorkingOrder, hold: Hold | undefined): BrokerOrderStatus {
  if (hold === "STAGED") return "PendingSubmit";
  if (hold !== undefined || isUntriggered(order)) return "PreSubmitted";
  return order.ordType === "MKT" && order.cumQty === 0 ? "PreSubmitted" : "Submitted";
}

function whyHeld(order: WorkingOrder, hold: Hold | undefined): string | undefined {
  if (hold === "LOCATE") return "locate";
  const reasons = [...(hold === "CHILD" ? ["child"] : []), ...(isUntriggered(order) ? ["trigger"] : [])];
  return reasons.length === 0 || hold === "STAGED" ? undefined : reasons.join(",");
}

/** Writes down what holds an order now. Returns whether what clients see of it changed. */
export function takeHold(order: WorkingOrder, hold: Hold | undefined): boolean {
  order.notes.waitsFor = hold === "STAGED" || hold === "CHILD" ? undefined : hold;
  if (order.status === "PendingCancel") return false;
  const status = statusOf(order, hold);
  const isChanged = status !== order.status;
  order.status = status;
  order.whyHeld = whyHeld(order, hold);
  return isChanged;
}
