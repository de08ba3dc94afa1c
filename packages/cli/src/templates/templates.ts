import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { readTextFile } from "@bowline/config";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";
import { ROOT } from "../runner/home.ts";

const FOLDER = join(ROOT, "packages/rules/templates");
const SCHEMAS = join(ROOT, "docs/reference");
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

/** The texts of a template as files of another name in a folder: what the strategy calls itself changes, and where editors find the schemas. */
export const textsOfTemplate = (
  { name, file, scenariosFile }: Template,
  as: string,
  folder: string,
): { readonly strategy: string; readonly scenarios: string } => ({
  strategy: withSchema(readTextFile(file, "a template"), folder).replace(
    `\nstrategy: ${name}\n`,
    `\nstrategy: ${as}\n`,
  ),
  scenarios: withSchema(readTextFile(scenariosFile, "scenarios"), folder).replace(`${name}.yaml`, `${as}.yaml`),
});

const SCHEMA = /^(# yaml-language-server: \$schema=).*\/(\w+\.schema\.json)$/m;

/** Editors look for it from the file on. */
const withSchema = (text: string, folder: string): string =>
  text.replace(SCHEMA, (_, before: string, schema: string) => `${before}${join(relative(folder, SCHEMAS), schema)}`);
