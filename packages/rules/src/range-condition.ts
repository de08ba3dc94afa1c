import { strict, z } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { type Condition, defineCondition, isWithin } from "./define-condition.ts";
import { showRange } from "./leaf.ts";
import { decimal, percent, rangeOf, whole } from "./schema-parts.ts";

/** How a rule file writes the bounds of a range, and how these stand in an expression and in a record. */
export type Bounds = {
  readonly schema: z.ZodType<number>;
  /** As the expression needs it. */
  write(bound: number): string;
  /** As a person reads it. */
  show(bound: number): string;
};

const MOST_DOLLARS = 1_000_000_000;

export const minutesBound: Bounds = {
  schema: whole(0, 1_000_000),
  write: String,
  show: String,
};
export const countBound: Bounds = { schema: whole(0, 1_000_000_000), write: String, show: String };
/** Dollars, or shares: decimals of at most six places. */
export const decimalBound: Bounds = {
  schema: decimal(0, MOST_DOLLARS),
  write: formatMicros,
  show: formatMicros,
};
export const signedBound: Bounds = { ...decimalBound, schema: decimal(-MOST_DOLLARS, MOST_DOLLARS) };
/** Written as a percentage, compared as a fraction. */
export const percentBound: Bounds = {
  schema: percent(-1000, 10_000),
  write: formatMicros,
  show: (fraction) => formatMicros(fraction * 100),
};

/** A condition that one value lies in a range. */
export type RangeCondition = Pick<Condition, "name" | "group" | "doc"> & {
  /** The value, as an expression over the environment. */
  readonly of: string;
  readonly bounds: Bounds;
  /** Behind the numbers in records, such as `min`. */
  readonly unit?: string;
};

const rangeSchema = (bounds: Bounds) => rangeOf(bounds.schema);
type RangeSchema = ReturnType<typeof rangeSchema>;

/** `name: { min, max }`: at least one of them, both included. */
export const rangeCondition = ({ name, group, doc, of, bounds, unit }: RangeCondition): Condition<RangeSchema> =>
  defineCondition({
    name,
    group,
    doc,
    schema: rangeSchema(bounds),
    leaves: ({ min, max }) => [
      {
        name,
        threshold: `${showRange(min, max, bounds.show)}${unit === undefined ? "" : ` ${unit}`}`,
        test: isWithin(of, written(bounds, min), written(bounds, max)),
      },
    ],
  });

const written = ({ write }: Bounds, bound: number | undefined): string | undefined =>
  bound === undefined ? undefined : write(bound);

const truth = z.boolean({ error: "`true` or `false` is needed" });

/** `name: { is: true }` or `false`. */
export const boolCondition = ({ name, group, doc, of }: Pick<RangeCondition, "name" | "group" | "doc" | "of">) =>
  defineCondition({
    name,
    group,
    doc,
    schema: strict({ is: truth }),
    leaves: ({ is }) => [{ name, threshold: String(is), test: is ? of : `!(${of})` }],
  });
