import { describe, expect, test } from "vitest";
import type { Fact } from "../environment/define-fact.ts";
import { evaluateTree } from "../expression/evaluate-tree.ts";
import type { Tree } from "../expression/tree.ts";
import type { Facts } from "../facts.ts";
import { someFacts } from "../testing/facts.ts";
import { assemble } from "./assemble.ts";
import { OPERATIONS } from "./opcodes.ts";
import { ALL_TRUE, isUnknown, run } from "./run.ts";
import { loadFacts, makeLayout } from "./slots.ts";

const T = "TRUE";
const F = "FALSE";
const U = "UNKNOWN";
type Three = typeof T | typeof F | typeof U;
const ALL: readonly Three[] = [T, F, U];
const read = (truth: Three): boolean | undefined => (truth === U ? undefined : truth === T);

const fact = (name: string, truth: Three): Tree => {
  const own: Fact = { name: `test.${name}`, type: "bool", doc: "", unknown: "", read: () => read(truth) };
  return { kind: "fact", type: "bool", fact: own };
};

function byProgram(...trees: readonly Tree[]): Three {
  const layout = makeLayout();
  const program = assemble(trees, layout);
  const slots = layout.makeSlots();
  loadFacts(program.shared, someFacts(), slots, layout.texts);
  const outcome = run(program.code, slots);
  return outcome === ALL_TRUE ? T : isUnknown(outcome) ? U : F;
}

function byWalking(tree: Tree, facts: Facts = someFacts()): Three {
  const value = evaluateTree(tree, facts);
  return value === undefined ? U : value === 1 ? T : F;
}

const both = (tree: Tree): readonly [Three, Three] => [byProgram(tree), byWalking(tree)];
const twice = (truth: Three) => [truth, truth] as const;

const AND: Readonly<Record<Three, Readonly<Record<Three, Three>>>> = {
  TRUE: { TRUE: T, FALSE: F, UNKNOWN: U },
  FALSE: { TRUE: F, FALSE: F, UNKNOWN: F },
  UNKNOWN: { TRUE: U, FALSE: F, UNKNOWN: U },
};
const OR: Readonly<Record<Three, Readonly<Record<Three, Three>>>> = {
  TRUE: { TRUE: T, FALSE: T, UNKNOWN: T },
  FALSE: { TRUE: T, FALSE: F, UNKNOWN: U },
  UNKNOWN: { TRUE: T, FALSE: U, UNKNOWN: U },
};
const PAIRS = ALL.flatMap((one) => ALL.map((other) => [one, other] as const));

describe("Kleene's tables, by the program and by walking", () => {
  test.each(PAIRS)("%s && %s", (one, other) => {
    const tree: Tree = { kind: "all", type: "bool", left: fact("a", one), right: fact("b", other) };
    expect(both(tree)).toEqual(twice(AND[one][other]));
  });

  test.each(PAIRS)("%s || %s", (one, other) => {
    const tree: Tree = { kind: "any", type: "bool", left: fact("a", one), right: fact("b", other) };
    expect(both(tree)).toEqual(twice(OR[one][other]));
  });

  test.each([
    [T, F],
    [F, T],
    [U, U],
  ] as const)("!%s is %s", (one, result) => {
    expect(both({ kind: "not", type: "bool", item: fact("a", one) })).toEqual(twice(result));
  });

  test.each(PAIRS)("%s == %s, and !=", (one, other) => {
    const equal: Three = one === U || other === U ? U : one === other ? T : F;
    const unequal: Three = equal === U ? U : equal === T ? F : T;
    const parts = { kind: "compare", type: "bool", left: fact("a", one), right: fact("b", other) } as const;
    expect(both({ ...parts, op: "==" })).toEqual(twice(equal));
    expect(both({ ...parts, op: "!=" })).toEqual(twice(unequal));
  });

  test.each(ALL.flatMap((one) => PAIRS.map((pair) => [one, ...pair] as const)))(
    "%s ? %s : %s",
    (one, then, otherwise) => {
      const tree: Tree = {
        kind: "choose",
        type: "bool",
        condition: fact("a", one),
        left: fact("b", then),
        right: fact("c", otherwise),
      };
      expect(both(tree)).toEqual(twice(one === U ? U : one === T ? then : otherwise));
    },
  );
});

test.each(ALL.flatMap((one) => PAIRS.map((pair) => [one, ...pair] as const)))(
  "a rule that requires %s, %s and %s is what && makes of them",
  (one, two, three) => {
    const trees = [fact("a", one), fact("b", two), fact("c", three)];
    expect(byProgram(...trees)).toBe(AND[AND[one][two]][three]);
  },
);

test("the numbers in the interpreter are the places in the list", () => {
  const places = [
    "EQ",
    "ADD",
    "MUL_EXACT",
    "DIV_EXACT",
    "MIN",
    "ABS",
    "PLAIN",
    "AND",
    "NOT",
    "CHOOSE",
    "REQUIRE",
    "REQUIRE_GE",
  ];
  expect(places.map((name) => OPERATIONS.indexOf(name as (typeof OPERATIONS)[number]))).toEqual([
    0, 6, 8, 11, 14, 16, 17, 18, 20, 21, 22, 28,
  ]);
});
