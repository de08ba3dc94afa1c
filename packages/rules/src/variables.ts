import { choice, strict, z } from "@bowline/config";
import { parseMicros } from "@bowline/kernel";
import type { Fact } from "./environment/define-fact.ts";
import { type FactType, UNIT_NAMES, isUnit, scaleOf } from "./environment/types.ts";

const TYPES: readonly FactType[] = [...UNIT_NAMES, "bool", "string"];

/** A value as it is remembered: a number in the scale of its type, true and false as 1 and 0, a text. */
export type VariableValue = number | string;

const variableName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "a variable is letters and digits, such as `entriesToday`");

const variableSchema = strict({
  type: choice(TYPES as [FactType, ...FactType[]]),
  /** What it is before a rule sets it; UNKNOWN where it is left out. */
  initial: z
    .union([z.number(), z.boolean(), z.string()], { error: "a number, true, false or a text is needed" })
    .optional(),
  /** One value for each symbol, or one for its ticker group. */
  scope: choice(["symbol", "group"]).default("symbol"),
}).transform(({ type, initial, scope }, context): Variable => {
  if (initial === undefined) return { type, scope, initial: undefined };
  const value = valueOf(type, initial);
  if (value !== undefined) return { type, scope, initial: value };
  context.addIssue({ code: "custom", path: ["initial"], message: `${JSON.stringify(initial)} is no ${type}` });
  return z.NEVER;
});

export type Variable = {
  readonly type: FactType;
  readonly scope: "symbol" | "group";
  readonly initial: VariableValue | undefined;
};

/** `vars`: what the rules of a file remember, by name. */
export const variablesSchema = z.record(variableName, variableSchema);
export type Variables = Readonly<Record<string, Variable>>;

function valueOf(type: FactType, written: number | boolean | string): VariableValue | undefined {
  if (type === "string") return typeof written === "string" ? written : undefined;
  if (type === "bool") return typeof written === "boolean" ? Number(written) : undefined;
  if (typeof written !== "number" || !isUnit(type)) return undefined;
  return scaleOf(type) === 1 ? written : parseMicros(String(written));
}

/** The variables of a file as facts of the environment. */
export const variableFacts = (variables: Variables): readonly Fact[] =>
  Object.entries(variables).map(([name, { type, initial }]) => ({
    name: `vars.${name}`,
    type,
    doc: "A variable of the file.",
    unknown: initial === undefined ? "no rule has set it" : "never",
    read: ({ vars }) => (type === "bool" && vars[name] !== undefined ? vars[name] === 1 : vars[name]),
  }));
