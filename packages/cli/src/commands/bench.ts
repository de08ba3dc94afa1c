import type { Command } from "commander";
import { note, printJson, printLine } from "../command.ts";

/** Figures of this machine, as ratios to floors that are measured in the same run. */
export function configure(command: Command): void {
  command
    .description(
      "measure the order path, the journal, the backtest, the simulator, the indicators, the rules and the risk gate",
    )
    .argument("[what]", "order-path, journal, backtest, sim (default: these four), indicators, rules or risk")
    .option("--json", "one object as the last line")
    .action(async (what: string | undefined, { json }: { json?: boolean }) => {
      if (what === "indicators") {
        const { measureIndicators, renderIndicatorFigures } = await import("../bench/indicators/measure.ts");
        const measured = measureIndicators(note);
        if (json === true) return printJson(measured);
        for (const line of renderIndicatorFigures(measured)) printLine(line);
        return;
      }
      if (what === "rules") {
        const { measureRules, renderRuleFigures } = await import("../bench/rules/measure.ts");
        const measured = await measureRules(note);
        if (json === true) return printJson(measured);
        for (const line of renderRuleFigures(measured)) printLine(line);
        return;
      }
      if (what === "risk") {
        const { measureRisk, renderRiskFigures } = await import("../bench/risk/measure.ts");
        const measured = measureRisk(note);
        if (json === true) return printJson(measured);
        for (const line of renderRiskFigures(measured)) printLine(line);
        return;
      }
      const { runBench } = await import("../bench/run-bench.ts");
      const figures = await runBench(what, note);
      if (json === true) return printJson(figures);
      const { renderFigures } = await import("../bench/render-figures.ts");
      for (const line of renderFigures(figures)) printLine(line);
    });
}
