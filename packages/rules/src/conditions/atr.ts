import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { defineCondition, isWithin } from "../define-condition.ts";
import { showRange } from "../leaf.ts";
import { decimal, saysSomething } from "../schema-parts.ts";

const schema = strict({ minFraction: decimal(0, 1).optional(), maxFraction: decimal(0, 1).optional() })
  .refine(saysSomething, "needs `minFraction`, `maxFraction` or both")
  .refine(
    ({ minFraction, maxFraction }) =>
      minFraction === undefined || maxFraction === undefined || minFraction <= maxFraction,
    "`minFraction` is above `maxFraction`: never true",
  );

export const atr = defineCondition({
  name: "atr",
  group: "market",
  doc: "ATR(14) of one-minute bars, as a fraction of the mid, lies in a range.",
  schema,
  leaves: ({ minFraction, maxFraction }) => [
    {
      name: "atr",
      threshold: `${showRange(minFraction, maxFraction, formatMicros)} of price`,
      test: isWithin("market.atr_fraction", text(minFraction), text(maxFraction)),
    },
  ],
});

const text = (micros: number | undefined): string | undefined =>
  micros === undefined ? undefined : formatMicros(micros);
