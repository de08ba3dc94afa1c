import { describe, expect, test } from "vitest";
import type { CompiledRule } from "./compile.ts";
import { evaluate, explain } from "./evaluate.ts";
import type { Leaf } from "./leaf.ts";
import { aRule, someFacts } from "./testing/facts.ts";
import type { Truth } from "./truth.ts";

const TRUTHS = ["TRUE", "FALSE", "UNKNOWN"] as const;
const aLeaf = (name: string, truth: Truth): Leaf => ({
  name,
  test: () => truth,
  explain: () => ({ name, value: "v", threshold: "t", result: truth }),
});
const ruleOf = (...truths: readonly Truth[]): CompiledRule => ({
  id: "rule",
  on: "clock",
  leaves: truths.map((truth, index) => aLeaf(`leaf${index}`, truth)),
  action: { name: "exit", needs: [], plan: () => ({ type: "exit", expiresMs: 1 }) },
  cooldownUs: 0,
});

describe("three-valued logic", () => {
  const table = TRUTHS.flatMap((a) => TRUTHS.flatMap((b) => TRUTHS.map((c) => [a, b, c] as const)));
  test.each(table)("%s and %s and %s", (...truths) => {
    const evaluation = evaluate(ruleOf(...truths), someFacts());
    const blocker = truths.findIndex((truth) => truth !== "TRUE");
    expect(evaluation).toMatchObject(
      blocker === -1 ? { outcome: "FIRED" } : { outcome: "BLOCKED", firstBlocker: `leaf${blocker}` },
    );
  });

  test("no condition at all is true", () => {
    expect(evaluate(ruleOf(), someFacts()).outcome).toBe("FIRED");
  });
});

test("an explanation names every leaf, also those behind the first blocker", () => {
  const rule = ruleOf("TRUE", "UNKNOWN", "FALSE");
  const { leaves, sizing } = explain(rule, someFacts(), evaluate(rule, someFacts()));
  expect(leaves.map(({ name, result }) => `${name} ${result}`)).toEqual(["leaf0 TRUE", "leaf1 UNKNOWN", "leaf2 FALSE"]);
  expect(sizing).toEqual([]);
});

test("leaves stand in the order of the file, then the cooldown, then what the action needs", () => {
  const rule = aRule({ when: "[{ spread: { maxBps: 5 } }, { workingOrders: none }]", cooldownMinutes: 5 });
  expect(rule.leaves.map(({ name }) => name)).toEqual([
    "spread",
    "workingOrders",
    "cooldown",
    "exit.position",
    "exit.running",
  ]);
});
