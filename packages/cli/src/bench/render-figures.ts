import type { Quantiles } from "./figures.ts";
import type { PathFigures } from "./path-figures.ts";
import type { SimFigures } from "./sim-load.ts";
import type { BacktestFigures, BenchFigures } from "./run-bench.ts";

/** The longest name of a hop. */
const HOP_WIDTH = 38;

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const line = (name: string, { p50, p99 }: Quantiles): string => `  ${name.padEnd(14)} p50 ${ms(p50)}   p99 ${ms(p99)}`;

function renderPath(name: string, bare: string, { ours, floor, hops, samples, missed }: PathFigures): string[] {
  const ratio = (quantile: keyof Quantiles): string => (ours[quantile] / floor[quantile]).toFixed(2);
  return [
    `${name}: p50 ${ratio("p50")} ×, p99 ${ratio("p99")} × the ${bare}`,
    line("ours", ours),
    line("floor", floor),
    ...hops.map(
      (hop) => `    ${hop.hop.padEnd(HOP_WIDTH)} ${hop.ours.toFixed(2)} ms   bare ${hop.floor.toFixed(2)} ms`,
    ),
    `  ${samples} orders, ${missed} starts without one`,
  ];
}

/** The figures as lines for people; ratios come first, they are what carries over to another machine. */
export function renderFigures({ machine, orderPath, journalEntriesPerSecond, backtest, sim }: BenchFigures): string[] {
  const lines = [`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`];
  if (orderPath !== undefined) {
    const { tickToWire, predictionToWire, approvalToWire, rounds } = orderPath;
    lines.push(...renderPath("tick to wire", "bare hops", tickToWire));
    lines.push(...renderPath("prediction to wire", "bare hops", predictionToWire));
    lines.push(...renderPath("approval to wire", "bare fdatasync and socket write", approvalToWire));
    lines.push(`${rounds} rounds, ours and the bare hops in turns; medians of the rounds`);
  }
  if (journalEntriesPerSecond !== undefined)
    lines.push(`journal: ${journalEntriesPerSecond} entries/s through all services`);
  if (backtest !== undefined) lines.push(...backtestLines(backtest));
  if (sim !== undefined) lines.push(...simLines(sim));
  return lines;
}

function backtestLines({ cold, long }: BacktestFigures): string[] {
  const rate = ({ sessions, bars, runs, barsPerSecond, barsPerCpuSecond }: BacktestFigures["cold"]): string =>
    `${String(sessions).padStart(4)} of ${bars / sessions} bars: ${barsPerSecond} bars/s, ${barsPerCpuSecond} bars a second of CPU time of all threads (${runs} runs)`;
  return [
    `backtest: ${long.barsPerSecond} one-minute bars/s from the process's start to its end, market and report included`,
    ...[cold, long].map((one) => `  sessions: ${rate(one)}`),
  ];
}

const spread = ({ p50, p99, max }: SimFigures["lagMs"]): string => `p50 ${ms(p50)}   p99 ${ms(p99)}   max ${ms(max)}`;

function simLines(sim: SimFigures): string[] {
  const { symbols, ticksPerSecond, clients, seconds, lagMs, cpuMs, cpuPerSecond, rssMiB, bytesPerSecond } = sim;
  const aim = symbols * ticksPerSecond * clients;
  return [
    `sim: ${sim.ticksSentPerSecond} ticks/s sent of ${aim} (${symbols} symbols, ${ticksPerSecond} a second, ${clients} clients), for ${seconds} s${sim.oneCore ? ", on one core" : ""}`,
    `  ${sim.messagesPerSecond} messages/s, ${(bytesPerSecond / 1e6).toFixed(2)} MB/s`,
    `  from due to written:       ${spread(lagMs)}`,
    `  CPU of ${1000 / ticksPerSecond} ms of market: ${spread(cpuMs)}`,
    `  ${cpuPerSecond.toFixed(2)} s of CPU time a second, ${rssMiB} MiB`,
  ];
}
