import { checkRules } from "../compile.ts";
import type { CompiledRule, CompiledStrategy } from "../compiled.ts";
import { type Evaluation, type Explanation, evaluate, explain } from "../evaluate.ts";
import { type Facts, NEVER_FIRED } from "../facts.ts";
import type { Truth } from "../truth.ts";
import { formatConfigError } from "@bowline/config";
import { micros, money, qty, shares } from "@bowline/kernel";
import { T0, T0_CLOSE, aSignal, at, dollars } from "@bowline/testkit";

export type Changes = { readonly [K in keyof Facts]?: Facts[K] | undefined };

/** A flat book, ten minutes after the open, with everything known: quote 99.99 / 100.01, ATR 0.20, 100,000 dollars. */
export const someFacts = (changes: Changes = {}): Facts =>
  ({
    symbol: "AAPL",
    nowUs: at(600),
    session: { regular: true, openUs: T0, closeUs: T0_CLOSE },
    prediction: aSignal(),
    position: { quantity: qty(0), enteredUs: undefined },
    liveOrders: 0,
    working: [],
    liveEntries: 0,
    reducing: false,
    scaledIn: 0,
    exiting: false,
    quote: { bidPx: dollars("99.99"), askPx: dollars("100.01"), halted: false },
    feedAlive: true,
    lastPx: dollars("100"),
    day: { volume: shares(5000), openPx: dollars("99"), highPx: dollars("101"), lowPx: dollars("98.5") },
    previousClosePx: dollars("98"),
    atr: 200_000,
    indicators: {},
    equity: money(micros("100000")),
    account: {
      cash: money(micros("40000")),
      grossExposure: money(micros("60000")),
      netExposure: money(micros("20000")),
      unrealizedPnl: money(micros("-12.5")),
      dayPnl: money(micros("250")),
    },
    portfolio: { openPositions: 2, longPositions: 1, shortPositions: 1 },
    unflattened: 2,
    peers: { rank: 2, size: 5, averageChange: 10_000 },
    tradingState: "ACTIVE",
    pause: undefined,
    modelAlive: true,
    vars: {},
    history: NEVER_FIRED,
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
  working: [],
  liveEntries: 0,
  reducing: false,
  scaledIn: 0,
  exiting: false,
  quote: undefined,
  feedAlive: undefined,
  lastPx: undefined,
  day: undefined,
  previousClosePx: undefined,
  atr: undefined,
  indicators: {},
  equity: undefined,
  account: undefined,
  portfolio: undefined,
  unflattened: 0,
  peers: undefined,
  tradingState: undefined,
  pause: undefined,
  modelAlive: false,
  vars: {},
  history: NEVER_FIRED,
};

/** The text of a file of rules; `indicators` as it would stand there, and more of its keys. */
export const fileOf = (rules: string, indicators = "{}", more = ""): string => `
strategy: test
description: For tests.
groups: all
indicators: ${indicators}
${more}
rules:
${rules}
`;

export function aStrategy(rules: string, indicators = "{}", more = ""): CompiledStrategy {
  const checked = checkRules(fileOf(rules, indicators, more), "test.yaml");
  if (!checked.ok) throw new Error(checked.error.map(formatConfigError).join("\n"));
  return checked.value;
}

export type AskedRule = {
  readonly rule: CompiledRule;
  readonly strategy: CompiledStrategy;
  evaluate(facts: Facts): Evaluation;
  explain(facts: Facts): Explanation;
};

/** One rule from YAML: `when` and `do` as they would stand in a file, and more of its keys. */
export function aRule({
  when = "[]",
  act = "{ exit: {} }",
  on = "clock",
  indicators = "{}",
  more = "",
}: {
  when?: string;
  act?: string;
  on?: string;
  indicators?: string;
  more?: string;
}): AskedRule {
  const extra = more === "" ? "" : `, ${more}`;
  const strategy = aStrategy(`  - { id: rule, on: ${on}, when: ${when}, do: ${act}${extra} }`, indicators);
  const rule = strategy.rules[0] as CompiledRule;
  return {
    rule,
    strategy,
    evaluate: (facts) => evaluate(strategy, rule, facts),
    explain: (facts) => explain(rule, facts, evaluate(strategy, rule, facts)),
  };
}

/** What each leaf of a condition says of the facts. */
export const truthsOf = (condition: string, facts: Facts, indicators = "{}"): readonly Truth[] =>
  leavesOf(condition, facts, indicators).map(({ result }) => result);

/** The first leaf as a decision record shows it: name, value, threshold, result. */
export function shown(condition: string, facts: Facts, indicators = "{}"): string {
  const [leaf] = leavesOf(condition, facts, indicators);
  return `${leaf?.name}: ${leaf?.value} [${leaf?.threshold}] ${leaf?.result}`;
}

function leavesOf(condition: string, facts: Facts, indicators: string): Explanation["leaves"] {
  const asked = aRule({ when: `[{ ${condition} }]`, indicators });
  const { leaves } = asked.explain(facts);
  return leaves.slice(0, leaves.length - asked.rule.needs.length);
}
