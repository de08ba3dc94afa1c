import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";
import type { Comparison, Tree } from "../expression/tree.ts";

/** Limits of what is required; an open one is itself excluded. */
type Bounds = { low: number; high: number; lowOpen: boolean; highOpen: boolean };

export const contradiction = defineLint({
  code: "CONTRADICTION",
  doc: "What a rule requires of one fact can never hold together, such as above 70 and below 30.",
  find: ({ rules }) =>
    rules.flatMap((rule) =>
      contradictedIn(rule).map((name) => ({
        at: ["rules", rule.place, "when"],
        message: `\`${rule.id}\` never fires: what it requires of ${name} excludes itself`,
      })),
    ),
});

/** The facts of which a rule requires what excludes itself. */
function contradictedIn({ requirements }: CompiledRule): readonly string[] {
  const bounds = new Map<string, Bounds>();
  for (const { name, op, value } of requirements.flatMap(({ tree }) => comparisonsIn(tree)))
    narrow(bounds, name, op, value);
  return [...bounds].flatMap(([name, { low, high, lowOpen, highOpen }]) =>
    low > high || (low === high && (lowOpen || highOpen)) ? [name] : [],
  );
}

type Compared = { readonly name: string; readonly op: Comparison; readonly value: number };

/** Comparisons of a fact with a number that must all hold. */
function comparisonsIn(tree: Tree): readonly Compared[] {
  if (tree.kind === "all") return [...comparisonsIn(tree.left), ...comparisonsIn(tree.right)];
  if (tree.kind !== "compare" || tree.left.kind !== "fact" || tree.right.kind !== "constant") return [];
  if (tree.right.text !== undefined) return [];
  return [{ name: tree.left.fact.name, op: tree.op, value: tree.right.value }];
}

function narrow(bounds: Map<string, Bounds>, name: string, op: Comparison, value: number): void {
  const known = bounds.get(name) ?? {
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    lowOpen: false,
    highOpen: false,
  };
  bounds.set(name, known);
  if (op === ">" || op === ">=" || op === "==") raise(known, value, op === ">");
  if (op === "<" || op === "<=" || op === "==") lower(known, value, op === "<");
}

function raise(bounds: Bounds, value: number, isOpen: boolean): void {
  if (value < bounds.low) return;
  bounds.lowOpen = value === bounds.low ? bounds.lowOpen || isOpen : isOpen;
  bounds.low = value;
}

function lower(bounds: Bounds, value: number, isOpen: boolean): void {
  if (value > bounds.high) return;
  bounds.highOpen = value === bounds.high ? bounds.highOpen || isOpen : isOpen;
  bounds.high = value;
}
