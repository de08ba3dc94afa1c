export { type Bucket, type Calibration, makeCalibration } from "./calibration.ts";
export { formatOrderListCsv, orderList, type OrderListFill, type OrderListRow } from "./order-list.ts";
export { makePageFold } from "./html/page-fold.ts";
export { renderReport } from "./html/render-report.ts";
export * from "./run-summary.ts";
export * from "./session-export.ts";
