import { expect, it } from "vitest";
import { renderFigures } from "./render-figures.ts";

it("shows ratios before figures, and only what was measured", () => {
  const machine = { cpu: "C", cores: 2, node: "26" };
  const orderPath = { ours: { p50: 3, p99: 8 }, floor: { p50: 2, p99: 4 }, rounds: 5, samples: 20, missed: 0 };
  expect(renderFigures({ machine, orderPath })[1]).toBe("prediction to wire: p50 1.50 ×, p99 2.00 × the bare hops");
  expect(renderFigures({ machine, backtestBarsPerSecond: 7 })).toStrictEqual([
    "C, 2 cores, Node 26",
    "backtest: 7 one-minute bars/s on one core",
  ]);
});
