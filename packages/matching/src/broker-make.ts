import { type Px, px, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import type { Book } from "./broker-book.ts";
import { type BrokerTerms, type OrderNotes, volumeOf, type WorkingOrder } from "./broker-state.ts";
import type { OrderRequest } from "./broker-types.ts";
import { isDouble } from "./trigger.ts";
import { goodTillOf, pricesOf } from "./ord-types.ts";

const PLAIN_TYPES: ReadonlySet<string> = new Set(["MKT", "LMT", "STP"]);

/** Whether an order asks for more than the quick look of a step. */
export function isCareful({ fills, behaviour }: BrokerTerms, request: OrderRequest): boolean {
  const asks = [
    request.goodAfterUs,
    goodTillOf(request),
    request.conditions,
    request.algo,
    request.discretionaryAmount,
  ];
  return (
    !PLAIN_TYPES.has(request.ordType) ||
    request.timeInForce === "OPG" ||
    asks.some((one) => one !== undefined) ||
    isDouble(request.triggerMethod || behaviour.defaultTriggerMethod) ||
    fills.queue !== "NONE"
  );
}

export const makeNotes = ({ state, terms }: Book, request: OrderRequest): OrderNotes => ({
  filledValue: ZERO_MONEY,
  isCareful: isCareful(terms, request),
  isConditionMet: false,
  triggerHits: 0,
  executionsBefore: state.ids.lastExecution,
  volumeBefore: volumeOf(state, request.symbol),
});

/** A trailing stop's limit that was given as a price lies as far behind its first stop for ever. */
export function offsetOf({
  lmtPxOffset,
  lmtPx,
  trailStopPx,
}: Pick<OrderRequest, "lmtPxOffset" | "lmtPx" | "trailStopPx">): Px | undefined {
  if (lmtPxOffset !== undefined || lmtPx === undefined || trailStopPx === undefined) return lmtPxOffset;
  return px(Math.abs(trailStopPx - lmtPx));
}

/** An order that came in, under its permId. */
export const makeOrder = (
  book: Book,
  request: OrderRequest,
  permId: number,
  parent: WorkingOrder | undefined,
): WorkingOrder => ({
  ...request,
  ...pricesOf(request),
  goodTillUs: goodTillOf(request),
  lmtPxOffset: request.ordType === "TRAIL LIMIT" ? offsetOf(request) : undefined,
  permId,
  parentPermId: parent?.permId,
  status: "PendingSubmit",
  cumQty: ZERO_QTY,
  leavesQty: request.orderQty,
  placedUs: book.state.nowUs,
  notes: makeNotes(book, request),
});
