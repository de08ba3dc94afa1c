import { assert } from "@bowline/kernel";
import type { OrderRequest } from "@bowline/matching";
import type { OrderLeg } from "@bowline/orders";
import { requestTerms } from "./request-terms.ts";

/** The client id that execution connects with. */
export const CLIENT_ID = 1;

/** A leg as it goes to the broker. `ids` holds the broker ids of the legs that were placed with it, by clOrdId. */
export function placeRequest(leg: OrderLeg, ibOrderId: number, ids: ReadonlyMap<string, number>): OrderRequest {
  const { clOrdId, parentClOrdId, symbol, side, orderQty, timeInForce, transmit } = leg;
  const parentIbOrderId = parentClOrdId === undefined ? undefined : ids.get(parentClOrdId);
  assert(parentClOrdId === undefined || parentIbOrderId !== undefined, `${clOrdId}: its entry was not placed with it`);
  return {
    clientId: CLIENT_ID,
    ibOrderId,
    orderRef: clOrdId,
    symbol,
    side: side === "BUY" ? "BUY" : "SELL",
    orderQty,
    timeInForce,
    parentIbOrderId,
    transmit,
    ...requestTerms(leg),
  };
}
