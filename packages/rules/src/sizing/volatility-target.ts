import { strict } from "@bowline/config";
import { formatCents, formatMicros } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { MOST_PX } from "../facts.ts";
import { multiple, percent } from "../schema-parts.ts";
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

export const volatilityTarget = defineSizing({
  name: "volatilityTarget",
  doc: "Whole shares so that a move of so many ATR(14) of one-minute bars changes the equity by at most such a percentage: few of what moves much.",
  schema: strict({
    equityPercent: percent(0.0001, 10),
    atrMultiple: multiple(0.1, 100),
    confidence: confidenceScale.optional(),
    maxNotionalPercent,
    maxNotional,
  }),
  restsOnAtr: true,
  size: (params, facts) => {
    const factor = confidenceFactor(facts.confidence, params.confidence);
    const budget = partOf(partOf(equityOf(facts), params.equityPercent), factor);
    const movePerShare = Math.ceil((facts.atr ?? MOST_PX) * params.atrMultiple);
    const byMove = sharesFor(budget, movePerShare);
    return capped(byMove, params, facts, [
      { key: "equity", value: formatCents(equityOf(facts)) },
      { key: "confidenceFactor", value: formatMicros(factor) },
      { key: "moveBudget", value: formatCents(budget) },
      pxStep("movePerShare", movePerShare),
      { key: "sharesByMove", value: formatMicros(byMove) },
    ]);
  },
});
