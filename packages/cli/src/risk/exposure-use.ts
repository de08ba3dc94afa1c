import type { Groups } from "@bowline/config";
import { MICROS, mulDiv } from "@bowline/kernel";
import {
  addWorst,
  equityOf,
  exposureTable,
  grossOf,
  type LimitBook,
  type LimitScope,
  makeWorstSum,
  netOf,
  ownDollars,
  partOf,
  type RiskLimits,
  type SharedLine,
  valued,
  WAIVED,
  worstOf,
} from "@bowline/risk";
import type { GateState } from "@bowline/risk-gate/machine";

/** What of a limit is used, and what it allows: dollars in micros, or a count; `undefined` where that is not known. */
export type Use = {
  readonly limit: string;
  readonly of: string;
  readonly used: number | undefined;
  readonly allowed: number | undefined | typeof WAIVED;
};

/** The limits that bind a part of the account, the strictest of those that are its: of a scope that is left out, none. */
export type LimitsOf = (scope: Partial<LimitScope>) => RiskLimits;
export const limitsOf =
  (book: LimitBook, accountId: string): LimitsOf =>
  (scope) =>
    book.limitsFor({ accountId, group: "", strategy: "", symbol: "", ...scope });

/** Dollars of the limits of exposure that sum up positions as they are, with everything that is open filled. */
export function exposureUse(state: Readonly<GateState>, of: LimitsOf, groups: Groups): readonly Use[] {
  const limits = of({});
  const { lines: table, openNotional } = exposureTable(state);
  const lines = [...table.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const worst = worstOf(lines);
  const [gross, net] = [grossOf(worst), netOf(worst)];
  const equity = equityOf(state.holdings);
  const ofEquity = (ratio: number | typeof WAIVED): Use["allowed"] => partOf(equity, ratio);
  return [
    { limit: "maxGrossExposure", of: "account", used: gross, allowed: ofEquity(limits.maxGrossExposure) },
    { limit: "maxNetExposure", of: "account", used: net, allowed: ofEquity(limits.maxNetExposure) },
    { limit: "maxOpenNotional", of: "account", used: openNotional, allowed: limits.maxOpenNotional },
    {
      limit: "maxStressLoss",
      of: "account",
      used: stressOf({ gross, net }, limits),
      allowed: ofEquity(limits.maxStressLoss),
    },
    {
      limit: "minExcessMargin",
      of: "account",
      used: marginOf(gross, limits),
      allowed: ofEquity(leftOf(limits.minExcessMargin)),
    },
    ...[...groups.byName.keys()].map((group) => ({
      limit: "maxGroupExposure",
      of: group,
      used: grossOf(worstOf(lines, (symbol) => groups.groupOf(symbol) === group)),
      allowed: ofEquity(of({ group }).maxGroupExposure),
    })),
    ...strategiesIn(state).map((strategy) => ({
      limit: "maxStrategyExposure",
      of: strategy,
      used: ownGross(state, strategy),
      allowed: ofEquity(of({ strategy }).maxStrategyExposure),
    })),
    ...lines.flatMap((line) => {
      const { symbol } = line;
      const { maxPositionNotional, maxConcentration } = of({ symbol, group: groups.groupOf(symbol) ?? "" });
      const used = worthOf(line);
      return [
        { limit: "maxPositionNotional", of: symbol, used, allowed: maxPositionNotional },
        { limit: "maxConcentration", of: symbol, used, allowed: ofEquity(maxConcentration) },
      ];
    }),
  ];
}

type Sums = { readonly gross: number | undefined; readonly net: number | undefined };

function stressOf({ gross, net }: Sums, { stressShock }: RiskLimits): number | undefined {
  if (gross === undefined || net === undefined || stressShock === WAIVED) return undefined;
  return Math.max(mulDiv(net, stressShock, 2 * MICROS), mulDiv(gross, stressShock, 4 * MICROS));
}

const marginOf = (gross: number | undefined, { initialMarginRate }: RiskLimits): number | undefined =>
  gross === undefined || initialMarginRate === WAIVED ? undefined : mulDiv(gross, initialMarginRate, MICROS);

const leftOf = (free: number | typeof WAIVED): number | typeof WAIVED =>
  free === WAIVED ? WAIVED : MICROS - Math.min(MICROS, free);

function strategiesIn({ trips, reservations }: Readonly<GateState>): readonly string[] {
  const held = [...trips.open.values()].filter(({ quantity }) => quantity !== 0).map(({ strategy }) => strategy);
  const open = [...reservations.values()].map(({ strategy }) => strategy);
  return [...new Set([...held, ...open])].filter((name): name is string => name !== undefined && name !== "").sort();
}

function ownGross(state: Readonly<GateState>, strategy: string): number | undefined {
  const sum = makeWorstSum();
  for (const line of exposureTable(state, undefined, { strategy, trips: state.trips }).lines.values())
    addWorst(sum, ownDollars(line, valued(line)));
  return grossOf(sum);
}

function worthOf(line: SharedLine): number | undefined {
  const { dollars } = valued(line);
  return dollars && Math.abs(dollars.farther);
}
