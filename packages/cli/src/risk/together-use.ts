import type { Money } from "@bowline/kernel";
import { equityOf, exposureTable, partOf, type RiskLimits, WAIVED } from "@bowline/risk";
import type { GateState, Together } from "@bowline/risk-gate/machine";
import type { Use } from "./exposure-use.ts";

/** Dollars of the limits on what several symbols come to together, with everything that is open filled: sectors, what moves alike, betas, value at risk. */
export function togetherUse(state: Readonly<GateState>, together: Together, limits: RiskLimits): readonly Use[] {
  const equity = equityOf(state.holdings);
  const row = (limit: string, of: string, used: Money | undefined, ratio: number | typeof WAIVED): Use => ({
    limit,
    of,
    used,
    allowed: partOf(equity, ratio),
  });
  const { maxSectorExposure, clusterCorrelation, maxClusterExposure, maxBetaExposure, maxValueAtRisk } = limits;
  const symbols = [...exposureTable(state).lines.keys()].sort();
  const correlation = clusterCorrelation === WAIVED ? undefined : clusterCorrelation;
  return [
    ...[...together.sectors].map(([sector, used]) => row("maxSectorExposure", sector, used, maxSectorExposure)),
    ...symbols.flatMap((symbol) =>
      correlation === undefined
        ? []
        : [row("maxClusterExposure", `with ${symbol}`, together.clusterOf(symbol, correlation), maxClusterExposure)],
    ),
    ...(maxBetaExposure === WAIVED
      ? []
      : Object.entries(maxBetaExposure).map(([index, ratio]) =>
          row("maxBetaExposure", index, together.betaExposureOn(index), ratio),
        )),
    row("maxValueAtRisk", "account", together.valueAtRisk(), maxValueAtRisk),
  ];
}
