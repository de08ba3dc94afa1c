import { DEFAULT_FLATTEN, type FlattenPolicy } from "../flatten/flatten-policy.ts";
import { LIMIT_OWNERS, type OwnedLimits } from "./limit-owners.ts";
import { type AnyLimit, type LimitValues, WAIVED } from "./limit.ts";

type Intersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
type AllLimits = Intersection<OwnedLimits>;

/** Every limit of every check and breaker as it holds for one order, by name: money and quantities in micros, ratios in micros of 1. */
export type RiskLimits = LimitValues<AllLimits>;

/** The parts that may have tighter limits, as they are called in YAML. */
export const SCOPE_KINDS = ["accounts", "groups", "strategies", "symbols"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
type Named = Readonly<Record<string, unknown>>;
type Narrower = { readonly [K in ScopeKind]?: Readonly<Record<string, Named>> };

/** Who an order is of. */
export type LimitScope = {
  readonly accountId: string;
  readonly group: string;
  readonly strategy: string;
  readonly symbol: string;
};

export type LimitBook = {
  /** What holds for everything. */
  readonly everywhere: RiskLimits;
  /** Why each waived limit is done without. */
  readonly waivers: Readonly<Record<string, string>>;
  readonly narrower: Narrower;
  /** How positions are closed. */
  readonly flatten: FlattenPolicy;
  /** What holds for an order: of every scope that it is in, the strictest. */
  limitsFor(scope: LimitScope): RiskLimits;
};

const DEFINITIONS: ReadonlyMap<string, AnyLimit> = new Map(
  LIMIT_OWNERS.flatMap(({ limits }) => Object.entries(limits)),
);
export const LIMIT_NAMES: readonly string[] = [...DEFINITIONS.keys()];

/** The stricter of two values of a limit; a waiver is the loosest. */
export function stricterOf(name: string, a: unknown, b: unknown): unknown {
  if (a === WAIVED) return b;
  if (b === WAIVED) return a;
  return DEFINITIONS.get(name)?.stricter(a, b);
}

export function makeLimitBook(written: {
  readonly everywhere: Named;
  readonly waivers?: Readonly<Record<string, string>>;
  readonly narrower?: Narrower;
  readonly flatten?: FlattenPolicy;
}): LimitBook {
  const { everywhere, waivers = {}, narrower = {}, flatten = DEFAULT_FLATTEN } = written;
  const effective = new Map<string, RiskLimits>();
  const keyOf = { accounts: "accountId", groups: "group", strategies: "strategy", symbols: "symbol" } as const;
  const narrow = (scope: LimitScope): RiskLimits => {
    const values: Record<string, unknown> = { ...everywhere };
    for (const kind of SCOPE_KINDS)
      for (const [name, value] of Object.entries(narrower[kind]?.[scope[keyOf[kind]]] ?? {}))
        if (value !== undefined) values[name] = stricterOf(name, values[name], value);
    return Object.freeze(values) as RiskLimits;
  };
  const hasNarrower = SCOPE_KINDS.some((kind) => narrower[kind] !== undefined);
  const everywhereLimits = Object.freeze({ ...everywhere }) as RiskLimits;
  return {
    everywhere: everywhereLimits,
    waivers,
    narrower,
    flatten,
    limitsFor(scope) {
      if (!hasNarrower) return everywhereLimits;
      const key = `${scope.accountId}|${scope.group}|${scope.strategy}|${scope.symbol}`;
      const known = effective.get(key) ?? narrow(scope);
      effective.set(key, known);
      return known;
    },
  };
}

/** Limits that are looser in the second than in the first: the stricter of the two is not the second. */
export function loosened(before: Named, now: Named): readonly string[] {
  return LIMIT_NAMES.filter((name) => {
    if (!(name in before)) return false;
    return canonical(stricterOf(name, before[name], now[name])) !== canonical(now[name]);
  });
}

/** Limits that are looser in the second book than in the first, for everything or for a part: `maxOrderQty`, `symbols.GME.maxOrderQty`. */
export function loosenedBook(before: LimitBook, now: LimitBook): readonly string[] {
  const parts = SCOPE_KINDS.flatMap((kind) => {
    const names = new Set([...Object.keys(before.narrower[kind] ?? {}), ...Object.keys(now.narrower[kind] ?? {})]);
    return [...names]
      .sort()
      .flatMap((name) =>
        loosened(partOf(before, kind, name), partOf(now, kind, name)).map((limit) => `${kind}.${name}.${limit}`),
      );
  });
  const everywhere = loosened(before.everywhere, now.everywhere);
  // What is looser everywhere need not be named again for each part.
  return [...everywhere, ...parts.filter((part) => !everywhere.includes(part.split(".").at(-1) ?? ""))];
}

/** What holds for a part by its own limits and those of everything. */
function partOf({ everywhere, narrower }: LimitBook, kind: ScopeKind, name: string): Named {
  const values: Record<string, unknown> = { ...everywhere };
  for (const [limit, value] of Object.entries(narrower[kind]?.[name] ?? {}))
    if (value !== undefined) values[limit] = stricterOf(limit, values[limit], value);
  return values;
}

/** In a list of things it is the things that count, not their order. */
const canonical = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value);
