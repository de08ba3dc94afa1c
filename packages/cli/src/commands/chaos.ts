import type { Command } from "commander";
import { type ChaosResult, runChaos, type SessionViolation } from "../chaos/run-chaos.ts";
import { makeChaosView } from "../chaos/chaos-view.ts";
import { describeResult, describeViolation } from "../chaos/chaos-text.ts";
import { CommandFailure, printJson, printLine, wholeNumber } from "../command.ts";
import { stopSignals } from "../stop-signals.ts";

type Flags = { readonly runs: number; readonly seed: number; readonly session?: number; readonly json?: boolean };

export function configure(command: Command): void {
  command
    .option("--runs <n>", "faults to let loose, ten in each session of a whole system", wholeNumber("--runs"), 20)
    .option("--seed <n>", "seed of the markets, the faults and their moments", wholeNumber("--seed", 0), 1)
    .option("--session <n>", "only this session of the seed, as a violation names it", wholeNumber("--session"))
    .option("--json", "print one JSON object on standard output")
    .action(chaos);
}

async function chaos({ runs, seed, session, json }: Flags): Promise<void> {
  const signals = stopSignals();
  const view = makeChaosView(session === undefined ? runs : undefined);
  try {
    const result = await runChaos({ runs, seed, session, onEvent: view.show, stopped: signals.stopped });
    view.end();
    report(result, json === true);
    const why = reasonsOf(result);
    if (why.length > 0) throw new CommandFailure(why.join("\n"));
  } finally {
    view.end();
    signals.dismiss();
  }
}

function report(result: ChaosResult, isJson: boolean): void {
  if (isJson) return printJson(result);
  for (const violation of result.violations) printLine(describeViolation(result.seed, violation));
  printLine(describeResult(result));
}

const reasonsOf = ({ violations, thin }: ChaosResult): readonly string[] => [
  ...violations.map(({ session, law, again }: SessionViolation) => `session ${session} broke ${law}; again: ${again}`),
  ...thin,
];
