import type { Money, Px, Qty, Us } from "@bowline/kernel";
import type { OrderRequest, WhatIfMargins } from "./broker-order-types.ts";

export type * from "./broker-order-types.ts";

/**
 * PendingSubmit: staged. PreSubmitted: held here (a stop, a child, an order outside the session, or one that conditions or a locate
 * hold). PendingCancel: a cancel is on its way. Inactive: refused; a modify may revive it.
 */
export type BrokerOrderStatus =
  | "PendingSubmit"
  | "PreSubmitted"
  | "Submitted"
  | "PendingCancel"
  | "Filled"
  | "Cancelled"
  | "Inactive";

/** An order as the broker knows it. orderQty = cumQty + leavesQty while it works. */
export type BrokerOrder = OrderRequest & {
  /** Unique for ever, rising. */
  readonly permId: number;
  readonly parentPermId?: number | undefined;
  readonly status: BrokerOrderStatus;
  readonly cumQty: Qty;
  readonly leavesQty: Qty;
  readonly avgPx?: Px | undefined;
  readonly lastPx?: Px | undefined;
  /** Charged so far; absent before the first fill. */
  readonly commission?: Money | undefined;
  /** When it came in. */
  readonly placedUs?: Us | undefined;
  /** A stop, a trailing stop or an if-touched order that was triggered. */
  readonly isTriggered?: boolean | undefined;
  /** Why it is PreSubmitted, in TWS's words: "child", "trigger", "child,trigger", "locate". */
  readonly whyHeld?: string | undefined;
  /** The answer to a what-if request. */
  readonly whatIfMargins?: WhatIfMargins | undefined;
  /** When it ended, and why, in words. */
  readonly completedUs?: Us | undefined;
  readonly completedReason?: string | undefined;
  /** The same in TWS's words: "Filled Size: 100", "Cancelled by Trader". */
  readonly completedStatus?: string | undefined;
};

/** One execution, with what was charged for it. */
export type BrokerExecution = {
  readonly execId: string;
  readonly order: BrokerOrder;
  readonly lastQty: Qty;
  readonly lastPx: Px;
  readonly transactUs: Us;
  /** It rested in the book and was hit: it added liquidity; else it took some. */
  readonly addedLiquidity: boolean;
  readonly commission: Money;
  /** After commission; absent where the execution only opens. */
  readonly realizedPnl?: Money | undefined;
};

export type AccountPosition = {
  readonly symbol: string;
  /** Signed; 0 for what was held and is closed. */
  readonly positionQty: Qty;
  /** The last trade's price. */
  readonly markPx: Px;
  readonly marketValue: Money;
  /** Average cost of a share, commissions included, as IB counts; absent where nothing is held. */
  readonly avgCostPx?: Px | undefined;
  readonly unrealizedPnl: Money;
  readonly realizedPnl: Money;
};

/** The account at one moment, marked at last prices. equity = cash + Σ market values. */
export type AccountView = {
  readonly accountId: string;
  readonly asOfUs: Us;
  readonly cash: Money;
  readonly equity: Money;
  readonly grossPositionValue: Money;
  readonly buyingPower: Money;
  readonly realizedPnl: Money;
  readonly unrealizedPnl: Money;
  /** By symbol. */
  readonly positions: readonly AccountPosition[];
};

/** What the broker tells, in the order in which it tells it. */
export type BrokerEvent =
  | { readonly type: "openOrder"; readonly order: BrokerOrder }
  | { readonly type: "orderStatus"; readonly order: BrokerOrder }
  | { readonly type: "execution"; readonly execution: BrokerExecution }
  | { readonly type: "commission"; readonly execution: BrokerExecution }
  | {
      readonly type: "error";
      readonly clientId: number;
      readonly ibOrderId: number;
      readonly code: number;
      readonly message: string;
      /** The order it is about, where there is one. */
      readonly order?: BrokerOrder | undefined;
    }
  | { readonly type: "account"; readonly account: AccountView };
