import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { readGroups } from "@bowline/config";
import { micros, money } from "@bowline/kernel";
import { type Profile, PROFILES, renderLimits } from "@bowline/risk";
import { printJson, printLine, usageFailure } from "../command.ts";
import { examplePredictions } from "../example-predictions.ts";
import { DEMO_EQUITY, EXAMPLES } from "../run-inputs.ts";

type InitFlags = { readonly profile: Profile; readonly json?: boolean };

export function configure(command: Command): void {
  command
    .argument("<dir>", "a folder that is not there yet, or empty")
    .addOption(new Option("--profile <name>", "how much the limits allow").choices(PROFILES).default("normal"))
    .option("--json", "print JSON")
    .action((dir: string, flags: InitFlags) => {
      const files = writeFolder(dir, flags.profile);
      const run = ["./bowline demo", ...Object.entries(files).map(([name, file]) => `--${name} ${file}`)].join(" ");
      if (flags.json === true) printJson({ dir, files, run });
      else printLine([`wrote ${Object.values(files).join(", ")}`, "run it:", `  ${run}`].join("\n"));
    });
}

/** Everything that a run needs, ready to be changed. Answers the files by the flag that takes them. */
function writeFolder(dir: string, profile: Profile): Readonly<Record<string, string>> {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw usageFailure(`${dir} is there and not empty: name a new folder`);
  mkdirSync(dir, { recursive: true });
  const files = {
    strategy: join(dir, "strategy.yaml"),
    groups: join(dir, "groups.yaml"),
    limits: join(dir, "limits.yaml"),
    predictions: join(dir, "predictions.csv"),
  };
  copyFileSync(EXAMPLES.strategy, files.strategy);
  copyFileSync(EXAMPLES.groups, files.groups);
  writeFileSync(files.limits, renderLimits({ equity: money(micros(DEMO_EQUITY)), profile }));
  writeFileSync(files.predictions, examplePredictions(readGroups(files.groups).symbols));
  return files;
}
