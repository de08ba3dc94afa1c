import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { usageFailure } from "../command.ts";
import { ROOT } from "../runner/home.ts";
import { median } from "./figures.ts";
import { type OrderPathFigures, measureOrderPath } from "./order-path.ts";

export type BenchFigures = {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly orderPath?: OrderPathFigures;
  /** Entries that went through all services a second, in lock-step at full speed. */
  readonly journalEntriesPerSecond?: number;
  /** One-minute bars a second of the backtest that gives the demo's decisions. */
  readonly backtestBarsPerSecond?: number;
};

const PARTS = ["order-path", "journal", "backtest"] as const;
const BACKTEST_RUNS = 5;

/** Measures all or one part. */
export async function runBench(what: string | undefined, onPhase: (phase: string) => void): Promise<BenchFigures> {
  if (what !== undefined && !PARTS.some((part) => part === what))
    throw usageFailure(`bench: ${JSON.stringify(what)} is none of ${PARTS.join(", ")}`);
  const wants = (part: (typeof PARTS)[number]): boolean => what === undefined || what === part;
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model ?? "unknown", cores: cpus().length, node: process.versions.node };
  return {
    machine,
    ...(wants("backtest") ? { backtestBarsPerSecond: backtestRate(onPhase) } : {}),
    ...(wants("journal") ? { journalEntriesPerSecond: journalRate(onPhase) } : {}),
    ...(wants("order-path") ? { orderPath: await measureOrderPath(onPhase) } : {}),
  };
}

type Run = { readonly bars: number; readonly journalEntries: number; readonly durationMs: number };

function runCommand(args: readonly string[]): Run {
  const home = mkdtempSync(join(tmpdir(), "bowline-bench-"));
  try {
    const ran = spawnSync(process.execPath, [join(ROOT, "packages/cli/src/main.ts"), ...args, "--json"], {
      env: { ...process.env, BOWLINE_HOME: home },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (ran.status !== 0) throw new Error(`${args.join(" ")}: ${ran.stderr.slice(-2000)}`);
    return JSON.parse(ran.stdout.trim().split("\n").at(-1) ?? "") as Run;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function backtestRate(onPhase: (phase: string) => void): number {
  onPhase(`backtest: one synthetic session, ${BACKTEST_RUNS} times`);
  const rates = Array.from({ length: BACKTEST_RUNS }, () => {
    const { bars, durationMs } = runCommand(["backtest"]);
    return (bars * 1000) / durationMs;
  });
  return Math.round(median(rates));
}

function journalRate(onPhase: (phase: string) => void): number {
  onPhase("journal: one hour of the demo");
  const { journalEntries, durationMs } = runCommand(["demo", "--minutes", "60"]);
  return Math.round((journalEntries * 1000) / durationMs);
}
