import type { Command } from "commander";
import { runBacktestCommand } from "../backtest-run.ts";
import { printJson, printLine } from "../command.ts";
import { addMarketFlags, addTradingFlags, type RunFlags } from "../run-flags.ts";
import { renderSummary } from "../summary-text.ts";

export function configure(command: Command): void {
  addTradingFlags(addMarketFlags(command))
    .option("--json", "print one JSON object as the last line")
    .action((flags: RunFlags) => {
      const { summary, reportFile } = runBacktestCommand(flags);
      if (flags.json === true) return printJson({ ...summary, report: reportFile });
      printLine(renderSummary(summary));
      printLine(reportFile);
    });
}
