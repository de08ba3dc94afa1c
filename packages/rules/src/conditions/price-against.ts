import { strict, z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import { saysSomething } from "../schema-parts.ts";

const reference = z
  .string({ error: "the name of an indicator is needed, such as `ind.trend`" })
  .regex(/^ind\.[a-z][A-Za-z0-9]*$/, "`ind.` and the name of an indicator is needed, such as `ind.trend`");

const SIGNS = { above: ">", below: "<" } as const;

export const priceAgainst = defineCondition({
  name: "priceAgainst",
  group: "market",
  doc: "The mid is above or below an indicator of the file that is a price, such as an average or a band.",
  schema: strict({ above: reference.optional(), below: reference.optional() }).refine(
    saysSomething,
    "needs `above`, `below` or both",
  ),
  leaves: (params) =>
    (["above", "below"] as const).flatMap((key) => {
      const other = params[key];
      if (other === undefined) return [];
      return [
        {
          name: "priceAgainst",
          threshold: `${SIGNS[key]} ${other}`,
          at: key,
          test: `market.mid ${SIGNS[key]} ${other}`,
        },
      ];
    }),
});
