import { readFileSync } from "node:fs";
import { parseYaml, z } from "@bowline/config";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { listTemplates } from "../templates/templates.ts";
import { parseScenarios } from "./scenario-file.ts";
import { scenarioJsonSchema } from "./scenario-json-schema.ts";

const isValid = new Ajv2020({ strict: false }).compile(scenarioJsonSchema());

function holds(text: string): boolean {
  const parsed = parseYaml(text, "s.yaml", z.unknown());
  return parsed.ok && isValid(parsed.value.value);
}

const GOOD = `given: { equity: 50000, symbols: { AAPL: 100 } }
scenarios:
  - name: one
    steps:
      - at: "10:00"
        price: 101
        prediction: { direction: LONG, confidence: 0.8 }
        expect:
          - { fires: enter, order: { quantity: 5 } }
          - { blocked: leave, by: position.is }
`;

test("the scenarios of the templates are what the schema describes", () => {
  const files = listTemplates().map(({ scenariosFile }) => scenariosFile);
  expect(files.filter((file) => !holds(readFileSync(file, "utf8")))).toEqual([]);
  expect(holds(GOOD)).toBe(true);
});

test.each([
  ["price: 101", "prise: 101"],
  ["price: 101", "price: high"],
  ["price: 101", "halted: 1"],
  ["price: 101", "volume: 1.5"],
  ["direction: LONG", "direction: UP"],
  ["confidence: 0.8", "confidence: 80"],
  ["fires: enter", "fire: enter"],
  ["quantity: 5", "quantity: -5"],
  ["by: position.is", "bye: position.is"],
  ["equity: 50000", "equty: 50000"],
  ["AAPL: 100", "aapl: 100"],
  ["name: one", "nme: one"],
  ['at: "10:00"', 'at: "25:00"'],
  ["scenarios:", "scenario:"],
])("a file with %j changed to %j is neither described nor read", (from, to) => {
  expect(GOOD).toContain(from);
  const bad = GOOD.replace(from, to);
  expect([holds(bad), parseScenarios(bad, "s.yaml").ok]).toEqual([false, false]);
});

test.each([
  ["prediction: { direction: LONG, confidence: 0.8 }", "prediction: [{ direction: LONG }, { direction: SHORT }]"],
  ["- { fires: enter, order: { quantity: 5 } }", "- fires: enter"],
  ["- { blocked: leave, by: position.is }", "- { filled: ENTRY, price: 100.02 }"],
  ["- { blocked: leave, by: position.is }", "- position: -5"],
  ["price: 101", 'expect: nothing\n      - at: "10:05"'],
])("one with %j changed to %j is both", (from, to) => {
  expect(GOOD).toContain(from);
  const text = GOOD.replace(from, to);
  expect([holds(text), parseScenarios(text, "s.yaml").ok]).toEqual([true, true]);
});
