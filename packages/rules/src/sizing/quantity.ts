import { strict } from "@bowline/config";
import { MICROS, formatMicros, shares } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { whole } from "../schema-parts.ts";
import { capped, confidenceFactor, confidenceScale, maxNotional, maxNotionalPercent } from "../budget.ts";

export const quantity = defineSizing({
  name: "quantity",
  doc: "So many shares, fewer with less confidence where that is asked for.",
  schema: strict({
    shares: whole(1, 1_000_000),
    confidence: confidenceScale.optional(),
    maxNotionalPercent: maxNotionalPercent.optional(),
    maxNotional: maxNotional.optional(),
  }),
  size: (params, facts) => {
    const factor = confidenceFactor(facts.confidence, params.confidence);
    const scaled = shares(Math.floor((params.shares * factor) / MICROS));
    return capped(scaled, params, facts, [
      { key: "wanted", value: formatMicros(shares(params.shares)) },
      { key: "confidenceFactor", value: formatMicros(factor) },
    ]);
  },
});
