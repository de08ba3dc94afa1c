import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { usageFailure } from "../command.ts";
import { ROOT } from "../runner/home.ts";
import { median } from "./figures.ts";
import { measureOrderPath } from "./order-path.ts";
import type { OrderPathFigures } from "./order-rounds.ts";
import { measureSimulator, type SimFigures } from "./sim-load.ts";

export type BenchFigures = {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly orderPath?: OrderPathFigures;
  /** Entries that went through all services a second, in lock-step at full speed. */
  readonly journalEntriesPerSecond?: number;
  readonly backtest?: BacktestFigures;
  readonly sim?: SimFigures;
};

/** The backtest that gives the demo's decisions: of one session, and of so many that its start does not count. */
export type BacktestFigures = { readonly cold: BacktestRate; readonly long: BacktestRate };

/** One-minute bars over the whole life of the process: its start, the making of the market, the machines, the report. */
export type BacktestRate = {
  readonly sessions: number;
  readonly bars: number;
  readonly runs: number;
  /** By the clock on the wall, and by the CPU time of all its threads; medians of the runs. */
  readonly barsPerSecond: number;
  readonly barsPerCpuSecond: number;
};

/** Preloaded into a command, it says what CPU time that took. */
const CPU_REPORT = join(import.meta.dirname, "cpu-report.ts");
const CPU_REPORT_FD = 3;

const PARTS = ["order-path", "journal", "backtest", "sim"] as const;
const COLD_BACKTEST = { sessions: 1, runs: 5 };
const LONG_BACKTEST = { sessions: 60, runs: 3 };

/** Measures all or one part. */
export async function runBench(what: string | undefined, onPhase: (phase: string) => void): Promise<BenchFigures> {
  if (what !== undefined && !PARTS.some((part) => part === what))
    throw usageFailure(`bench: ${JSON.stringify(what)} is none of ${PARTS.join(", ")}`);
  const wants = (part: (typeof PARTS)[number]): boolean => what === undefined || what === part;
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? "unknown", cores: cpus().length, node: process.versions.node };
  return {
    machine,
    ...(wants("backtest") ? { backtest: backtestFigures(onPhase) } : {}),
    ...(wants("journal") ? { journalEntriesPerSecond: journalRate(onPhase) } : {}),
    ...(wants("sim") ? { sim: await measureSimulator(onPhase) } : {}),
    ...(wants("order-path") ? { orderPath: await measureOrderPath(onPhase) } : {}),
  };
}

type Run = {
  readonly bars: number;
  readonly journalEntries: number;
  /** As the command itself says: without its start. */
  readonly durationMs: number;
  /** From the process's start to its end, and the CPU time of its threads. */
  readonly elapsedMs: number;
  readonly cpuMs: number;
};

function runCommand(args: readonly string[]): Run {
  const home = mkdtempSync(join(tmpdir(), "bowline-bench-"));
  try {
    const startedMs = performance.now();
    const ran = spawnSync(
      process.execPath,
      ["--import", CPU_REPORT, join(ROOT, "packages/cli/src/main.ts"), ...args, "--json"],
      { env: { ...process.env, BOWLINE_HOME: home }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe", "pipe"] },
    );
    const elapsedMs = performance.now() - startedMs;
    if (ran.status !== 0) throw new Error(`${args.join(" ")}: ${ran.stderr.slice(-2000)}`);
    const summary = JSON.parse(ran.stdout.trim().split("\n").at(-1) ?? "") as Omit<Run, "elapsedMs" | "cpuMs">;
    return { ...summary, elapsedMs, cpuMs: Number(ran.output[CPU_REPORT_FD]) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function backtestFigures(onPhase: (phase: string) => void): BacktestFigures {
  return { cold: backtestRate(COLD_BACKTEST, onPhase), long: backtestRate(LONG_BACKTEST, onPhase) };
}

function backtestRate(
  { sessions, runs }: { readonly sessions: number; readonly runs: number },
  onPhase: (phase: string) => void,
): BacktestRate {
  onPhase(`backtest: synthetic sessions: ${sessions}, ${runs} times`);
  const measured = Array.from({ length: runs }, () => runCommand(["backtest", "--sessions", String(sessions)]));
  return {
    sessions,
    bars: measured[0]?.bars ?? 0,
    runs,
    barsPerSecond: Math.round(median(measured.map(({ bars, elapsedMs }) => (bars * 1000) / elapsedMs))),
    barsPerCpuSecond: Math.round(median(measured.map(({ bars, cpuMs }) => (bars * 1000) / cpuMs))),
  };
}

function journalRate(onPhase: (phase: string) => void): number {
  onPhase("journal: one hour of the demo");
  const { journalEntries, durationMs } = runCommand(["demo", "--minutes", "60"]);
  return Math.round((journalEntries * 1000) / durationMs);
}
