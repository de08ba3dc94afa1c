import type { Groups } from "@bowline/config";
import { formatCents, formatMicros, type Money, subMoney, type Us, US_PER_SECOND } from "@bowline/kernel";
import { drawdownOf, equityOf, type LimitBook, pnlGapOf, type RiskLimits, WAIVED } from "@bowline/risk";
import type { GateState, Together } from "@bowline/risk-gate/machine";
import type { Column, Row } from "../views/table.ts";
import { exposureUse, limitsOf, type Use } from "./exposure-use.ts";
import { togetherUse } from "./together-use.ts";

export const LIMIT_COLUMNS: readonly Column[] = [
  { key: "limit", title: "limit" },
  { key: "of", title: "of" },
  { key: "used", title: "used", align: "right" },
  { key: "allowed", title: "allowed", align: "right" },
  { key: "part", title: "used %", align: "right" },
];

const UNKNOWN = "?";

const dollars = (value: number): string => formatCents(value);

function row({ limit, of, used, allowed }: Use, show: (value: number) => string): Row {
  const part =
    used === undefined || typeof allowed !== "number" || allowed <= 0 ? "" : String(Math.round((100 * used) / allowed));
  return {
    limit,
    of,
    used: used === undefined ? UNKNOWN : show(used),
    allowed: allowed === WAIVED ? WAIVED : allowed === undefined ? UNKNOWN : show(allowed),
    part,
  };
}

export type LimitsOfAccount = { readonly book: LimitBook; readonly groups: Groups; readonly accountId: string };

/** What of each limit that sums something up is used, with everything that is open filled: what the next order is measured against. */
export function limitUse(
  gate: { state(): Readonly<GateState>; together(): Together },
  { book, groups, accountId }: LimitsOfAccount,
): readonly Row[] {
  const state = gate.state();
  const of = limitsOf(book, accountId);
  const limits = of({});
  return [
    ...[
      ...exposureUse(state, of, groups),
      ...togetherUse(state, gate.together(), limits),
      ...lossUse(state, limits),
    ].map((use) => row(use, dollars)),
    ...[drawdownUse(state, limits), pnlGapUse(state, limits)].map((use) => row(use, formatMicros)),
    ...countUse(state, limits).map((use) => row(use, String)),
  ];
}

function lossUse({ equity: marks, holdings }: Readonly<GateState>, limits: RiskLimits): readonly Use[] {
  const equity = equityOf(holdings);
  const lost = (from: Money | undefined): number | undefined =>
    from === undefined || equity === undefined ? undefined : Math.max(0, subMoney(from, equity));
  const { day, week, month } = marks;
  return [
    { limit: "maxDailyLoss", of: day.of, used: lost(day.equity), allowed: limits.maxDailyLoss },
    { limit: "maxWeeklyLoss", of: week.of, used: lost(week.equity), allowed: limits.maxWeeklyLoss },
    { limit: "maxMonthlyLoss", of: month.of, used: lost(month.equity), allowed: limits.maxMonthlyLoss },
  ];
}

function drawdownUse({ equity: { peak, tier }, holdings }: Readonly<GateState>, { drawdownTier3 }: RiskLimits): Use {
  const equity = equityOf(holdings);
  const used = peak === undefined || equity === undefined ? undefined : drawdownOf(peak, equity);
  return { limit: "drawdownTier3", of: `tier ${tier.depth}`, used, allowed: drawdownTier3 };
}

const pnlGapUse = ({ pnlGap, holdings, nowUs }: Readonly<GateState>, { breakerPnlGap }: RiskLimits): Use => ({
  limit: "breakerPnlGap",
  of: "session",
  used: pnlGapOf(pnlGap, equityOf(holdings), nowUs),
  allowed: breakerPnlGap,
});

const [SECOND, MINUTE] = [US_PER_SECOND, 60 * US_PER_SECOND];

function countUse({ reservations, activity, nowUs }: Readonly<GateState>, limits: RiskLimits): readonly Use[] {
  const within = (spanUs: number): number =>
    activity.approvals.filter(({ atUs }: { readonly atUs: Us }) => nowUs - atUs < spanUs).length;
  return [
    { limit: "maxOpenOrders", of: "account", used: reservations.size, allowed: limits.maxOpenOrders },
    { limit: "maxOrdersPerSecond", of: "account", used: within(SECOND), allowed: limits.maxOrdersPerSecond },
    { limit: "maxOrdersPerMinute", of: "account", used: within(MINUTE), allowed: limits.maxOrdersPerMinute },
    { limit: "maxOrdersPerDay", of: "session", used: activity.ofSession.approvals, allowed: limits.maxOrdersPerDay },
  ];
}

export const RESERVATION_COLUMNS: readonly Column[] = [
  { key: "clOrdId", title: "order" },
  { key: "symbol", title: "symbol" },
  { key: "side", title: "side" },
  { key: "leavesQty", title: "may still fill", align: "right" },
  { key: "status", title: "status" },
];

/** What is held until its outcome is known. A leg whose entry is not filled holds nothing yet. */
export const reservationRows = ({ reservations }: Readonly<GateState>): readonly Row[] =>
  [...reservations].map(([clOrdId, held]) => ({
    clOrdId,
    symbol: held.symbol,
    side: held.buys ? "BUY" : "SELL",
    leavesQty: formatMicros(held.leavesQty),
    status: held.external === true ? "NOT OURS" : held.canceling ? `${held.status}, canceling` : held.status,
  }));
