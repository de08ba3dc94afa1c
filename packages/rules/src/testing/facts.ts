import { checkRules } from "../compile.ts";
import type { CompiledRule } from "../compile.ts";
import type { Facts } from "../facts.ts";
import type { Leaf } from "../leaf.ts";
import type { Truth } from "../truth.ts";
import { micros, money, qty } from "@bowline/kernel";
import { T0, T0_CLOSE, aSignal, at, dollars } from "@bowline/testkit";

type Changes = { readonly [K in keyof Facts]?: Facts[K] | undefined };

/** A flat book, ten minutes after the open, with everything known: quote 99.99 / 100.01, ATR 0.20, 100,000 dollars. */
export const someFacts = (changes: Changes = {}): Facts =>
  ({
    symbol: "AAPL",
    nowUs: at(600),
    session: { regular: true, openUs: T0, closeUs: T0_CLOSE },
    prediction: aSignal(),
    position: { quantity: qty(0), enteredUs: undefined },
    liveOrders: 0,
    exiting: false,
    quote: { bidPx: dollars("99.99"), askPx: dollars("100.01"), halted: false },
    feedAlive: true,
    atr: 200_000,
    indicators: {},
    equity: money(micros("100000")),
    firedUs: undefined,
    ...changes,
  }) as Facts;

/** Nothing is known but the time. */
export const NOTHING_KNOWN: Facts = {
  symbol: "AAPL",
  nowUs: at(600),
  session: undefined,
  prediction: undefined,
  position: undefined,
  liveOrders: 0,
  exiting: false,
  quote: undefined,
  feedAlive: undefined,
  atr: undefined,
  indicators: {},
  equity: undefined,
  firedUs: undefined,
};

/** One rule from YAML: `when` and `do` as they would stand in a file. */
export function aRule({
  when = "[]",
  act = "{ exit: {} }",
  on = "clock",
  cooldownMinutes = 0,
}: {
  when?: string;
  act?: string;
  on?: string;
  cooldownMinutes?: number;
}): CompiledRule {
  const text = `
strategy: test
description: For tests.
groups: all
rules:
  - { id: rule, on: ${on}, when: ${when}, do: ${act}, cooldownMinutes: ${cooldownMinutes} }
`;
  const checked = checkRules(text, "test.yaml");
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return Object.values(checked.value.rules).flat()[0] as CompiledRule;
}

/** The leaves of one condition, written as in a file: `leavesOf("spread: { maxBps: 5 }")`. */
function leavesOf(condition: string): readonly Leaf[] {
  const rule = aRule({ when: `[{ ${condition} }]` });
  return rule.leaves.slice(0, rule.leaves.length - rule.action.needs.length);
}

/** What each leaf of a condition says of the facts. */
export const truthsOf = (condition: string, facts: Facts): readonly Truth[] =>
  leavesOf(condition).map((leaf) => leaf.test(facts));

/** The first leaf as a decision record shows it: name, value, threshold, result. */
export function shown(condition: string, facts: Facts): string {
  const { name, value, threshold, result } = (leavesOf(condition)[0] as Leaf).explain(facts);
  return `${name}: ${value} [${threshold}] ${result}`;
}
