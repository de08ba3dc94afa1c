import { z } from "@bowline/config";
import { INDICATORS } from "@bowline/indicators";
import { BAR_LENGTHS } from "@bowline/kernel";
import { ACTIONS } from "./actions/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import { UNIT_NAMES } from "./environment/types.ts";
import { predictionPolicySchema } from "./prediction-policy.ts";
import { SIZINGS } from "./sizing/index.ts";
import { ARGUMENTS, TRIGGERS } from "./triggers.ts";

type Json = { readonly [key: string]: unknown };
type PlugIn = { readonly name: string; readonly doc: string; readonly schema: z.ZodType };

/** What stands in a file before it is read; where a transform hides what is allowed, anything. */
const written = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
};

/** `{ name: parameters }` with one of the plug-ins. */
const oneOf = (plugIns: readonly PlugIn[]): Json => ({
  type: "object",
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: Object.fromEntries(
    plugIns.map(({ name, doc, schema }) => [name, { description: doc, ...parametersOf(schema) }]),
  ),
});

/** A parameter of the file may stand for any number; a size is one of the sizings. */
function parametersOf(schema: z.ZodType): Json {
  return withReferences(written(schema)) as Json;
}

function withReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withReferences);
  if (typeof node !== "object" || node === null) return node;
  const { oneOrMore, ...copy } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "size" ? { $ref: "#/$defs/sizing" } : withReferences(value),
    ]),
  );
  if (oneOrMore === true) return { anyOf: [copy["items"], copy] };
  return copy["type"] === "number" || copy["type"] === "integer"
    ? { anyOf: [copy, { $ref: "#/$defs/parameterReference" }] }
    : copy;
}

const NAME: Json = { type: "string", pattern: "^[a-z][a-z0-9-]{0,39}$" };
const NUMBER: Json = { anyOf: [{ type: "number" }, { $ref: "#/$defs/parameterReference" }] };
const listOf = (items: Json): Json => ({ type: "array", items, minItems: 1 });

/** The schema that editors complete strategy files from. What expressions may say only `rules check` knows. */
export function strategyJsonSchema(): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Bowline strategy",
    description: "What a strategy trades, and by which rules.",
    type: "object",
    additionalProperties: false,
    required: ["strategy", "description", "groups", "rules"],
    properties: {
      strategy: { description: "Its name.", ...NAME },
      description: { description: "A sentence that says what it does.", type: "string", minLength: 1 },
      about: {
        description: "For the people who choose between strategies.",
        type: "object",
        additionalProperties: false,
        required: ["works", "fails"],
        properties: {
          works: { description: "When it works.", type: "string", minLength: 1 },
          fails: { description: "When it fails.", type: "string", minLength: 1 },
        },
      },
      groups: {
        description: "`all`, or a list of ticker groups.",
        anyOf: [{ const: "all" }, { type: "string" }, listOf({ type: "string" })],
      },
      parameters: {
        description: "Numbers that may be turned.",
        type: "object",
        additionalProperties: { $ref: "#/$defs/parameter" },
      },
      indicators: {
        description: "Rules call them `ind.<name>`.",
        type: "object",
        additionalProperties: { $ref: "#/$defs/indicator" },
      },
      vars: {
        description: "What its rules remember, which expressions call `vars.<name>`.",
        type: "object",
        additionalProperties: { $ref: "#/$defs/variable" },
      },
      predictions: {
        description: "What it does when the model falls silent.",
        ...parametersOf(predictionPolicySchema),
      },
      conditions: {
        description: "Conditions with a name, which rules call by it.",
        type: "object",
        additionalProperties: { $ref: "#/$defs/when" },
      },
      rules: listOf({ $ref: "#/$defs/rule" }),
    },
    $defs: definitions(),
  };
}

const VARIABLE: Json = {
  type: "object",
  additionalProperties: false,
  required: ["type"],
  properties: {
    type: { description: "What kind of value it is.", enum: [...UNIT_NAMES, "bool", "string"] },
    initial: { description: "What it is before a rule sets it.", type: ["number", "boolean", "string"] },
    scope: { description: "One value for each symbol, or one for its ticker group.", enum: ["symbol", "group"] },
  },
};

const definitions = (): Json => ({
  parameterReference: { type: "string", pattern: "^\\$[a-z][A-Za-z0-9]*$" },
  parameter: {
    anyOf: [
      { type: "number" },
      {
        type: "object",
        additionalProperties: false,
        required: ["value", "min", "max", "step"],
        properties: {
          ...Object.fromEntries(["value", "min", "max", "step"].map((key) => [key, { type: "number" }])),
          doc: { description: "What it is.", type: "string" },
        },
      },
    ],
  },
  variable: VARIABLE,
  indicator: {
    type: "object",
    additionalProperties: false,
    properties: {
      timeframe: { enum: [...BAR_LENGTHS] },
      ...Object.fromEntries(
        INDICATORS.map(({ name, title }) => [name, { description: title, type: ["object", "null"] }]),
      ),
    },
  },
  when: {
    anyOf: [
      { description: "An expression.", type: ["string", "boolean"] },
      { description: "All of it.", type: "array", items: { $ref: "#/$defs/when" } },
      { $ref: "#/$defs/whenObject" },
    ],
  },
  whenObject: {
    ...oneOf(CONDITIONS),
    properties: {
      all: { description: "All must be true.", ...listOf({ $ref: "#/$defs/when" }) },
      any: { description: "One must be true.", ...listOf({ $ref: "#/$defs/when" }) },
      not: { description: "Must be false.", $ref: "#/$defs/when" },
      ...(oneOf(CONDITIONS)["properties"] as Json),
    },
  },
  action: oneOf(ACTIONS),
  sizing: oneOf(SIZINGS),
  trigger: {
    anyOf: [
      { enum: Object.keys(TRIGGERS) },
      {
        type: "object",
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(ARGUMENTS).map(([word, schema]) => [
            word,
            { description: TRIGGERS[word as keyof typeof TRIGGERS].doc, ...parametersOf(schema) },
          ]),
        ),
      },
    ],
  },
  rule: rule(),
});

const rule = (): Json => ({
  type: "object",
  additionalProperties: false,
  required: ["id", "on", "do"],
  properties: {
    id: NAME,
    priority: { description: "Of rules that want the same, the one with the greatest acts.", ...NUMBER },
    on: { description: "What triggers it.", $ref: "#/$defs/trigger" },
    when: { description: "What must hold.", $ref: "#/$defs/when" },
    do: {
      description: "What it does.",
      anyOf: [{ $ref: "#/$defs/action" }, listOf({ $ref: "#/$defs/action" })],
    },
    cooldownMinutes: { description: "After firing, the rule rests so long.", ...NUMBER },
    maxFires: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: { perSession: NUMBER, perPosition: NUMBER },
    },
    mode: { description: "`edge` fires once when the condition comes true.", enum: ["level", "edge"] },
    rearm: { description: "With `mode: edge`: what arms the rule again.", $ref: "#/$defs/when" },
    scope: { description: "How far its memory reaches.", enum: ["symbol", "group"] },
  },
});
