export { formatOrderListCsv, orderList, type OrderListFill, type OrderListRow } from "./order-list.ts";
export * from "./run-summary.ts";
export * from "./session-export.ts";
