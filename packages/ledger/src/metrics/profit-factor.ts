import { defineMetric } from "./metric.ts";

/** What the winners made for each dollar that the losers lost, after commissions; `undefined` without a loser. */
export const profitFactor = defineMetric({
  name: "profitFactor",
  title: "Profit factor",
  unit: "factor",
  value: ({ trades }) => {
    let won = 0;
    let lost = 0;
    for (const { netPnl } of trades) {
      if (netPnl > 0) won += netPnl;
      else lost -= netPnl;
    }
    return lost === 0 ? undefined : won / lost;
  },
});
