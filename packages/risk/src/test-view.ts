import { SCHEMA_VERSION } from "@bowline/contracts";
import type { Money } from "@bowline/kernel";
import { micros, money, px, shares, us } from "@bowline/kernel";
import { aClock, anOrder, aQuote, aSignal, at } from "@bowline/testkit";
import type { Check } from "./define-check.ts";
import type { Limits, LimitValues } from "./limits/limit.ts";
import type { RiskView } from "./view.ts";

export const cash = (text: string): Money => money(micros(text));
export const dollarsPx = (text: string) => px(micros(text));
export const ratio = (text: string): number => micros(text);

const NO_STREAK = { losses: 0, lastUs: undefined };

/** An order that nothing speaks against: 100 AAPL at 100, ten minutes into the session, all is well. */
export const aView = (changes: Partial<RiskView> = {}): RiskView => ({
  order: anOrder({ expiresUs: at(660) }),
  accountId: "DU1234567",
  machine: "strategy.tech",
  epoch: 3,
  leaseEpoch: 3,
  build: "b1",
  ownBuild: "b1",
  schemaVersion: SCHEMA_VERSION,
  intentUs: at(600),
  decidedBefore: false,
  sameContentUs: undefined,
  loosenedLimits: [],
  nowUs: at(600),
  clock: aClock({ nowUs: at(600) }),
  tradingState: "ACTIVE",
  brokerState: "READY",
  unknownOrders: 0,
  brokerAgrees: true,
  accountUs: at(600),
  heartbeats: { "market-data": at(600) },
  clockStepUs: 1_000_000,
  group: "tech",
  instrumentResolved: true,
  minTick: dollarsPx("0.01"),
  sector: "Technology",
  quote: aQuote({ quoteUs: at(600) }),
  refPx: dollarsPx("100"),
  priorPx: dollarsPx("100"),
  divergence: undefined,
  availability: "AVAILABLE",
  haltedUs: undefined,
  barStatus: "TRADED",
  fiveMinuteMove: 0,
  minuteSigmas: 0,
  dayMoveOf: () => 0,
  averageDailyQty: shares(1_000_000),
  shortableQty: shares(1000),
  shortSaleRestricted: false,
  prediction: aSignal({ producedUs: at(590) }),
  predictionDrift: 0,
  reducing: false,
  cannotFlip: false,
  externalQty: shares(0),
  shortQty: shares(0),
  worstPosition: shares(100),
  worstGross: cash("10000"),
  worstNet: cash("10000"),
  worstSymbol: cash("10000"),
  worstGroup: cash("10000"),
  worstSector: cash("10000"),
  worstStrategy: cash("10000"),
  clusterAt: () => cash("10000"),
  betaExposureOn: () => cash("10000"),
  valueAtRisk: () => cash("200"),
  equity: cash("25000"),
  settledCashLeft: cash("0"),
  openOnSide: 1,
  openInAccount: 1,
  openNotional: cash("10000"),
  crosses: undefined,
  opposing: undefined,
  parent: undefined,
  approvals: { lastSecond: 0, lastMinute: 0, ofSymbol: 0, ofStrategy: 0, ofSession: 0 },
  messages: { sent: 0, fills: 0 },
  repeats: 0,
  refusals: 0,
  dayStartEquity: cash("25000"),
  weekStartEquity: cash("25000"),
  monthStartEquity: cash("25000"),
  peakEquity: cash("25000"),
  drawdownTier: 0,
  symbolLosses: NO_STREAK,
  strategyLosses: NO_STREAK,
  lossUs: undefined,
  dayTrades: () => 1,
  ...changes,
});

export const later = (microseconds: number) => us(at(600) + microseconds);

/** Whether the tightest limits deny, the loosest approve, and no looser limit denies what a tighter one approves. */
export function tightens<L extends Limits>(
  check: Check<L>,
  view: RiskView,
  fromTightToLoose: readonly LimitValues<L>[],
): boolean {
  const denied = fromTightToLoose.map((limits) => check.check(view, limits) !== undefined);
  const rises = denied.every((denies, index) => index === 0 || !denies || denied[index - 1] === true);
  return rises && denied[0] === true && denied.at(-1) === false;
}
