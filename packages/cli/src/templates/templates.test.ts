import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { formatConfigError } from "@bowline/config";
import { describe, expect, it, test } from "vitest";
import { checkRules, lintRules } from "@bowline/rules";
import { FLOORS } from "../../../../tools/test-run/floors.ts";
import { ROOT } from "../runner/home.ts";
import { listTemplates, strategyOfTemplate, textsOfTemplate } from "./templates.ts";

const TEMPLATES = listTemplates();

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
  it("can be written under another name", () => {
    const { strategy, scenarios } = textsOfTemplate(template, "mine");
    const checked = checkRules(strategy, "mine.yaml");
    expect(checked.ok && checked.value.name).toBe("mine");
    expect(scenarios).toContain("mine.yaml");
    expect(textsOfTemplate(template, template.name).strategy).toBe(text);
  });
});

test("every strategy that comes along is a template", () => {
  const folder = join(ROOT, "deploy/strategies");
  const files = new Map(TEMPLATES.map(({ name, file }) => [`${name}.yaml`, file]));
  const names = readdirSync(folder);
  expect(names).toContain("prediction-follow.yaml");
  for (const name of names)
    expect(readFileSync(join(folder, name), "utf8"), `${name}: copy it from packages/rules/templates`).toBe(
      readFileSync(files.get(name) ?? "", "utf8"),
    );
});
