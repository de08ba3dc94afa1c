import type { Command } from "commander";
import { note, printJson, printLine } from "../command.ts";

/** Figures of this machine, as ratios to floors that are measured in the same run. */
export function configure(command: Command): void {
  command
    .description("measure the order path, the journal, the backtest and the simulator")
    .argument("[what]", "order-path, journal, backtest or sim (default: all)")
    .option("--json", "one object as the last line")
    .action(async (what: string | undefined, { json }: { json?: boolean }) => {
      const { runBench } = await import("../bench/run-bench.ts");
      const figures = await runBench(what, note);
      if (json === true) return printJson(figures);
      const { renderFigures } = await import("../bench/render-figures.ts");
      for (const line of renderFigures(figures)) printLine(line);
    });
}
