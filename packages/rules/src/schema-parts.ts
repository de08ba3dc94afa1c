import { strict, z } from "@bowline/config";
import { parseMicros } from "@bowline/kernel";

/** A single value or a list of at least one, always read as a list; marked for the schema that editors use. */
export const oneOrMore = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(schema).min(1, "at least one is needed").meta({ oneOrMore: true }),
  );

/** A decimal within bounds, read as an integer of 1e-6: 0.65 → 650000. */
export const decimal = (min: number, max: number) =>
  z
    .number({
      error: (issue) =>
        issue.input === undefined ? "missing; a number is needed" : `a number is needed, such as ${min}`,
    })
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`)
    .transform((value, context) => {
      const exact = parseMicros(String(value)) ?? parseMicros(value.toFixed(12).replace(/0+$/, ""));
      if (exact !== undefined) return exact;
      context.addIssue({ code: "custom", message: "has more than six decimal places" });
      return z.NEVER;
    });

/** A percentage, read as a ratio in micros of 1: 0.25 → 2500. At most four decimal places. */
export const percent = (min: number, max: number) =>
  decimal(min, max).transform((value, context) => {
    if (value % 100 === 0) return value / 100;
    context.addIssue({ code: "custom", message: "a percentage has at most four decimal places" });
    return z.NEVER;
  });

/** A multiple, such as of the ATR, as a double. */
export const multiple = (min: number, max: number) =>
  z
    .number({
      error: (issue) =>
        issue.input === undefined ? "missing; a number is needed" : `a number is needed, such as ${min}`,
    })
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

/** An expression, or a number, as a text; what it may say is checked when the action is compiled. */
export const formula = z
  .union([z.string(), z.number()], { error: "an expression or a number is needed" })
  .transform(String);

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  z
    .number({
      error: (issue) =>
        issue.input === undefined ? "missing; a whole number is needed" : `a whole number is needed, such as ${min}`,
    })
    .int("must be a whole number")
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };

/** `{ min, max }`, at least one of them, in order. */
export const rangeOf = <S extends z.ZodType<number>>(bound: S) =>
  strict({ min: bound.optional(), max: bound.optional() })
    .refine((range: Bounds) => range.min !== undefined || range.max !== undefined, "needs `min`, `max` or both")
    .refine(
      (range: Bounds) => range.min === undefined || range.max === undefined || range.min <= range.max,
      "`min` is above `max`: never true",
    );

/** Refuses an object without any of its keys: a condition that says nothing. */
export const saysSomething = (value: object): boolean => Object.values(value).some((member) => member !== undefined);
