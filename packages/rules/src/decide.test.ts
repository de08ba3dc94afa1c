import { parseYaml } from "@bowline/config";
import { shares } from "@bowline/kernel";
import { aSignal, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompiledStrategy } from "./compiled.ts";
import { compileFile } from "./compile.ts";
import { decide } from "./decide.ts";
import { type Facts, NEVER_FIRED } from "./facts.ts";
import { strategySchema } from "./strategy-schema.ts";
import { aStrategy, fileOf, someFacts } from "./testing/facts.ts";

const SIZE = "size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100000 } }";
const ENTER = `{ enter: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, ${SIZE} } }`;
const open = { position: { quantity: shares(5), enteredUs: at(1) } };

const rule = (id: string, priority: number, when: string, act = "{ exit: {} }"): string =>
  `  - { id: ${id}, priority: ${priority}, on: clock, when: '${when}', do: ${act} }`;

/** What becomes of each rule: that it fires, or what blocks it. */
function verdicts(strategy: CompiledStrategy, facts: Facts): readonly string[] {
  return decide(strategy, strategy.tableOf("clock"), facts, () => NEVER_FIRED).map(
    ({ rule: { id }, evaluation, conflict }) =>
      `${id} ${conflict?.value ?? (evaluation.outcome === "FIRED" ? "fires" : evaluation.firstBlocker)}`,
  );
}

describe("of rules that want the same", () => {
  test("the one with the greatest priority acts", () => {
    const strategy = aStrategy([rule("a", 0, "true"), rule("b", 2, "true"), rule("c", 1, "true")].join("\n"));
    expect(verdicts(strategy, someFacts(open))).toEqual(["b fires", "c b acts", "a b acts"]);
  });

  test("of equal priority the first in alphabetical order", () => {
    const strategy = aStrategy([rule("b", 0, "true"), rule("a", 0, "true")].join("\n"));
    expect(verdicts(strategy, someFacts(open))).toEqual(["a fires", "b a acts"]);
  });

  test("one that does not hold stands in nobody's way", () => {
    const strategy = aStrategy([rule("a", 1, "market.halted"), rule("b", 0, "true")].join("\n"));
    expect(verdicts(strategy, someFacts(open))).toEqual(["a market.halted", "b fires"]);
  });
});

describe("what is unknown before it", () => {
  test("holds an entry back, as it might have acted instead", () => {
    const strategy = aStrategy([rule("a", 1, "market.last > 1", ENTER), rule("b", 0, "true", ENTER)].join("\n"));
    expect(verdicts(strategy, someFacts({ lastPx: undefined }))).toEqual([
      "a market.last > 1",
      "b a is UNKNOWN and might have acted",
    ]);
  });

  test("holds no exit back", () => {
    const strategy = aStrategy([rule("a", 1, "market.last > 1"), rule("b", 0, "true")].join("\n"));
    expect(verdicts(strategy, someFacts({ ...open, lastPx: undefined }))).toEqual(["a market.last > 1", "b fires"]);
  });

  test("stands in nobody's way where it could not have acted at all", () => {
    const strategy = aStrategy([rule("a", 1, "market.last > 1"), rule("b", 0, "true", ENTER)].join("\n"));
    expect(verdicts(strategy, someFacts({ lastPx: undefined }))).toEqual(["a market.last > 1", "b fires"]);
  });
});

const CONDITIONS = [
  "prediction.confidence >= 0.6",
  "market.spread_bps <= 5 || market.last > 200",
  "!(orders.working > 0) && market.volume > 100",
  'prediction.direction == "LONG"',
  "market.mid > market.open * 1.005",
  "session.minutes_since_open >= 5 ? market.day_change > 0.01 : market.halted",
  "account.equity > 50000 && portfolio.open_positions < 5",
  'risk.state != "HALTED"',
  "position.open && position.age_minutes >= 3",
  "rule.fires_in_session == 0",
  "group.rank <= 2",
];

const aRuleText = fc
  .record({ priority: fc.integer({ min: 0, max: 2 }), when: fc.constantFrom(...CONDITIONS), enters: fc.boolean() })
  .map(({ priority, when, enters }) => ({ priority, when, act: enters ? ENTER : "{ exit: {} }" }));
