export type { Predictions } from "./prediction-seat.ts";
export * from "./run-backtest.ts";
