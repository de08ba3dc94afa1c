import { micros, money, shares } from "@bowline/kernel";
import { aSignal, at, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FACTS } from "../environment/index.ts";
import type { Unit } from "../environment/types.ts";
import { UNIT_NAMES } from "../environment/types.ts";
import { makeReader } from "../expression/compile-expression.ts";
import { evaluateTree } from "../expression/evaluate-tree.ts";
import { makeScope } from "../expression/scope.ts";
import type { Tree } from "../expression/tree.ts";
import type { Facts } from "../facts.ts";
import { someFacts } from "../testing/facts.ts";
import { assemble } from "./assemble.ts";
import { ALL_TRUE, isUnknown, run } from "./run.ts";
import { loadFacts, makeLayout } from "./slots.ts";

const reader = makeReader(makeScope());
const byUnit = new Map<Unit, readonly string[]>(
  UNIT_NAMES.map((unit) => [unit, FACTS.filter(({ type }) => type === unit).map(({ name }) => name)]),
);
const unitsWithFacts = UNIT_NAMES.filter((unit) => (byUnit.get(unit) ?? []).length > 0);
const literal = fc.constantFrom("0", "1", "2.5", "100", "99.99", "0.001", "-3");

/** A number of a unit, as a text: facts, and what may be made of them. */
const numberOf = (unit: Unit, depth: number): fc.Arbitrary<string> => {
  const fact = fc.constantFrom(...(byUnit.get(unit) as [string, ...string[]]));
  if (depth === 0) return fact;
  const inner = fc.oneof(fact, numberOf(unit, depth - 1));
  return fc.oneof(
    fact,
    fc.tuple(inner, fc.constantFrom("+", "-"), fc.oneof(inner, literal)).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(inner, fc.constantFrom("*", "/"), literal).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom("min", "max"), inner, fc.oneof(inner, literal)).map(([f, a, b]) => `${f}(${a}, ${b})`),
    inner.map((a) => `abs(${a})`),
    inner.map((a) => `(-${a})`),
  );
};
const comparison = fc
  .constantFrom(...unitsWithFacts)
  .chain((unit) =>
    fc.tuple(
      numberOf(unit, 2),
      fc.constantFrom("<", "<=", ">", ">=", "==", "!="),
      fc.oneof(numberOf(unit, 1), literal),
    ),
  )
  .map(([left, op, right]) => `${left} ${op} ${right}`);
const leaf = fc.oneof(
  comparison,
  fc.constantFrom(
    "market.halted",
    "position.open",
    'prediction.direction in ["LONG", "FLAT"]',
    'prediction.model != "demo"',
    "number(market.mid) / number(position.quantity) > 1",
    "market.mid * position.quantity > account.cash",
    "market.mid / market.open > 1",
  ),
);
const expression: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc.tuple(tie("tree"), fc.constantFrom("&&", "||"), tie("tree")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("tree").map((a) => `!(${a})`),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
})).tree;

/** Moments with some of the facts missing. */
const moment: fc.Arbitrary<Facts> = fc
  .record(
    {
      session: fc.constant(undefined),
      prediction: fc.constantFrom(undefined, aSignal({ direction: "SHORT" }), aSignal({ targetPx: dollars("103") })),
      position: fc.constantFrom(undefined, { quantity: shares(-7), enteredUs: at(5), avgPx: dollars("101") }),
      quote: fc.constantFrom(undefined, { bidPx: dollars("0.01"), askPx: dollars("0.02"), halted: true }),
      lastPx: fc.constant(undefined),
      day: fc.constant(undefined),
      previousClosePx: fc.constant(undefined),
      atr: fc.constantFrom(undefined, 123_456.789, 0),
      equity: fc.constantFrom(undefined, money(micros("9000000000"))),
      account: fc.constant(undefined),
      portfolio: fc.constant(undefined),
    },
    { requiredKeys: [] },
  )
  .map((changes) => someFacts(changes));

const treeOf = (text: string): Tree => {
  const read = reader.read(text);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

test("the program gives what walking gives, for 3,000 expressions and moments, and has seen true, false and unknown", () => {
  const seen = { true: 0, false: 0, unknown: 0 };
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 1, maxLength: 3 }),
      fc.array(moment, { minLength: 3, maxLength: 3 }),
      (texts, moments) => {
        const trees = texts.map(treeOf);
        const layout = makeLayout();
        const { code, shared, own } = assemble(trees, layout);
        const slots = layout.makeSlots();
        for (const facts of moments) {
          loadFacts([...shared, ...own], facts, slots, layout.texts);
          const values = trees.map((tree) => evaluateTree(tree, facts));
          const first = values.findIndex((value) => value !== 1);
          const outcome = run(code, slots);
          const expected = values.every((value) => value === 1) ? "true" : values.includes(0) ? "false" : "unknown";
          expect([outcome === ALL_TRUE ? "true" : isUnknown(outcome) ? "unknown" : "false", outcome >> 1]).toEqual([
            expected,
            first,
          ]);
          seen[expected] += 1;
        }
      },
    ),
    { numRuns: 1000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
});

test("to take any fact away never makes true what was not", () => {
  fc.assert(
    fc.property(expression, moment, fc.nat(), (text, facts, which) => {
      const tree = treeOf(text);
      const layout = makeLayout();
      const { code, shared, own } = assemble([tree], layout);
      const places = [...shared, ...own];
      const slots = layout.makeSlots();
      loadFacts(places, facts, slots, layout.texts);
      const whole = run(code, slots);
      const gone = places[which % Math.max(1, places.length)];
      if (gone === undefined) return;
      loadFacts(places, facts, slots, layout.texts);
      slots.unknown[gone.slot] = 1;
      const less = run(code, slots);
      expect(less === ALL_TRUE && whole !== ALL_TRUE).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
