import type { Command } from "commander";
import { printJson, printLine, wholeNumber } from "../command.ts";
import { type DemoFlags, runDemo } from "../demo-run.ts";
import { addMarketFlags, addTradingFlags, parseSpeed } from "../run-flags.ts";
import { renderSummary } from "../summary-text.ts";

export function configure(command: Command): void {
  addTradingFlags(addMarketFlags(command))
    .option("--speed <x>", "max, or how many times as fast as real time; 1 runs in real time", parseSpeed, "max")
    .option("--workers <n>", "strategy processes that share the groups", wholeNumber("--workers"), 1)
    .option("--record-ticks <folder>", "record every tick there, see ./bowline data")
    .option("--json", "print one JSON object as the last line")
    .action(async (flags: DemoFlags) => {
      const { summary, reportFile } = await runDemo(flags);
      if (flags.json === true) return printJson({ ...summary, report: reportFile });
      printLine(renderSummary(summary));
      printLine(reportFile);
    });
}
