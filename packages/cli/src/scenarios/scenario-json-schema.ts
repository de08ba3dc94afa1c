import { z } from "@bowline/config";
import { STEP_PARTS, fileSchema } from "./scenario-schema.ts";

type Json = { readonly [key: string]: unknown };

/** What stands in a file before it is read; where a transform hides what is allowed, anything. */
const written = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
};

/** The schema that editors complete scenario files from. */
export function scenarioJsonSchema(): Json {
  const file = written(fileSchema);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Bowline scenarios",
    description: "What a strategy must do in markets that are described here; `./bowline rules test` plays them.",
    ...(withHidden(file) as Json),
    $defs: {
      prediction: written(STEP_PARTS.prediction),
      expectation: { anyOf: STEP_PARTS.expectations.map(written) },
    },
  };
}

const HIDDEN: Readonly<Record<string, Json>> = {
  prediction: {
    anyOf: [{ $ref: "#/$defs/prediction" }, { type: "array", items: { $ref: "#/$defs/prediction" } }],
  },
  expect: {
    anyOf: [{ const: "nothing" }, { type: "array", items: { $ref: "#/$defs/expectation" } }],
  },
};

/** Puts in what a step may say where the reading of it hides that. */
function withHidden(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withHidden);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const { description } = value as { readonly description?: string };
      return [key, key in HIDDEN ? { description, ...HIDDEN[key] } : withHidden(value)];
    }),
  );
}
