import type { Comparison, Tree } from "../expression/tree.ts";
import type { Requirement } from "../when/node.ts";

/** Limits of what is required of a fact; an open one is itself excluded. */
export type Bounds = { low: number; high: number; lowOpen: boolean; highOpen: boolean };

/** A fact that is compared with a number, in the scale of its type. */
export type Compared = { readonly name: string; readonly op: Comparison; readonly value: number };

/** What facts can be at all, in the scale of their types. */
const LIMITS: Readonly<Record<string, { readonly low: number; readonly high?: number }>> = {
  "prediction.confidence": { low: 0, high: 1_000_000 },
  "orders.working": { low: 0 },
  "market.bid": { low: 1 },
  "market.ask": { low: 1 },
  "market.mid": { low: 1 },
  "market.last": { low: 1 },
  "market.spread": { low: 0 },
  "market.spread_bps": { low: 0 },
  "market.volume": { low: 0 },
  "market.atr": { low: 0 },
  "position.age_minutes": { low: 0 },
  "clock.time": { low: 0, high: 1439 },
  "group.rank": { low: 1 },
  "group.size": { low: 1 },
  "portfolio.open_positions": { low: 0 },
  "rule.fires_in_session": { low: 0 },
  "rule.fires_in_position": { low: 0 },
};

/** What must hold of each fact that a rule compares with numbers, within what it can be at all. */
export function boundsIn(requirements: readonly Requirement[]): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const { name, op, value } of requirements.flatMap(({ tree }) => comparisonsIn(tree))) {
    const known = bounds.get(name) ?? limitsOf(name);
    bounds.set(name, known);
    if (op === ">" || op === ">=" || op === "==") raise(known, value, op === ">");
    if (op === "<" || op === "<=" || op === "==") lower(known, value, op === "<");
  }
  return bounds;
}

export const limitsOf = (name: string): Bounds => ({
  low: LIMITS[name]?.low ?? Number.NEGATIVE_INFINITY,
  high: LIMITS[name]?.high ?? Number.POSITIVE_INFINITY,
  lowOpen: false,
  highOpen: false,
});

const isEmpty = ({ low, high, lowOpen, highOpen }: Bounds): boolean =>
  low > high || (low === high && (lowOpen || highOpen));

/** The facts of which a list of requirements asks what excludes itself. */
export const contradictedIn = (requirements: readonly Requirement[]): readonly string[] =>
  [...boundsIn(requirements)].flatMap(([name, bounds]) => (isEmpty(bounds) ? [name] : []));

/** Comparisons of a fact with a number that must all hold. */
function comparisonsIn(tree: Tree): readonly Compared[] {
  if (tree.kind === "all") return [...comparisonsIn(tree.left), ...comparisonsIn(tree.right)];
  const one = comparisonOf(tree);
  return one === undefined ? [] : [one];
}

/** A comparison of a fact with a number, whichever stands first. */
export function comparisonOf(tree: Tree): Compared | undefined {
  if (tree.kind !== "compare") return undefined;
  const { left, right, op } = tree;
  if (left.kind === "fact" && right.kind === "constant" && right.text === undefined)
    return { name: left.fact.name, op, value: right.value };
  if (right.kind === "fact" && left.kind === "constant" && left.text === undefined)
    return { name: right.fact.name, op: TURNED[op], value: left.value };
  return undefined;
}

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

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
