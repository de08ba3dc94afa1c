export { type ChartFold, makeChartFold } from "./chart/chart-fold.ts";
export { renderChart } from "./chart/render-chart.ts";
export type { ChartBar, ChartLine, SessionChart } from "./chart/session-chart.ts";
export { type Bucket, type Calibration, makeCalibration } from "./calibration.ts";
export { formatOrderListCsv, orderList, type OrderListFill, type OrderListRow } from "./order-list.ts";
export { makePageFold } from "./html/page-fold.ts";
export { renderReport } from "./html/render-report.ts";
export * from "./run-summary.ts";
export * from "./session-export.ts";