const someRules = fc.array(aRuleText, { minLength: 3, maxLength: 6 });
const anyFacts = fc
  .record({
    held: fc.constantFrom(0, 5, -5),
    direction: fc.constantFrom("LONG" as const, "SHORT" as const),
    confidence: fc.integer({ min: 500_000, max: 800_000 }),
    liveOrders: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ held, direction, confidence, liveOrders }) =>
    someFacts({
      prediction: aSignal({ direction, confidence }),
      position: { quantity: shares(held), enteredUs: held === 0 ? undefined : at(1) },
      liveOrders,
    }),
  );

const written = (rules: readonly { priority: number; when: string; act: string }[]): readonly string[] =>
  rules.map(({ priority, when, act }, index) => rule(`r${index}`, priority, when.replaceAll("'", "''"), act));

/** What is done, in order. */
const actions = (strategy: CompiledStrategy, facts: Facts): readonly string[] =>
  decide(strategy, strategy.tableOf("clock"), facts, () => NEVER_FIRED).flatMap(
    ({ rule: { id }, evaluation, conflict }) =>
      evaluation.outcome === "FIRED" && conflict === undefined ? [`${id} ${JSON.stringify(evaluation.plans)}`] : [],
  );

test("1,000 orders of the rules in a file give the same actions", () => {
  let acted = 0;
  let orders = 0;
  fc.assert(
    fc.property(someRules, fc.array(anyFacts, { minLength: 5, maxLength: 5 }), fc.integer(), (rules, moments, seed) => {
      const parsed = parseYaml(fileOf(written(rules).join("\n")), "test.yaml", strategySchema);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const { value } = parsed.value;
      const expected = moments.map((facts) => actions(compileFile(parsed.value, [], ""), facts));
      acted += expected.flat().length;
      for (const shuffled of fc.sample(fc.shuffledSubarray([...value.rules], { minLength: rules.length }), {
        seed,
        numRuns: 20,
      })) {
        const file = { ...parsed.value, value: { ...value, rules: shuffled } };
        orders += 1;
        const strategy = compileFile(file, [], "");
        expect(moments.map((facts) => actions(strategy, facts))).toEqual(expected);
      }
      expect(Math.max(...expected.map((all) => all.length))).toBeLessThan(2);
    }),
    { numRuns: 50 },
  );
  expect(orders).toBe(1000);
  expect(acted).toBeGreaterThan(50);
});

/** Every fact that can be missing, and what is left without it. */
const WITHOUT: readonly Partial<Record<keyof Facts, undefined>>[] = [
  { session: undefined },
  { prediction: undefined },
  { position: undefined },
  { quote: undefined },
  { feedAlive: undefined },
  { lastPx: undefined },
  { day: undefined },
  { previousClosePx: undefined },
  { atr: undefined },
  { equity: undefined },
  { account: undefined },
  { portfolio: undefined },
  { peers: undefined },
  { tradingState: undefined },
];

test("without any one fact, 5,600 random moments see no entry that there was not with it, and no more actions", () => {
  let entered = 0;
  let prevented = 0;
  fc.assert(
    fc.property(someRules, fc.array(anyFacts, { minLength: 1, maxLength: 1 }), (rules, moments) => {
      const strategy = aStrategy(written(rules).join("\n"));
      for (const facts of moments) {
        const whole = actions(strategy, facts);
        entered += entriesOf(whole).length;
        for (const without of WITHOUT) {
          const less = actions(strategy, { ...facts, ...without } as Facts);
          expect(whole).toEqual(expect.arrayContaining([...entriesOf(less)]));
          expect(less.length).toBeLessThanOrEqual(1);
          prevented += entriesOf(whole).length - entriesOf(less).length;
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(entered).toBeGreaterThan(10);
  expect(prevented).toBeGreaterThan(10);
});

const entriesOf = (all: readonly string[]): readonly string[] =>
  all.filter((action) => action.includes('"type":"enter"'));
