import { strict, z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import type { Facts, IndicatorFact } from "../facts.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { saysSomething } from "../schema-parts.ts";

const reference = z
  .string({ error: "the name of an indicator is needed, such as `ind.fast`" })
  .regex(/^ind\.[a-z][A-Za-z0-9]*$/, "`ind.` and the name of an indicator is needed, such as `ind.fast`")
  .transform((text) => text.slice("ind.".length));

const bound = z.union([z.number(), reference], { error: "a number or an indicator, such as `ind.slow`, is needed" });

const HOLDS = {
  above: (value: number, limit: number) => value > limit,
  below: (value: number, limit: number) => value < limit,
  min: (value: number, limit: number) => value >= limit,
  max: (value: number, limit: number) => value <= limit,
} as const;
type Bound = keyof typeof HOLDS;
const SIGNS: Readonly<Record<Bound, string>> = { above: ">", below: "<", min: "≥", max: "≤" };
const BOUNDS = Object.keys(HOLDS) as Bound[];

const schema = strict({
  value: reference,
  above: bound.optional(),
  below: bound.optional(),
  min: bound.optional(),
  max: bound.optional(),
}).refine(
  ({ above, below, min, max }) => saysSomething({ above, below, min, max }),
  "needs at least one of above, below, min, max",
);

export type IndicatorParams = z.output<typeof schema>;

/**
 * Holds while an indicator of the file lies above, below or within bounds: numbers (dollars for prices, shares for volumes), or
 * another indicator of the same unit. UNKNOWN while either warms up or has no value.
 */
export const indicator = defineCondition({
  name: "indicator",
  schema,
  leaves: (params) =>
    BOUNDS.flatMap((key) => {
      const limit = params[key];
      return limit === undefined ? [] : [boundLeaf(params.value, key, limit)];
    }),
});

/** The indicators that a condition names, each with its key. */
export const namesIn = (params: IndicatorParams): readonly (readonly [string, string])[] =>
  Object.entries(params).flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : []));

type Compared = { readonly value: number; readonly limit: number; readonly scale: number };

function boundLeaf(name: string, key: Bound, limit: number | string): Leaf {
  return makeLeaf<Compared>({
    name: `ind.${name}`,
    threshold: `${SIGNS[key]} ${typeof limit === "number" ? limit : `ind.${limit}`}`,
    read: (facts) => readBoth(facts, name, limit),
    holds: (seen) => HOLDS[key](seen.value, seen.limit),
    show: ({ value, scale, limit: bounded }) =>
      typeof limit === "number"
        ? shown(value / scale)
        : `${shown(value / scale)} (ind.${limit} ${shown(bounded / scale)})`,
  });
}

function readBoth({ indicators }: Facts, name: string, limit: number | string): Compared | undefined {
  const own: IndicatorFact | undefined = indicators[name];
  if (own?.value === undefined) return undefined;
  const bounded = typeof limit === "number" ? scaled(limit, own.scale) : indicators[limit]?.value;
  return bounded === undefined ? undefined : { value: own.value, limit: bounded, scale: own.scale };
}

/** Dollars and shares become whole micros, as everywhere; other numbers stay as they are. */
const scaled = (limit: number, scale: number): number => (scale === 1 ? limit : Math.round(limit * scale));

/** Ten digits tell bars apart; the comparison used all of them. */
const shown = (value: number): string => String(Number(value.toPrecision(10)));
