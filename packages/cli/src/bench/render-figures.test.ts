import { expect, it } from "vitest";
import { renderFigures } from "./render-figures.ts";

it("shows ratios before figures, and only what was measured", () => {
  const machine = { cpu: "C", cores: 2, node: "26" };
  const tickToWire = {
    ours: { p50: 3, p99: 8 },
    floor: { p50: 2, p99: 4 },
    hops: [{ hop: "feed → md.quote", ours: 0.75, floor: 0.5 }],
    samples: 20,
    missed: 1,
  };
  const predictionToWire = { ...tickToWire, ours: { p50: 5, p99: 10 } };
  expect(
    renderFigures({
      machine,
      orderPath: { tickToWire, predictionToWire, approvalToWire: tickToWire, rounds: 5 },
    }).slice(1, 7),
  ).toStrictEqual([
    "tick to wire: p50 1.50 ×, p99 2.00 × the bare hops",
    "  ours           p50 3.00 ms   p99 8.00 ms",
    "  floor          p50 2.00 ms   p99 4.00 ms",
    "    feed → md.quote                        0.75 ms   bare 0.50 ms",
    "  20 orders, 1 starts without one",
    "prediction to wire: p50 2.50 ×, p99 2.50 × the bare hops",
  ]);
  const cold = { sessions: 1, bars: 30, runs: 5, barsPerSecond: 7, barsPerCpuSecond: 6 };
  const long = { sessions: 10, bars: 300, runs: 3, barsPerSecond: 20, barsPerCpuSecond: 16 };
  expect(renderFigures({ machine, backtest: { cold, long } })).toStrictEqual([
    "C, 2 cores, Node 26",
    "backtest: 20 one-minute bars/s from the process's start to its end, market and report included",
    "  sessions:    1 of 30 bars: 7 bars/s, 6 bars a second of CPU time of all threads (5 runs)",
    "  sessions:   10 of 30 bars: 20 bars/s, 16 bars a second of CPU time of all threads (3 runs)",
  ]);
});

it("shows what a simulator sent of what it should have, and what that cost it", () => {
  const spread = { p50: 1, p99: 2, max: 3 };
  const sim = {
    ...{ symbols: 500, ticksPerSecond: 10, clients: 4, seconds: 30, ticksSentPerSecond: 19_990 },
    ...{ messagesPerSecond: 50_000, bytesPerSecond: 2_500_000, lagMs: spread, cpuMs: spread },
    ...{ cpuPerSecond: 0.5, rssMiB: 120, oneCore: true },
  };
  const machine = { cpu: "C", cores: 2, node: "26" };
  expect(renderFigures({ machine, journalEntriesPerSecond: 4000, sim }).slice(1)).toStrictEqual([
    "journal: 4000 entries/s through all services",
    "sim: 19990 ticks/s sent of 20000 (500 symbols, 10 a second, 4 clients), for 30 s, on one core",
    "  50000 messages/s, 2.50 MB/s",
    "  from due to written:       p50 1.00 ms   p99 2.00 ms   max 3.00 ms",
    "  CPU of 100 ms of market: p50 1.00 ms   p99 2.00 ms   max 3.00 ms",
    "  0.50 s of CPU time a second, 120 MiB",
  ]);
});
