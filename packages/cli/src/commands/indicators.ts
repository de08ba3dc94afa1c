import type { Command } from "commander";
import { INDICATORS, withDefaults } from "@bowline/indicators";
import { readStrategy } from "@bowline/rules";
import { printJson, printLine } from "../command.ts";
import { type WarmUp, warmUpOf } from "../indicators/warm-up.ts";

type Flags = { readonly json?: boolean };

export function configure(command: Command): void {
  command
    .command("list")
    .description("every indicator: parameters with their defaults, outputs, bars needed")
    .option("--json", "print JSON")
    .action(({ json }: Flags) => {
      const rows = INDICATORS.map(({ name, title, params, outputs, barsNeeded }) => ({
        name,
        title,
        params: withDefaults(params),
        outputs: Object.keys(outputs),
        barsNeeded: barsNeeded(withDefaults(params)),
      }));
      if (json === true) return printJson(rows);
      for (const row of rows) {
        const params = Object.entries(row.params).map(([name, value]) => `${name}: ${value}`);
        const call = `${row.name} { ${params.join(", ")} }`.replace("{  }", "{}");
        printLine(
          `${call.padEnd(62)} ${String(row.barsNeeded).padStart(4)} bars  ${row.title}: ${row.outputs.join(", ")}`,
        );
      }
    });
  command
    .command("check")
    .description("what the indicators of a strategy file need: bars, days of history, and the error that is left then")
    .argument("<file>", "the strategy file")
    .option("--json", "print JSON")
    .action((file: string, { json }: Flags) => {
      const { indicators } = readStrategy(file);
      const rows = Object.entries(indicators).map(([name, declared]) => warmUpOf(name, declared));
      if (json === true) return printJson(rows);
      if (rows.length === 0) printLine(`${file}: declares no indicators`);
      for (const row of rows) printLine(lineOf(row));
    });
}

function lineOf({ name, indicator, timeframe, bars, days, memory, errorLeft, barsTo1e6 }: WarmUp): string {
  const what = `ind.${name} (${indicator}, ${timeframe})`;
  const needs = `${bars} ${bars === 1 ? "bar" : "bars"}, ${days} ${days === 1 ? "day" : "days"}`;
  if (memory === "cumulative") return `${what}: ${needs}; its level depends on where it began`;
  if (errorLeft === undefined) return `${what}: ${needs}; had no value to compare`;
  const error = errorLeft === 0 ? "no error left" : `error left ${Number((errorLeft * 100).toPrecision(2))} %`;
  const better = errorLeft <= 1e-6 ? "" : `; 0.0001 % after ${barsTo1e6 ?? "more than 6000"} bars`;
  return `${what}: ${needs}; ${error}${better}`;
}
