import type { Money } from "@bowline/kernel";
import { micros, money, px, shares, us } from "@bowline/kernel";
import { aClock, anOrder, aQuote, at } from "@bowline/testkit";
import type { Check } from "./define-check.ts";
import type { Limit, LimitValues } from "./limit.ts";
import type { RiskView } from "./view.ts";

export const cash = (text: string): Money => money(micros(text));
export const dollarsPx = (text: string) => px(micros(text));
export const ratio = (text: string): number => micros(text);

/** An order that nothing speaks against: 100 AAPL at 100, ten minutes into the session, all is well. */
export const aView = (changes: Partial<RiskView> = {}): RiskView => ({
  order: anOrder({ expiresUs: at(660) }),
  accountId: "DU1234567",
  nowUs: at(600),
  intentUs: at(600),
  epoch: 3,
  leaseEpoch: 3,
  decidedBefore: false,
  tradingState: "ACTIVE",
  brokerState: "READY",
  unknownOrders: 0,
  brokerAgrees: true,
  group: "tech",
  instrumentResolved: true,
  minTick: dollarsPx("0.01"),
  clock: aClock({ nowUs: at(600) }),
  quote: aQuote({ quoteUs: at(600) }),
  divergence: undefined,
  refPx: dollarsPx("100"),
  barStatus: "TRADED",
  availability: "AVAILABLE",
  reducing: false,
  cannotFlip: false,
  externalQty: shares(0),
  worstPosition: shares(100),
  worstGrossExposure: cash("10000"),
  equity: cash("25000"),
  dayStartEquity: cash("25000"),
  approvals: { lastSecond: 0, lastMinute: 0 },
  ...changes,
});

export const later = (microseconds: number) => us(at(600) + microseconds);

/** Whether the tightest limits deny, the loosest approve, and no looser limit denies what a tighter one approves. */
export function tightens<L extends Readonly<Record<string, Limit>>>(
  check: Check<L>,
  view: RiskView,
  fromTightToLoose: readonly LimitValues<L>[],
): boolean {
  const denied = fromTightToLoose.map((limits) => check.check(view, limits) !== undefined);
  const rises = denied.every((denies, index) => index === 0 || !denies || denied[index - 1] === true);
  return rises && denied[0] === true && denied.at(-1) === false;
}
