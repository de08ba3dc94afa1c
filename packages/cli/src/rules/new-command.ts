import { existsSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import { nearestWord } from "@bowline/config";
import { printLine, usageFailure } from "../command.ts";
import { scenariosBeside } from "../scenarios/run-scenarios.ts";
import { type Template, listTemplates, strategyOfTemplate, textsOfTemplate } from "../templates/templates.ts";

type Flags = { readonly out?: string; readonly force?: boolean };

/** `rules new`: a template as a file of one's own, with its scenarios beside it. */
export function addNew(command: Command): void {
  command
    .command("new")
    .description("write a strategy from a template, with its scenarios beside it; without a name, list the templates")
    .argument("[template]", "the template")
    .option("--out <file>", "where to (default: TEMPLATE.yaml in this folder); the strategy is called like the file")
    .option("--force", "overwrite what is there")
    .action((name: string | undefined, flags: Flags) => {
      const templates = listTemplates();
      if (name === undefined) return printLine(renderList(templates));
      const template = templates.find((one) => one.name === name);
      if (template === undefined) throw unknown(name, templates);
      write(template, flags);
    });
}

function renderList(templates: readonly Template[]): string {
  const width = Math.max(...templates.map(({ name }) => name.length));
  return templates
    .map((template) => `${template.name.padEnd(width)}  ${strategyOfTemplate(template).description}`)
    .join("\n");
}

function unknown(name: string, templates: readonly Template[]) {
  const names = templates.map((template) => template.name);
  const near = nearestWord(name, names);
  return usageFailure(
    `there is no template ${JSON.stringify(name)}${near === undefined ? "" : `; did you mean ${near}?`}`,
    `  templates: ${names.join(", ")}`,
  );
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

function write(template: Template, { out = `${template.name}.yaml`, force = false }: Flags): void {
  const name = basename(out).replace(/\.ya?ml$/, "");
  if (!NAME.test(name) || name === basename(out))
    throw usageFailure(`--out ${out}: NAME.yaml is needed, a name of lower-case letters, digits and dashes`);
  const scenarios = scenariosBeside(out);
  const taken = [out, scenarios].filter((file) => existsSync(file));
  if (taken.length > 0 && !force)
    throw usageFailure(`${taken.join(", ")}: there already; another --out, or --force to overwrite`);
  const texts = textsOfTemplate(template, name, dirname(resolve(out)));
  writeFileSync(out, texts.strategy);
  writeFileSync(scenarios, texts.scenarios);
  printLine(`wrote ${out} and ${scenarios}\ntest it:\n  ./bowline rules test ${out}`);
}
