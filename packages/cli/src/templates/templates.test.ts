import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatConfigError } from "@bowline/config";
import { describe, expect, it, test } from "vitest";
import { checkRules, lintRules } from "@bowline/rules";
import { FLOORS } from "../../../../tools/test-run/floors.ts";
import { ROOT } from "../runner/home.ts";
import { type Template, listTemplates, strategyOfTemplate, textsOfTemplate } from "./templates.ts";

const TEMPLATES = listTemplates();
const schemaFile = (kind: string): string => join(ROOT, `docs/reference/${kind}.schema.json`);

/** The schema that a text names in its first line, which stands in a folder. */
const schemaOf = (text: string, folder: string): string =>
  resolve(folder, /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? "none");

test(`there are at least ${FLOORS.templates}`, () => expect(TEMPLATES.length).toBeGreaterThanOrEqual(FLOORS.templates));

describe.each(TEMPLATES)("the template $name", (template) => {
  const text = readFileSync(template.file, "utf8");
  it("compiles without a finding", () => {
    const found = lintRules(text, template.file);
    expect((found.ok ? found.value : found.error).map(formatConfigError)).toEqual([]);
  });
  it("is called like its file, says when it works and fails, and what each parameter is", () => {
    const { name, about, parameters } = strategyOfTemplate(template);
    expect(name).toBe(template.name);
    expect([about?.works.length, about?.fails.length]).toEqual([expect.any(Number), expect.any(Number)]);
    for (const parameter of Object.values(parameters)) expect(parameter).toMatchObject({ doc: expect.any(String) });
  });
  it("tells editors where its schema and that of its scenarios are, also as a file elsewhere", () => {
    for (const [file, kind] of [
      [template.file, "strategy"],
      [template.scenariosFile, "scenarios"],
    ] as const)
      expect(schemaOf(readFileSync(file, "utf8"), dirname(file))).toBe(schemaFile(kind));
    const folder = join(ROOT, "mine");
    const { strategy, scenarios } = textsOfTemplate(template, "mine", folder);
    expect([schemaOf(strategy, folder), schemaOf(scenarios, folder)]).toEqual([
      schemaFile("strategy"),
      schemaFile("scenarios"),
    ]);
  });
  it("can be written under another name", () => {
    const { strategy, scenarios } = textsOfTemplate(template, "mine", "/work/mine");
    const checked = checkRules(strategy, "mine.yaml");
    expect(checked.ok && checked.value.name).toBe("mine");
    expect(scenarios).toContain("mine.yaml");
    expect(textsOfTemplate(template, template.name, dirname(template.file)).strategy).toBe(text);
  });
});

test("every strategy that comes along is a template", () => {
  const folder = join(ROOT, "deploy/strategies");
  const templates = new Map(TEMPLATES.map((template) => [`${template.name}.yaml`, template]));
  const names = readdirSync(folder);
  expect(names).toContain("prediction-follow.yaml");
  for (const name of names)
    expect(readFileSync(join(folder, name), "utf8"), `${name}: copy it from packages/rules/templates`).toBe(
      textsOfTemplate(templates.get(name) as Template, name.replace(".yaml", ""), folder).strategy,
    );
});
