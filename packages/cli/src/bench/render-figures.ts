import type { Quantiles } from "./figures.ts";
import type { BacktestFigures, BenchFigures } from "./run-bench.ts";

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const line = (name: string, { p50, p99 }: Quantiles): string => `  ${name.padEnd(14)} p50 ${ms(p50)}   p99 ${ms(p99)}`;

/** The figures as lines for people; ratios come first, they are what carries over to another machine. */
export function renderFigures({ machine, orderPath, journalEntriesPerSecond, backtest }: BenchFigures): string[] {
  const lines = [`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`];
  if (orderPath !== undefined) {
    const { ours, floor, rounds, samples, missed } = orderPath;
    lines.push(
      `prediction to wire: p50 ${(ours.p50 / floor.p50).toFixed(2)} ×, p99 ${(ours.p99 / floor.p99).toFixed(2)} × the bare hops`,
      line("ours", ours),
      line("bare hops", floor),
      `  ${rounds} rounds of ${samples} samples each, in turns; medians of the rounds; ${missed} without an order`,
    );
  }
  if (journalEntriesPerSecond !== undefined)
    lines.push(`journal: ${journalEntriesPerSecond} entries/s through all services`);
  if (backtest !== undefined) lines.push(...backtestLines(backtest));
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
