import { formatCents, formatMicros, type Money, scaleMoney, subMoney } from "@bowline/kernel";
import {
  drawdownOf,
  equityOf,
  exposureTable,
  grossOf,
  netOf,
  type SharedLine,
  valued,
  WAIVED,
  worstOf,
} from "@bowline/risk";
import type { Groups } from "@bowline/config";
import type { LimitBook } from "@bowline/risk";
import type { GateState } from "@bowline/risk-gate/machine";
import type { Column, Row } from "../views/table.ts";

export const LIMIT_COLUMNS: readonly Column[] = [
  { key: "limit", title: "limit" },
  { key: "of", title: "of" },
  { key: "used", title: "used", align: "right" },
  { key: "allowed", title: "allowed", align: "right" },
  { key: "part", title: "used %", align: "right" },
];

const UNKNOWN = "?";
const NOBODY = { accountId: "", group: "", strategy: "", symbol: "" } as const;
type Use = {
  readonly limit: string;
  readonly of: string;
  readonly used: number | undefined;
  readonly allowed: number | undefined | typeof WAIVED;
};

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

/** What of each limit is used, with everything that is open filled: what the next order is measured against. */
export function limitUse(state: Readonly<GateState>, book: LimitBook, groups: Groups): readonly Row[] {
  const { everywhere: limits } = book;
  const lines = [...exposureTable(state).lines.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const equity = equityOf(state.holdings);
  const worst = worstOf(lines);
  const ofEquity = (ratio: number | typeof WAIVED): Use["allowed"] =>
    ratio === WAIVED ? WAIVED : equity === undefined ? undefined : scaleMoney(equity, ratio);
  const lost = (from: Money | undefined): number | undefined =>
    from === undefined || equity === undefined ? undefined : Math.max(0, subMoney(from, equity));
  const { day, week, month, peak } = state.equity;
  const money: readonly Use[] = [
    { limit: "maxGrossExposure", of: "account", used: grossOf(worst), allowed: ofEquity(limits.maxGrossExposure) },
    { limit: "maxNetExposure", of: "account", used: netOf(worst), allowed: ofEquity(limits.maxNetExposure) },
    ...groupUse(lines, groups, (group) => ofEquity(book.limitsFor({ ...NOBODY, group }).maxGroupExposure)),
    ...lines.map((line) => ({
      limit: "maxPositionNotional",
      of: line.symbol,
      used: worthOf(line),
      // A symbol or its group may have a tighter one; a strategy's own is not known of a position.
      allowed: book.limitsFor({ ...NOBODY, symbol: line.symbol, group: groups.groupOf(line.symbol) ?? "" })
        .maxPositionNotional,
    })),
    { limit: "maxDailyLoss", of: day.of, used: lost(day.equity), allowed: limits.maxDailyLoss },
    { limit: "maxWeeklyLoss", of: week.of, used: lost(week.equity), allowed: limits.maxWeeklyLoss },
    { limit: "maxMonthlyLoss", of: month.of, used: lost(month.equity), allowed: limits.maxMonthlyLoss },
  ];
  const drawdown = peak === undefined || equity === undefined ? undefined : drawdownOf(peak, equity);
  const counts: readonly Use[] = [
    { limit: "maxOpenOrders", of: "account", used: state.reservations.size, allowed: limits.maxOpenOrders },
    {
      limit: "maxOrdersPerDay",
      of: "session",
      used: state.activity.ofSession.approvals,
      allowed: limits.maxOrdersPerDay,
    },
  ];
  return [
    ...money.map((use) => row(use, dollars)),
    row(
      { limit: "drawdownTier3", of: `tier ${state.equity.tier.depth}`, used: drawdown, allowed: limits.drawdownTier3 },
      formatMicros,
    ),
    ...counts.map((use) => row(use, String)),
  ];
}

function groupUse(
  lines: readonly SharedLine[],
  groups: Groups,
  allowedOf: (group: string) => Use["allowed"],
): readonly Use[] {
  return [...groups.byName.keys()].map((group) => ({
    limit: "maxGroupExposure",
    of: group,
    used: grossOf(worstOf(lines, (symbol) => groups.groupOf(symbol) === group)),
    allowed: allowedOf(group),
  }));
}

function worthOf(line: SharedLine): number | undefined {
  const { dollars } = valued(line);
  return dollars && Math.abs(dollars.farther);
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
