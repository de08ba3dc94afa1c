import { strict } from "@bowline/config";
import { formatCents, formatMicros } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { percent } from "../schema-parts.ts";
import {
  capped,
  confidenceFactor,
  confidenceScale,
  equityOf,
  maxNotional,
  maxNotionalPercent,
  partOf,
  pxStep,
  sharesFor,
} from "../budget.ts";

const schema = strict({
  /** What a trade may lose at its stop, as a percentage of the account's equity. */
  equityPercent: percent(0.0001, 10),
  confidence: confidenceScale.optional(),
  maxNotionalPercent,
  maxNotional,
});

export const riskPerTrade = defineSizing({
  name: "riskPerTrade",
  doc: "Whole shares so that a stop at its price loses at most the budget, and the order is worth at most both caps.",
  schema,
  size: (params, facts) => {
    const { confidence, riskPerShare } = facts;
    const factor = confidenceFactor(confidence, params.confidence);
    const budget = partOf(partOf(equityOf(facts), params.equityPercent), factor);
    const byRisk = sharesFor(budget, riskPerShare);
    return capped(byRisk, params, facts, [
      { key: "equity", value: formatCents(equityOf(facts)) },
      { key: "confidenceFactor", value: formatMicros(factor) },
      { key: "riskBudget", value: formatCents(budget) },
      pxStep("riskPerShare", riskPerShare),
      { key: "sharesByRisk", value: formatMicros(byRisk) },
    ]);
  },
});
