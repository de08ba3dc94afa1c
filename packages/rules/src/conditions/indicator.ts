import { strict, z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import { saysSomething } from "../schema-parts.ts";

const reference = z
  .string({ error: "the name of an indicator is needed, such as `ind.fast`" })
  .regex(/^ind\.[a-z][A-Za-z0-9]*$/, "`ind.` and the name of an indicator is needed, such as `ind.fast`")
  .transform((text) => text.slice("ind.".length));

const bound = z.union([z.number(), reference], { error: "a number or an indicator, such as `ind.slow`, is needed" });

const SIGNS = { above: ">", below: "<", min: ">=", max: "<=" } as const;
const SHOWN = { above: ">", below: "<", min: "≥", max: "≤" } as const;
type Bound = keyof typeof SIGNS;
const BOUNDS = Object.keys(SIGNS) as Bound[];

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

export const indicator = defineCondition({
  name: "indicator",
  group: "market",
  doc: "An indicator of the file lies above, below or within bounds: numbers (dollars for prices, shares for volumes), or another indicator of the same unit.",
  schema,
  leaves: (params) =>
    BOUNDS.flatMap((key) => {
      const limit = params[key];
      if (limit === undefined) return [];
      const other = typeof limit === "number" ? String(limit) : `ind.${limit}`;
      return [
        {
          name: `ind.${params.value}`,
          threshold: `${SHOWN[key]} ${other}`,
          at: key,
          test: `ind.${params.value} ${SIGNS[key]} ${other}`,
        },
      ];
    }),
});
