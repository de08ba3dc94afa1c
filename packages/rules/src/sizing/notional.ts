import { strict } from "@bowline/config";
import { formatCents, formatMicros, money } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { decimal } from "../schema-parts.ts";
import { capped, confidenceFactor, confidenceScale, maxNotionalPercent, partOf, sharesFor } from "../budget.ts";

export const notional = defineSizing({
  name: "notional",
  doc: "Whole shares worth at most so many dollars at the worst price that the entry accepts.",
  schema: strict({
    dollars: decimal(0.01, 1_000_000_000),
    confidence: confidenceScale.optional(),
    maxNotionalPercent: maxNotionalPercent.optional(),
  }),
  size: (params, facts) => {
    const factor = confidenceFactor(facts.confidence, params.confidence);
    const budget = partOf(money(params.dollars), factor);
    return capped(sharesFor(budget, facts.worstPx), params, facts, [
      { key: "confidenceFactor", value: formatMicros(factor) },
      { key: "budget", value: formatCents(budget) },
      { key: "worstPx", value: formatMicros(facts.worstPx) },
    ]);
  },
});
