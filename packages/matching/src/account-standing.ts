import { MICROS, type Money, money, mulDiv, subMoney } from "@bowline/kernel";
import { type AccountMemory, symbolPnls } from "./account-memory.ts";
import type { AccountView } from "./broker-types.ts";
import { type Margin, marginOf } from "./margin.ts";
import type { MarginTerms } from "./margin-terms.ts";

/** An account with everything that TWS tells of it. */
export type AccountStanding = {
  readonly account: AccountView;
  readonly kind: MarginTerms["kind"];
  readonly margin: Margin;
  readonly settledCash: Money;
  /** Equity at the last session's close. */
  readonly previousEquity: Money;
  /** Equity less the initial and less the maintenance margin: what may be opened, and what may be lost. */
  readonly availableFunds: Money;
  readonly excessLiquidity: Money;
  /** What may be bought now, and what may be kept overnight. */
  readonly buyingPower: Money;
  readonly overnightBuyingPower: Money;
  readonly sma: Money;
  /** P&L since the last close: all of it, and what was realised. What was deposited or withdrawn is none. */
  readonly dailyPnl: Money;
  readonly dailyRealizedPnl: Money;
  /** −1: as many as wanted. */
  readonly dayTradesRemaining: number;
  /** Excess liquidity ÷ equity, in micros of 1; 0 where there is no equity. */
  readonly cushionMicros: number;
};

const DAY_TRADES_IN_FIVE_SESSIONS = 3;

const over = (value: Money, ratioMicros: number): Money => money(mulDiv(Math.max(0, value), MICROS, ratioMicros));

/** What may be bought: the funds, times what one dollar of them carries. A cash account buys with what has settled. */
function powersOf(funds: { available: Money; regT: Money; settledCash: Money }, terms: MarginTerms) {
  const { available, regT, settledCash } = funds;
  if (terms.kind === "CASH") {
    const cash = money(Math.max(0, settledCash));
    return { buyingPower: cash, overnightBuyingPower: cash };
  }
  const intraday = terms.initialRule === "REG_T" ? terms.regTInitial : terms.longMaintenance;
  return { buyingPower: over(available, intraday.micros), overnightBuyingPower: over(regT, terms.regTInitial.micros) };
}

export function standingOf(memory: AccountMemory, account: AccountView, terms: MarginTerms): AccountStanding {
  const margin = marginOf(account.positions, account.equity, terms);
  const { equity } = account;
  const settledCash = subMoney(account.cash, memory.unsettled);
  const availableFunds = subMoney(equity, margin.initial);
  const excessLiquidity = subMoney(equity, margin.maintenance);
  const traded = [...memory.dayTradesBefore, memory.dayTrades.length].reduce((sum, one) => sum + one, 0);
  const isFree = terms.kind === "CASH" || equity >= terms.patternDayEquity.micros;
  const funds = { available: availableFunds, regT: subMoney(equity, margin.regT), settledCash };
  return {
    account,
    kind: terms.kind,
    margin,
    settledCash,
    previousEquity: memory.closeEquity,
    availableFunds,
    excessLiquidity,
    ...powersOf(funds, terms),
    sma: memory.sma,
    dailyPnl: money(symbolPnls(memory, account).reduce((sum, one) => sum + one.dailyPnl, 0)),
    dailyRealizedPnl: subMoney(account.realizedPnl, memory.closeRealizedPnl),
    dayTradesRemaining: isFree ? -1 : Math.max(0, DAY_TRADES_IN_FIVE_SESSIONS - traded),
    cushionMicros: equity > 0 ? mulDiv(excessLiquidity, MICROS, equity) : 0,
  };
}
