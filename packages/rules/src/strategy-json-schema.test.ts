import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseYaml, z } from "@bowline/config";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { strategyJsonSchema } from "./strategy-json-schema.ts";
import { GOOD } from "./testing/bad-files/index.ts";

const isValid = new Ajv2020({ strict: false }).compile(strategyJsonSchema());

function holds(text: string): boolean {
  const parsed = parseYaml(text, "s.yaml", z.unknown());
  return parsed.ok && isValid(parsed.value.value);
}

test("the strategies that come along are what the schema describes", () => {
  const folder = join(import.meta.dirname, "../../../deploy/strategies");
  for (const name of readdirSync(folder))
    expect([name, holds(readFileSync(join(folder, name), "utf8"))]).toEqual([name, true]);
  expect(holds(GOOD)).toBe(true);
});

test.each([
  ["on: bar", "on: bars"],
  ["on: bar", "on: { bar: 7m }"],
  ["spread:", "spraed:"],
  ["maxBps: 10", "maxBsp: 10"],
  ["maxBps: 10", "maxBps: wide"],
  ["exit:", "exot:"],
  ["id: leave", "id: Leave"],
  ["order: market", "order: limit"],
  ["groups:", "grups:"],
  ["riskPerTrade:", "riskPerTrad:"],
  ["cooldownMinutes: 5", "cooldown: 5"],
])("a file with %j changed to %j is not", (from, to) => {
  expect(GOOD).toContain(from);
  expect(holds(GOOD.replace(from, to))).toBe(false);
});

test.each([
  ["on: bar", "on: { order: [rejected, canceled] }"],
  ["on: bar", "on: { every: 15 }\n    mode: edge\n    rearm: market.halted\n    scope: group"],
  ["spread: { maxBps: 10 }", "market.spread_bps <= 10"],
  ["spread: { maxBps: 10 }", "any: [market.halted, { not: market.feed_alive }]"],
  ["maxBps: 10", "maxBps: $confidence"],
  ["do: { exit: {} }", "do: [{ exit: {} }]\n    maxFires: { perSession: 2 }"],
])("a file with %j changed to %j still is", (from, to) => {
  expect(GOOD).toContain(from);
  expect(holds(GOOD.replace(from, to))).toBe(true);
});
