import { defineLint } from "../define-lint.ts";
import type { Tree } from "../expression/tree.ts";
import { type Compared, comparisonOf, limitsOf } from "./bounds.ts";

export const alwaysTrue = defineLint({
  code: "ALWAYS_TRUE",
  doc: "A condition is true whatever its facts are, such as a spread of at least 0, or above 5 or below 10.",
  find: ({ rules }) =>
    rules.flatMap(({ place, requirements }) =>
      requirements
        .filter(({ tree }) => coversAll(alternativesOf(tree)))
        .map(({ name }) => ({ at: ["rules", place, "when"], message: `\`${name}\` is true wherever it is known` })),
    ),
});

/** The comparisons of which one must hold; none where something else is among them. */
function alternativesOf(tree: Tree): readonly Compared[] {
  if (tree.kind === "any") {
    const [left, right] = [alternativesOf(tree.left), alternativesOf(tree.right)];
    return left.length === 0 || right.length === 0 ? [] : [...left, ...right];
  }
  const one = comparisonOf(tree);
  return one === undefined ? [] : [one];
}

/** Whether every value that the fact can have is in one of them. */
function coversAll(all: readonly Compared[]): boolean {
  const [first] = all;
  if (first === undefined || all.some(({ name }) => name !== first.name)) return false;
  const limits = limitsOf(first.name);
  if (all.some((one) => all.some((other) => isNot(one, other)))) return true;
  // Everything below `below`, everything above `above`.
  const below = Math.max(...all.flatMap(({ op, value }) => (op === "<" ? [value - 1] : op === "<=" ? [value] : [])));
  const above = Math.min(...all.flatMap(({ op, value }) => (op === ">" ? [value + 1] : op === ">=" ? [value] : [])));
  if (below >= limits.high || above <= limits.low) return true;
  return above <= below + 1 && Number.isFinite(below) && Number.isFinite(above);
}

const isNot = (one: Compared, other: Compared): boolean =>
  one.op === "==" && other.op === "!=" && one.value === other.value;
