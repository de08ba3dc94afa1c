import { strict } from "@bowline/config";
import { formatCents, formatMicros } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { percent } from "../schema-parts.ts";
import { capped, confidenceFactor, confidenceScale, equityOf, maxNotional, partOf, sharesFor } from "../budget.ts";

export const equityPercent = defineSizing({
  name: "equityPercent",
  doc: "Whole shares worth at most such a percentage of the equity at the worst price that the entry accepts.",
  schema: strict({
    percent: percent(0.0001, 400),
    confidence: confidenceScale.optional(),
    maxNotional: maxNotional.optional(),
  }),
  size: (params, facts) => {
    const factor = confidenceFactor(facts.confidence, params.confidence);
    const budget = partOf(partOf(equityOf(facts), params.percent), factor);
    return capped(sharesFor(budget, facts.worstPx), params, facts, [
      { key: "equity", value: formatCents(equityOf(facts)) },
      { key: "confidenceFactor", value: formatMicros(factor) },
      { key: "budget", value: formatCents(budget) },
      { key: "worstPx", value: formatMicros(facts.worstPx) },
    ]);
  },
});
