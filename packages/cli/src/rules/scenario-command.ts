import type { Command } from "commander";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { type Judged, runScenarios, scenariosBeside } from "../scenarios/run-scenarios.ts";
import { showTime } from "../scenarios/scenario-parts.ts";

/** `rules test`: exit code 1 where something came out otherwise. */
export function addTest(command: Command): void {
  command
    .command("test")
    .description("play scenarios against a strategy, through the machines that run live, and compare what they do")
    .argument("<file>", "the strategy file")
    .argument("[scenarios]", "the scenarios (default: FILE.scenarios.yaml beside it)")
    .option("--json", "print JSON")
    .action((file: string, given: string | undefined, flags: { readonly json?: boolean }) => {
      const scenarios = given ?? scenariosBeside(file);
      const judged = runScenarios(file, scenarios);
      const failed = judged.filter(({ differences }) => differences.length > 0).length;
      if (flags.json === true) printJson(asJson(file, scenarios, judged));
      else for (const line of render(scenarios, judged)) printLine(line);
      const summary = `${judged.length} scenarios: ${judged.length - failed} passed, ${failed} failed`;
      if (failed > 0) throw new CommandFailure(summary);
      if (flags.json !== true) printLine(summary);
    });
}

const render = (file: string, judged: readonly Judged[]): readonly string[] =>
  judged.flatMap(({ name, place, differences }) => [
    differences.length === 0 ? `ok    ${name}` : `FAIL  ${name} (${file}:${place.line}:${place.column})`,
    ...differences.flatMap(({ at, place: where, expected, seen }) => [
      `      ${showTime(at)} expected: ${expected} (${file}:${where.line}:${where.column})`,
      `            seen:     ${seen}`,
    ]),
  ]);

const asJson = (strategy: string, scenarios: string, judged: readonly Judged[]) => ({
  strategy,
  scenarios,
  passed: judged.filter(({ differences }) => differences.length === 0).length,
  failed: judged.filter(({ differences }) => differences.length > 0).length,
  results: judged.map(({ name, place: { line, column }, differences }) => ({
    name,
    line,
    column,
    passed: differences.length === 0,
    differences: differences.map(({ place, at, expected, seen }) => ({
      at: showTime(at),
      line: place.line,
      column: place.column,
      expected,
      seen,
    })),
  })),
});
