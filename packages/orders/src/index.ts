export type { Anomaly } from "./anomaly.ts";
export { changeFlips, changedLeg } from "./change-order.ts";
export { changedTerms, keepsAllButQty, namedTerms } from "./changed-terms.ts";
export * from "./approved.ts";
export * from "./broker-callback.ts";
export { type OrderOutput, canonicalOrder } from "./canonical-order.ts";
export { execVersion } from "./exec-id.ts";
export { REMEMBERED_US } from "./forget.ts";
export * from "./executed.ts";
export type { Finding } from "./finding.ts";
export type { KnownOrder, OrderEvent, WorkingTerms } from "./known-order.ts";
export * from "./legs.ts";
export * from "./life-cycle.ts";
export { type Applied, type OrderBook, type ReplaceChange, makeOrderBook } from "./order-book.ts";
export { type Group, nakedQty, stopPxOf } from "./groups/group.ts";
export { isReduction, reductionId } from "./groups/reduction.ts";
export { closeGroups, type GroupNeed, type Groups, watchGroups } from "./groups/watch-groups.ts";
export { FLIP_REASONS, type FlipReason, describeFlip, flipReason } from "./reduce-only.ts";
export { type ExternalOrder, externalLeavesQty } from "./external-orders.ts";
export { type OrderFault, orderFaults } from "./terms/order-faults.ts";
export { termsOf } from "./terms/order-terms.ts";
export { isReduceOnly, ORDER_TYPES, type OrdTypeRow, PRICE_FIELDS, type PriceField } from "./terms/order-types.ts";
export { STYLE_TABLE } from "./styles/index.ts";
export {
  type Child,
  type ChildEnd,
  type Command,
  isOpenChild,
  leavesOf,
  type Memory,
  openQtyOf,
} from "./styles/style.ts";
