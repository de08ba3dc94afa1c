import { exchangeTimeAt } from "@bowline/calendar";
import {
  addMoney,
  addQty,
  MICROS,
  type Money,
  money,
  mulDiv,
  notional,
  type Qty,
  qty,
  subMoney,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import type { AccountView, BrokerExecution } from "./broker-types.ts";
import { marginOf } from "./margin.ts";
import type { MarginTerms } from "./margin-terms.ts";

/** What an account must remember beyond its cash and positions. Plain JSON. */
export type AccountMemory = {
  /** Equity, realised P&L (in all and by symbol) and value of each position at the last session's close (at the start: as it began). */
  readonly closeEquity: Money;
  readonly closeRealizedPnl: Money;
  readonly closeRealizedPnls: Readonly<Record<string, Money>>;
  readonly closeValues: Readonly<Record<string, Money>>;
  /** Since then, by symbol: what was paid for purchases less what sales brought, commissions included. */
  readonly flows: Readonly<Record<string, Money>>;
  /** Proceeds of this session's sales: they settle one session later. */
  readonly unsettled: Money;
  /** Special memorandum account. */
  readonly sma: Money;
  /** By symbol: the signed quantity that this session opened. */
  readonly openedQty: Readonly<Record<string, Qty>>;
  /** permIds of this session's orders that closed what it opened, and how many there were in each of the four sessions before. */
  readonly dayTrades: readonly number[];
  readonly dayTradesBefore: readonly number[];
  /** Shares traded in the calendar month YYYY-MM. */
  readonly month: string;
  readonly monthQty: Qty;
};

export const makeAccountMemory = (cash: Money): AccountMemory => ({
  closeEquity: cash,
  closeRealizedPnl: ZERO_MONEY,
  closeRealizedPnls: {},
  closeValues: {},
  flows: {},
  unsettled: ZERO_MONEY,
  sma: cash,
  openedQty: {},
  dayTrades: [],
  dayTradesBefore: [],
  month: "",
  monthQty: ZERO_QTY,
});

/** One execution and the position of its symbol after it. */
export type NotedExecution = { readonly execution: BrokerExecution; readonly positionQty: Qty };

/** The memory after an execution. */
export function noteExecution(memory: AccountMemory, noted: NotedExecution, terms: MarginTerms): AccountMemory {
  const { execution, positionQty } = noted;
  const { order, lastQty, lastPx, commission } = execution;
  const { symbol } = order;
  const signed = order.side === "BUY" ? lastQty : qty(-lastQty);
  const value = notional(signed, lastPx);
  const before = qty(positionQty - signed);
  const month = exchangeTimeAt(execution.transactUs).date.slice(0, 7);
  const opened = memory.openedQty[symbol] ?? ZERO_QTY;
  const closesToday = opened !== 0 && opened > 0 !== signed > 0;
  const grown = Math.abs(positionQty) - Math.abs(before);
  const charge = mulDiv(notional(qty(grown), lastPx), terms.regTInitial.micros, MICROS);
  return {
    ...memory,
    flows: { ...memory.flows, [symbol]: addMoney(memory.flows[symbol] ?? ZERO_MONEY, addMoney(value, commission)) },
    unsettled: signed < 0 ? subMoney(memory.unsettled, value) : memory.unsettled,
    sma: money(memory.sma - charge - commission),
    openedQty: { ...memory.openedQty, [symbol]: openedAfter({ opened, before, positionQty }) },
    dayTrades:
      closesToday && !memory.dayTrades.includes(order.permId) ? [...memory.dayTrades, order.permId] : memory.dayTrades,
    month,
    monthQty: addQty(month === memory.month ? memory.monthQty : ZERO_QTY, lastQty),
  };
}

/** The memory after cash went (positive) or came for a symbol without an execution: a correction of one. */
export const noteFlow = (memory: AccountMemory, symbol: string, paid: number): AccountMemory => ({
  ...memory,
  flows: { ...memory.flows, [symbol]: money((memory.flows[symbol] ?? ZERO_MONEY) + paid) },
});

/** What this session opened and still holds: all of a position that it began, else what grew; what shrinks takes of that first. */
function openedAfter({ opened, before, positionQty }: { opened: Qty; before: Qty; positionQty: Qty }): Qty {
  if (before === 0 || before > 0 !== positionQty > 0) return positionQty;
  const after = qty(opened + positionQty - before);
  return Math.abs(positionQty) > Math.abs(before) || opened > 0 === after > 0 ? after : ZERO_QTY;
}

const KEPT_SESSIONS = 4;

/** The memory after a session's close, the account marked as it stands then. */
export function noteClose(memory: AccountMemory, account: AccountView, terms: MarginTerms): AccountMemory {
  const { regT } = marginOf(account.positions, account.equity, terms);
  return {
    ...memory,
    closeEquity: account.equity,
    closeRealizedPnl: account.realizedPnl,
    closeRealizedPnls: Object.fromEntries(account.positions.map(({ symbol, realizedPnl }) => [symbol, realizedPnl])),
    closeValues: Object.fromEntries(account.positions.map(({ symbol, marketValue }) => [symbol, marketValue])),
    flows: {},
    unsettled: ZERO_MONEY,
    sma: money(Math.max(memory.sma, account.equity - regT)),
    openedQty: {},
    dayTrades: [],
    dayTradesBefore: [...memory.dayTradesBefore, memory.dayTrades.length].slice(-KEPT_SESSIONS),
  };
}

/** P&L of one symbol: since the last close, of what is held, and what closing realised: in all, and since the last close. */
export type SymbolPnl = {
  readonly symbol: string;
  readonly positionQty: Qty;
  readonly marketValue: Money;
  readonly dailyPnl: Money;
  readonly unrealizedPnl: Money;
  readonly realizedPnl: Money;
  readonly dailyRealizedPnl: Money;
};

export const symbolPnls = (memory: AccountMemory, account: AccountView): readonly SymbolPnl[] =>
  account.positions.map(({ symbol, positionQty, marketValue, unrealizedPnl, realizedPnl }) => ({
    symbol,
    positionQty,
    marketValue,
    unrealizedPnl,
    realizedPnl,
    dailyRealizedPnl: subMoney(realizedPnl, memory.closeRealizedPnls[symbol] ?? ZERO_MONEY),
    dailyPnl: subMoney(
      subMoney(marketValue, memory.closeValues[symbol] ?? ZERO_MONEY),
      memory.flows[symbol] ?? ZERO_MONEY,
    ),
  }));
