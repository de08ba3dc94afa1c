import { US_PER_DAY, type Us } from "@bowline/kernel";
import { type BookState, JUST_NOW, idsOf } from "./book-state.ts";
import { isTerminal } from "./life-cycle.ts";

/**
 * How long what ended is remembered. TWS tells executions of up to seven days again, a Gateway since midnight: a day more than the longest.
 */
export const REMEMBERED_US = 8 * US_PER_DAY;

/** Drops what nothing can come back to, and from then on takes no execution from before. Returns the clOrdIds of orders that are gone. */
export function forget(state: BookState, nowUs: Us): readonly string[] {
  state.nowUs = Math.max(state.nowUs, nowUs);
  const untilUs = state.nowUs - REMEMBERED_US;
  state.forgottenUs = Math.max(state.forgottenUs ?? 0, untilUs);
  const gone: string[] = [];
  for (const [order, endedUs] of state.endedUs) {
    if (endedUs === JUST_NOW) state.endedUs.set(order, state.nowUs);
    if (endedUs >= untilUs || idsOf(order).length > 0) continue;
    const { leg, orderIds, ibOrderId } = order;
    gone.push(leg.clOrdId);
    state.endedUs.delete(order);
    state.doubled.delete(order);
    state.orders.delete(leg.clOrdId);
    state.cancelRequests.delete(leg.clOrdId);
    for (const orderId of orderIds.keys()) state.byOrderId.delete(orderId);
    if (ibOrderId !== undefined && state.byIbOrderId.get(ibOrderId) === order) state.byIbOrderId.delete(ibOrderId);
  }
  forgetExecutions(state, untilUs);
  forgetMarks(state, untilUs);
  for (const [key, { toldUs }] of state.anomalies) if (toldUs < untilUs) state.anomalies.delete(key);
  return gone;
}

/** What was executed of an order that still works can be corrected by its id as long as it works. */
function forgetExecutions(state: BookState, untilUs: number): void {
  const { executions, execIds, charges, earlyCommissions } = state;
  const kept = new Set<string>();
  for (const [stem, { transactUs, order, execId }] of executions) {
    if (transactUs >= untilUs) continue;
    if (order !== undefined && !isTerminal(order.status)) {
      kept.add(execId);
      continue;
    }
    executions.delete(stem);
    charges.delete(stem);
  }
  for (const [execId, transactUs] of execIds) if (transactUs < untilUs && !kept.has(execId)) execIds.delete(execId);
  for (const [execId, { heardUs }] of earlyCommissions) if (heardUs < untilUs) earlyCommissions.delete(execId);
}

/** Of what was never an order here, and what was said once. */
function forgetMarks(state: BookState, untilUs: number): void {
  const { orders, cancelRequests, replacesDone, externalOrders, openExternal } = state;
  for (const [clOrdId, askedUs] of cancelRequests)
    if (askedUs < untilUs && !orders.has(clOrdId)) cancelRequests.delete(clOrdId);
  for (const [replaceId, answeredUs] of replacesDone) if (answeredUs < untilUs) replacesDone.delete(replaceId);
  for (const [orderId, order] of externalOrders)
    if (order.changedUs < untilUs && !openExternal.has(order)) externalOrders.delete(orderId);
}
