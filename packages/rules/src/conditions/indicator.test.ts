import { expect, test } from "vitest";
import { checkRules } from "../compile.ts";
import type { IndicatorFact } from "../facts.ts";
import type { Leaf } from "../leaf.ts";
import { someFacts } from "../testing/facts.ts";

/** `fast` and `slow` are prices, `rsi` is a percentage. */
function leavesOf(condition: string): readonly Leaf[] {
  const checked = checkRules(
    `strategy: test
description: For tests.
groups: all
indicators: { fast: { ema: {} }, slow: { sma: {} }, rsi: { rsi: {} } }
rules: [{ id: rule, on: bar, when: [{ indicator: ${condition} }], do: { exit: {} } }]
`,
    "s.yaml",
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const [rule] = checked.value.rules.bar;
  return rule?.leaves.slice(0, rule.leaves.length - rule.action.needs.length) ?? [];
}

const price = (dollars: number | undefined): IndicatorFact => ({
  value: dollars === undefined ? undefined : dollars * 1e6,
  scale: 1e6,
});
const facts = (indicators: Readonly<Record<string, IndicatorFact>>) => someFacts({ indicators });
const truths = (condition: string, indicators: Readonly<Record<string, IndicatorFact>>) =>
  leavesOf(condition).map((leaf) => leaf.test(facts(indicators)));

test.each([
  ["{ value: ind.fast, above: ind.slow }", 10.01, 10, "TRUE"],
  ["{ value: ind.fast, above: ind.slow }", 10, 10, "FALSE"],
  ["{ value: ind.fast, min: ind.slow }", 10, 10, "TRUE"],
  ["{ value: ind.fast, below: ind.slow }", 9.99, 10, "TRUE"],
  ["{ value: ind.fast, below: ind.slow }", 10, 10, "FALSE"],
  ["{ value: ind.fast, max: ind.slow }", 10, 10, "TRUE"],
  ["{ value: ind.fast, min: 12.34 }", 12.34, 10, "TRUE"],
  ["{ value: ind.fast, above: 12.34 }", 12.34, 10, "FALSE"],
])("%s with %d and %d is %s", (condition, fast, slow, truth) => {
  expect(truths(condition, { fast: price(fast), slow: price(slow) })).toEqual([truth]);
});

test("a percentage is compared as it is, between bounds with both", () => {
  const rsi = (value: number) => ({ rsi: { value, scale: 1 } });
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(50))).toEqual(["TRUE", "TRUE"]);
  expect(truths("{ value: ind.rsi, above: 30, below: 70 }", rsi(75))).toEqual(["TRUE", "FALSE"]);
});

test("is UNKNOWN while either warms up, and where it is not there", () => {
  const condition = "{ value: ind.fast, above: ind.slow }";
  expect(truths(condition, { fast: price(undefined), slow: price(10) })).toEqual(["UNKNOWN"]);
  expect(truths(condition, { fast: price(10), slow: price(undefined) })).toEqual(["UNKNOWN"]);
  expect(truths(condition, {})).toEqual(["UNKNOWN"]);
});

test("shows what was compared", () => {
  const [leaf] = leavesOf("{ value: ind.fast, above: ind.slow }");
  expect(leaf?.explain(facts({ fast: price(10.5), slow: price(10) }))).toEqual({
    name: "ind.fast",
    value: "10.5 (ind.slow 10)",
    threshold: "> ind.slow",
    result: "TRUE",
  });
  const [bounded] = leavesOf("{ value: ind.rsi, max: 30 }");
  expect(bounded?.explain(facts({ rsi: { value: 12.345678901234, scale: 1 } })).value).toBe("12.3456789");
});
