import { adviceFor, strict, z } from "@bowline/config";
import { forward } from "./one-of.ts";

const parameterName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "a parameter is letters and digits, such as `minConfidence`");

const number = z.number({ error: "a number is needed" });
const ranged = strict({
  value: number,
  min: number,
  max: number,
  step: number.positive("must be more than 0"),
  doc: z.string({ error: "a sentence that says what it is" }).optional(),
}).refine(({ value, min, max }) => min <= value && value <= max, "`value` is outside `min` … `max`");
const plain = z.number({ error: "a parameter is a number, or { value, min, max, step, doc? } with `value` inside" });

/** A plain number, or a value with the range in which it may be turned, and what it is. */
const parameterSchema = z.unknown().transform((value, context): number | z.output<typeof ranged> => {
  const parsed = (typeof value === "object" && value !== null ? ranged : plain).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) forward(issue, [], context);
  return z.NEVER;
});

export const parametersSchema = z.record(parameterName, parameterSchema);

export type Parameter = z.output<typeof parameterSchema>;

const REFERENCE = /^\$(.+)$/;

/**
 * Puts the value of each parameter where `$name` stands, before the file is held against its schema: so a parameter is checked
 * like a number written there. An unknown name is a finding at its place.
 */
export function substituteParameters(file: unknown, context: z.RefinementCtx): unknown {
  const parameters = (file as { parameters?: unknown } | null)?.parameters;
  const declared = new Set(typeof parameters === "object" && parameters !== null ? Object.keys(parameters) : []);
  return substitute(file, [], { values: valuesOf(parameters), declared, context });
}

type Substitution = {
  readonly values: ReadonlyMap<string, number>;
  readonly declared: ReadonlySet<string>;
  readonly context: z.RefinementCtx;
};

function substitute(node: unknown, path: readonly PropertyKey[], how: Substitution): unknown {
  if (typeof node === "string") return substituteText(node, path, how);
  if (Array.isArray(node)) return node.map((item: unknown, index) => substitute(item, [...path, index], how));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, substitute(value, [...path, key], how)]));
}

function substituteText(
  text: string,
  path: readonly PropertyKey[],
  { values, declared, context }: Substitution,
): unknown {
  const name = REFERENCE.exec(text)?.[1];
  if (name === undefined || (path[0] !== "rules" && path[0] !== "indicators" && path[0] !== "conditions")) return text;
  const value = values.get(name);
  if (value !== undefined) return value;
  // It is declared, and no number: that is a finding there.
  if (declared.has(name)) return text;
  const known = [...declared];
  const advice = known.length === 0 ? "the file declares none under `parameters`" : adviceFor(name, known);
  context.addIssue({ code: "custom", path: [...path], message: `unknown parameter \`$${name}\`; ${advice}` });
  return text;
}

function valuesOf(declared: unknown): Map<string, number> {
  const values = new Map<string, number>();
  if (typeof declared !== "object" || declared === null) return values;
  for (const [name, parameter] of Object.entries(declared)) {
    const value: unknown =
      typeof parameter === "object" && parameter !== null ? (parameter as { value?: unknown }).value : parameter;
    if (typeof value === "number") values.set(name, value);
  }
  return values;
}
