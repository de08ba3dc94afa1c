import type { Command } from "commander";
import { adviceFor } from "@bowline/config";
import { printJson, printLine, usageFailure } from "../command.ts";
import { type ConnectionFlags, addConnectionFlags } from "../connection.ts";
import { type WhyFlags, withSession } from "../moment/answer-why.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { renderCoverage } from "./render-coverage.ts";

export type CoverageFlags = ConnectionFlags &
  Pick<WhyFlags, "record" | "strategy" | "groups"> & { readonly session?: string; readonly json?: boolean };

export function addCoverage(command: Command): void {
  addConnectionFlags(command.command("coverage"))
    .description("which rules, leaves and actions a recorded or running session exercised")
    .option("--session <date>", "one session of several, such as 2026-01-05 (default: all)")
    .option("--record <folder>", "read what `demo --record` or `backtest --record` kept")
    .option("--strategy <file>", "the strategy file, where the running system's is elsewhere")
    .option("--groups <file>", "its groups.yaml, likewise")
    .option("--json", "print one JSON object")
    .action(async (flags: CoverageFlags) => {
      const coverage = await readCoverage(flags);
      if (flags.json === true) printJson(coverage);
      else printLine(renderCoverage(coverage));
    });
}

/** Throws where the journal has no such session. */
export async function readCoverage(flags: CoverageFlags): Promise<Coverage> {
  const coverage = await withSession(flags, (session) => coverageOf(session, flags.session));
  const { date, dates } = coverage;
  if (date !== undefined && !dates.includes(date))
    throw usageFailure(`--session: no entries of ${date}; ${adviceFor(date, dates)}`);
  return coverage;
}
