import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "@bowline/config";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";
import { ROOT } from "../runner/home.ts";

const FOLDER = join(ROOT, "packages/rules/templates");
const SCENARIOS = ".scenarios.yaml";

/** What each of them came to in a made-up session. */
export const BACKTESTS_FILE = join(FOLDER, "backtests.json");

/** A strategy to start from. */
export type Template = {
  readonly name: string;
  /** Its strategy file, and the scenarios that show what it does. */
  readonly file: string;
  readonly scenariosFile: string;
};

/** All templates, in the alphabet's order: each is a strategy file with its scenarios beside it. */
export const listTemplates = (): readonly Template[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SCENARIOS))
    .map((file) => file.slice(0, -SCENARIOS.length))
    .sort()
    .map((name) => ({
      name,
      file: join(FOLDER, `${name}.yaml`),
      scenariosFile: join(FOLDER, `${name}${SCENARIOS}`),
    }));

/** The template's strategy, compiled. */
export const strategyOfTemplate = ({ file }: Template): CompiledStrategy => readStrategy(file);

/** The texts of a template under another name: what the strategy calls itself is all that changes. */
export const textsOfTemplate = (
  { name, file, scenariosFile }: Template,
  as: string,
): { readonly strategy: string; readonly scenarios: string } => ({
  strategy: readTextFile(file, "a template").replace(`\nstrategy: ${name}\n`, `\nstrategy: ${as}\n`),
  scenarios: readTextFile(scenariosFile, "scenarios").replace(`${name}.yaml`, `${as}.yaml`),
});
