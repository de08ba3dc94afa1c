import { strict, z } from "@bowline/config";
import { formatMicros, mulDiv, parseMicros } from "@bowline/kernel";
import { PREDICTION_FIELDS, type PredictionField } from "./prediction.ts";

/** How many of a unit make a second. */
const UNITS = { s: 1n, ms: 1_000n, us: 1_000_000n, ns: 1_000_000_000n } as const;
const NS_PER_SECOND = 1_000_000_000n;
/** In micros; with it every product of what may be scaled is a safe integer. */
const MOST_FACTOR = 1_000_000_000;
const MOST_SCALED = 1_000_000;

const path = z.string().min(1, "a path such as data.ticker is wanted");
const times = z.union([z.string(), z.number()]).transform((value, context): number => {
  const micros = parseMicros(String(value));
  if (micros !== undefined && micros !== 0 && Math.abs(micros) <= MOST_FACTOR) return micros;
  context.addIssue({
    code: "custom",
    message: "a factor is a decimal with at most six places, not 0, and at most 1000",
  });
  return z.NEVER;
});
const unit = z.enum(Object.keys(UNITS) as [keyof typeof UNITS, ...(keyof typeof UNITS)[]]);

const ruleSchema = z.union(
  [
    path,
    strict({ from: path, values: z.record(z.string(), z.string()) }),
    strict({ from: path, times }),
    strict({ from: path, unit }),
    strict({ join: z.array(path).min(2), with: z.string().default("-") }),
    strict({ value: z.union([z.string(), z.number()]) }),
    strict({ after: path, seconds: z.int().min(1).max(31_536_000) }),
  ],
  {
    error:
      "a path, or one of {from, values}, {from, times}, {from, unit: s|ms|us|ns}, {join: [paths], with}, {value}, {after, seconds} is wanted",
  },
);

/** `mapping` of predictions.yaml: where each member of a prediction stands in what somebody else's API tells. */
export const mappingSchema = strict(
  Object.fromEntries(PREDICTION_FIELDS.map((field) => [field, ruleSchema.optional()])) as Record<
    PredictionField,
    z.ZodOptional<typeof ruleSchema>
  >,
);
export type Mapping = z.output<typeof mappingSchema>;
type Rule = z.output<typeof ruleSchema>;

/**
 * A prediction as Bowline knows it, out of one as its maker tells it. A member without a rule is taken under its own name; what the
 * maker tells besides is left out. Nothing is refused here: a value that no rule fits stays as it is, for admission to name.
 */
export function mapPrediction(mapping: Mapping, told: unknown): unknown {
  if (typeof told !== "object" || told === null) return told;
  const mapped = PREDICTION_FIELDS.flatMap((field): [string, unknown][] => {
    const rule = mapping[field];
    const value = rule === undefined ? memberAt(told, [field]) : valueOf(rule, told);
    return value === undefined || value === null ? [] : [[field, value]];
  });
  return Object.fromEntries(mapped);
}

/** The value at a path of member names, and of places in lists from 0: `data.items.0.ticker`. */
export const valueAt = (told: unknown, at: string): unknown => memberAt(told, at.split("."));

function memberAt(told: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return told;
  if (typeof told !== "object" || told === null || !Object.hasOwn(told, first)) return undefined;
  return memberAt((told as Record<string, unknown>)[first], rest);
}

function valueOf(rule: Rule, told: unknown): unknown {
  if (typeof rule === "string") return valueAt(told, rule);
  if ("value" in rule) return rule.value;
  if ("join" in rule)
    return joined(
      rule.join.map((at) => valueAt(told, at)),
      rule.with,
    );
  if ("after" in rule) return later(valueAt(told, rule.after), rule.seconds);
  const value = valueAt(told, rule.from);
  if (value === undefined) return undefined;
  if ("values" in rule) return translated(value, rule.values);
  return "times" in rule ? scaled(value, rule.times) : timeOf(value, UNITS[rule.unit]);
}

function translated(value: unknown, words: Readonly<Record<string, string>>): unknown {
  const isWord = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isWord && Object.hasOwn(words, String(value)) ? words[String(value)] : value;
}

/** All of them, or nothing: half a name would name something else. */
const joined = (parts: readonly unknown[], by: string): string | undefined =>
  parts.every((part) => typeof part === "string" || typeof part === "number") ? parts.join(by) : undefined;

/** Rounded to six places before and after: what other makers tell are doubles. */
function scaled(value: unknown, factor: number): unknown {
  const told = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof told !== "number" || !Number.isFinite(told)) return value;
  if (Math.abs(told) > MOST_SCALED) return `${told}, too large to be scaled`;
  return formatMicros(mulDiv(Number(parseMicros(told.toFixed(6))), factor, 1_000_000));
}

/** A count of units since 1970 as ISO-8601 text. */
function timeOf(value: unknown, perSecond: bigint): unknown {
  const text = String(value);
  if (!/^\d{1,19}$/.test(text)) return value;
  return isoOf((BigInt(text) * NS_PER_SECOND) / perSecond) ?? value;
}

function later(value: unknown, seconds: number): unknown {
  try {
    return isoOf(Temporal.Instant.from(String(value)).epochNanoseconds + BigInt(seconds) * NS_PER_SECOND) ?? value;
  } catch (failure) {
    if (failure instanceof RangeError) return value;
    throw failure;
  }
}

function isoOf(nanoseconds: bigint): string | undefined {
  try {
    return Temporal.Instant.fromEpochNanoseconds(nanoseconds).toString();
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}
