import { micros, money, shares } from "@bowline/kernel";
import { BREAKERS, type DenialCode, type LimitBook, makeLimitBook, parseLimits, renderLimits } from "@bowline/risk";
import { INDEX } from "./test-plain-account.ts";

/** The same for all sequences. */
export const MOST = { shares: 300, symbolValue: 35_000, orderShares: 200, open: 5, onSide: 3 };
export const SHOCK = 0.2;
export const MARGIN_RATE = 0.5;

/** Parts of equity, but for the margin: the part that stays free. */
export type Portfolio = {
  readonly gross: number;
  readonly net: number;
  readonly group: number;
  readonly sector: number;
  readonly strategy: number;
  readonly concentration: number;
  readonly cluster: number;
  readonly beta: number;
  readonly valueAtRisk: number;
  readonly stress: number;
  readonly free: number;
};
const WIDE: Portfolio = {
  gross: 0.9,
  net: 0.8,
  group: 0.7,
  sector: 2,
  strategy: 2,
  concentration: 1,
  cluster: 2,
  beta: 4,
  valueAtRisk: 0.5,
  stress: 0.5,
  free: 0,
};
/** One limit of the portfolio is tight at a time, so that it alone stands in the way; and all of them are at once. */
const TIGHT = {
  NET_EXPOSURE_LIMIT: { net: 0.3 },
  SECTOR_LIMIT: { sector: 0.3 },
  STRATEGY_LIMIT: { strategy: 0.3 },
  CONCENTRATION_LIMIT: { concentration: 0.2 },
  CORRELATION_LIMIT: { cluster: 0.3 },
  BETA_LIMIT: { beta: 0.3 },
  VAR_LIMIT: { valueAtRisk: 0.008 },
  STRESS_LIMIT: { stress: 0.02 },
  MARGIN_INSUFFICIENT: { free: 0.8 },
  GROSS_EXPOSURE_LIMIT: { gross: 0.4 },
  GROUP_LIMIT: { group: 0.3 },
  ALL: {
    gross: 0.7,
    net: 0.4,
    group: 0.5,
    sector: 0.5,
    strategy: 0.5,
    concentration: 0.25,
    cluster: 0.5,
    beta: 0.6,
    valueAtRisk: 0.015,
    stress: 0.035,
    free: 0.6,
  },
} as const satisfies Partial<Record<DenialCode | "ALL", Partial<Portfolio>>>;
type Tight = keyof typeof TIGHT;
export const TIGHTS = Object.keys(TIGHT) as readonly Tight[];
export const portfolioOf = (tight: Tight): Portfolio => ({ ...WIDE, ...TIGHT[tight] });

const parsed = parseLimits(renderLimits({ equity: money(micros("100000")), profile: "normal" }), "limits.yaml");
if (!parsed.ok) throw new Error("the suggested limits cannot be read");
const suggested = parsed.value.everywhere;
const dollars = (amount: number) => money(Math.round(amount * 1e6));
const part = (ratio: number): number => Math.round(ratio * 1e6);

export const limitsOf = (most: Portfolio): LimitBook =>
  makeLimitBook({
    everywhere: {
      ...suggested,
      maxPositionQty: shares(MOST.shares),
      maxPositionNotional: dollars(MOST.symbolValue),
      maxOrderQty: shares(MOST.orderShares),
      maxOpenOrders: MOST.open,
      maxOpenOrdersPerSide: MOST.onSide,
      maxGrossExposure: part(most.gross),
      maxNetExposure: part(most.net),
      maxGroupExposure: part(most.group),
      maxSectorExposure: part(most.sector),
      maxStrategyExposure: part(most.strategy),
      maxConcentration: part(most.concentration),
      clusterCorrelation: part(0.7),
      maxClusterExposure: part(most.cluster),
      maxBetaExposure: { [INDEX]: part(most.beta) },
      maxValueAtRisk: part(most.valueAtRisk),
      stressShock: part(SHOCK),
      maxStressLoss: part(most.stress),
      initialMarginRate: part(MARGIN_RATE),
      minExcessMargin: part(most.free),
      // These journals stand still in time and jump in price: what looks back in either says nothing of exposure.
      duplicateOrderWindowMs: "waived",
      ...Object.fromEntries(BREAKERS.flatMap(({ limits: own }) => Object.keys(own)).map((name) => [name, "waived"])),
      maxFiveMinuteMove: "waived",
      maxQuoteJump: "waived",
      maxRepeatedExecutions: "waived",
      maxDailyLoss: "waived",
      maxSymbolLosses: "waived",
      maxStrategyLosses: "waived",
      maxWeeklyLoss: "waived",
      maxMonthlyLoss: "waived",
      // Two strategies may stand against one another, as each has a limit of its own.
      strategyConflict: "waived",
    },
  });
