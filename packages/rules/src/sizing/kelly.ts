import { strict } from "@bowline/config";
import { MICROS, formatCents, formatMicros } from "@bowline/kernel";
import { defineSizing } from "../define-sizing.ts";
import { decimal, percent } from "../schema-parts.ts";
import { capped, equityOf, maxNotional, maxNotionalPercent, partOf, pxStep, sharesFor } from "../budget.ts";

/** The most that a win can be worth in losses: what is above changes the fraction by less than a millionth of its confidence. */
const MOST_ODDS = 1_000_000;

export const kelly = defineSizing({
  name: "kelly",
  doc: "A fraction of Kelly's share of the equity is risked: p − (1 − p) ÷ b, where p is the confidence and b what the target wins for what the stop loses; at most the cap, and nothing where that is not positive.",
  schema: strict({
    /** Of the full Kelly share: 0.25 is a quarter of it. */
    fraction: decimal(0.01, 1),
    /** The most that a trade may lose at its stop, as a percentage of equity. */
    maxEquityPercent: percent(0.0001, 10),
    maxNotionalPercent,
    maxNotional,
  }),
  size: (params, facts) => {
    const { riskPerShare, rewardPerShare } = facts;
    // Without a prediction nobody knows the odds.
    const p = facts.confidence ?? 0;
    const odds = Math.floor(Math.min(Number(rewardPerShare) / Number(riskPerShare), MOST_ODDS) * MICROS);
    const share = odds === 0 ? 0 : Math.max(0, p - Math.ceil(((MICROS - p) / odds) * MICROS));
    const risked = Math.min(Math.floor((share * params.fraction) / MICROS), params.maxEquityPercent);
    const budget = partOf(equityOf(facts), risked);
    const byRisk = sharesFor(budget, riskPerShare);
    return capped(byRisk, params, facts, [
      { key: "equity", value: formatCents(equityOf(facts)) },
      { key: "confidence", value: formatMicros(p) },
      { key: "odds", value: formatMicros(odds) },
      { key: "kellyShare", value: formatMicros(share) },
      { key: "risked", value: formatMicros(risked) },
      { key: "riskBudget", value: formatCents(budget) },
      pxStep("riskPerShare", riskPerShare),
      { key: "sharesByRisk", value: formatMicros(byRisk) },
    ]);
  },
});
