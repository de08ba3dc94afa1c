import type { BrokerPosition, TickBatch } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";

/**
 * One market data tick; `value` as the contract of `TickBatch` says it for each field. A price of 0 says that there is none on
 * that side.
 */
export type BrokerTick = {
  readonly symbol: string;
  readonly field: Exclude<TickBatch["ticks"][number]["field"], "ALIVE">;
  readonly value: number;
  /** When it happened, where the broker tells. */
  readonly atUs?: Us;
};

/** A bar, stamped with its end. Prices are absent where the broker sent none. */
export type BrokerBar = {
  readonly closeUs: Us;
  readonly openPx?: Px;
  readonly highPx?: Px;
  readonly lowPx?: Px;
  readonly closePx?: Px;
  readonly volume: Qty;
  readonly wapPx?: Px;
  readonly tradeCount: number;
};

/** The account as TWS has told it so far. */
export type BrokerAccount = {
  readonly cash: Money;
  readonly equity: Money;
  readonly positions: readonly BrokerPosition[];
};

/** P&L of the account as TWS counts it; absent is what it leaves unset. */
export type BrokerPnl = {
  /** Since the last close, in the time zone of TWS. */
  readonly dailyPnl?: Money;
  /** Of what is held, from its average cost. */
  readonly unrealizedPnl?: Money;
  /** Of the day, less commissions. */
  readonly realizedPnl?: Money;
};

export type BrokerInstrument = {
  readonly symbol: string;
  readonly conId: number;
  readonly minTick: Px;
  readonly currency: string;
  readonly primaryExchange: string;
  readonly longName: string;
  /** IB's classification, widest first; absent for funds. */
  readonly industry?: string;
  readonly category?: string;
  readonly subcategory?: string;
  /** Regular hours of the next days as IB writes them, in the time zone of `timeZoneId`; empty where IB tells none. */
  readonly liquidHours: string;
  readonly timeZoneId: string;
};

/** Why a request has no answer. It is never the same as an empty one. */
export type RequestError =
  | { readonly type: "timeout"; readonly request: string; readonly afterMs: number }
  | { readonly type: "refused"; readonly request: string; readonly code: number; readonly message: string }
  | { readonly type: "closed"; readonly request: string };

export const describeRequestError = (e: RequestError): string => {
  if (e.type === "timeout") return `${e.request}: no answer within ${e.afterMs} ms`;
  return e.type === "closed" ? `${e.request}: the session ended` : `${e.request}: ${e.code} ${e.message}`;
};
