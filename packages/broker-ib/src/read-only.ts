import { err, ok } from "@bowline/kernel";
import { type Answer, askTime } from "./asking.ts";
import type { SessionState } from "./session-state.ts";

/** No order has this id: ours begin far below, requests above. Canceling it changes nothing. */
export const PROBE_ORDER_ID = 1_400_000_000;

export const READ_ONLY_REASON =
  "the API of TWS is read-only: it takes no orders. Switch off Read-Only API in its API settings";

/**
 * Whether TWS takes orders, before one depends on it: an API that is read-only refuses a cancel with 321, any other says that
 * there is no such order. IB documents neither answer for an unknown id; without any, a later order shows it.
 */
export async function takesOrders(state: SessionState): Answer<void> {
  state.pacer.send("cancel", () => void state.api.cancelOrder(PROBE_ORDER_ID));
  const answer = await askTime(state);
  if (!answer.ok) return answer;
  return state.readOnly
    ? err({ type: "refused", request: "a cancel of nothing", code: 321, message: READ_ONLY_REASON })
    : ok(undefined);
}
