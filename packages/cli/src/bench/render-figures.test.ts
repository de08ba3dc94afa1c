import { expect, it } from "vitest";
import { renderFigures } from "./render-figures.ts";

it("shows ratios before figures, and only what was measured", () => {
  const machine = { cpu: "C", cores: 2, node: "26" };
  const orderPath = { ours: { p50: 3, p99: 8 }, floor: { p50: 2, p99: 4 }, rounds: 5, samples: 20, missed: 0 };
  expect(renderFigures({ machine, orderPath })[1]).toBe("prediction to wire: p50 1.50 ×, p99 2.00 × the bare hops");
  const cold = { sessions: 1, bars: 30, runs: 5, barsPerSecond: 7, barsPerCpuSecond: 6 };
  const long = { sessions: 10, bars: 300, runs: 3, barsPerSecond: 20, barsPerCpuSecond: 16 };
  expect(renderFigures({ machine, backtest: { cold, long } })).toStrictEqual([
    "C, 2 cores, Node 26",
    "backtest: 20 one-minute bars/s from the process's start to its end, market and report included",
    "  sessions:    1 of 30 bars: 7 bars/s, 6 bars a second of CPU time of all threads (5 runs)",
    "  sessions:   10 of 30 bars: 20 bars/s, 16 bars a second of CPU time of all threads (3 runs)",
  ]);
});
