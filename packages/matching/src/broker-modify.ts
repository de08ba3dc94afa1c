import { subQty } from "@bowline/kernel";
import type { Book } from "./broker-book.ts";
import { modifyRejection, type Refusal, refusalOf } from "./broker-check.ts";
import { isCareful, offsetOf } from "./broker-make.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { OrderRequest } from "./broker-types.ts";
import { goodTillOf, pricesOf } from "./ord-types.ts";

const MISMATCH: Refusal = { code: 105, message: "Order being modified does not match original order" };

/** Changes a working order: everything but what it is. Returns why it does not fit; the order is then as it was. */
export function modifyOrder(
  book: Book,
  order: WorkingOrder,
  request: OrderRequest,
  parentRefusal: Refusal | undefined,
): Refusal | undefined {
  const isOther =
    request.symbol !== order.symbol ||
    request.side !== order.side ||
    request.ordType !== order.ordType ||
    (request.account !== undefined && request.account !== order.account);
  if (isOther || request.orderQty <= order.cumQty) return MISMATCH;
  const changed = changedOrder(book, order, request);
  const refusal = refusalOf(book, request) ?? parentRefusal ?? modifyRejection(book, changed);
  if (refusal !== undefined) return refusal;
  Object.assign(order, changed);
  return undefined;
}

/** Who asks for another price, or for more, goes to the end of the queue. */
const keepsPlace = (order: WorkingOrder, { orderQty, lmtPx }: OrderRequest): boolean =>
  orderQty <= order.orderQty && lmtPx === order.lmtPx;

function changedOrder({ terms }: Book, order: WorkingOrder, request: OrderRequest): WorkingOrder {
  const { orderRef, clientId, ibOrderId, account, parentIbOrderId } = order;
  const asks = { ...request, orderRef, clientId, ibOrderId, account, parentIbOrderId };
  const trailStopPx = request.trailStopPx ?? order.trailStopPx;
  const isTrailLimit = order.ordType === "TRAIL LIMIT";
  return {
    ...order,
    ...asks,
    ...pricesOf(request),
    goodTillUs: goodTillOf(request),
    // A trailing stop that has moved stays where it is unless it is told where to be.
    trailStopPx,
    lmtPx: isTrailLimit ? order.lmtPx : pricesOf(request).lmtPx,
    lmtPxOffset: isTrailLimit ? (offsetOf(request) ?? order.lmtPxOffset) : undefined,
    leavesQty: subQty(request.orderQty, order.cumQty),
    notes: {
      ...order.notes,
      isCareful: isCareful(terms, request) || order.notes.cancelUs !== undefined,
      aheadQty: keepsPlace(order, request) ? order.notes.aheadQty : undefined,
    },
  };
}
