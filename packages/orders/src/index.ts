export * from "./approved.ts";
export * from "./broker-callback.ts";
export { type OrderOutput, canonicalOrder } from "./canonical-order.ts";
export type { Finding } from "./finding.ts";
export type { KnownOrder, OrderEvent } from "./known-order.ts";
export * from "./legs.ts";
export * from "./life-cycle.ts";
export { type Applied, type OrderBook, makeOrderBook } from "./order-book.ts";
export { type OrderCodeMeaning, meaningOfOrderCode } from "./order-codes.ts";
