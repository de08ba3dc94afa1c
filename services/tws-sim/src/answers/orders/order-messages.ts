import type { BrokerExecution, BrokerOrder, WhatIfMargins } from "@bowline/matching";
import {
  type CompletedOrderMessage,
  type ExecDetailsMessage,
  type OpenOrderMessage,
  type OrderStatusMessage,
  type WireContract,
  type WireOrder,
  type WireOrderState,
  wireTime,
} from "@bowline/tws-wire";
import type { OrderIdentity } from "./order-identity.ts";
import { given, wireOrderOf } from "./wire-order.ts";

type OrderContext = {
  readonly contract: WireContract;
  readonly accountId: string;
  /** How the client that is told knows the order. */
  readonly identity: OrderIdentity;
};

export const openOrderMessage = (order: BrokerOrder, context: OrderContext): OpenOrderMessage => ({
  ...context.identity,
  permId: order.permId,
  contract: context.contract,
  order: wireOrderOf(order, context.accountId),
  state: order.whatIfMargins === undefined ? workingStateOf(order) : whatIfStateOf(order, order.whatIfMargins),
});

const workingStateOf = (order: BrokerOrder): WireOrderState => ({
  status: order.status,
  ...(order.commission === undefined ? {} : { commission: order.commission, commissionCurrency: "USD" }),
});

/** Some clients take a what-if for answered only where every margin is a number. */
const whatIfStateOf = (order: BrokerOrder, margins: WhatIfMargins): WireOrderState => ({
  status: order.status,
  margins: {
    initBefore: margins.initMarginBefore,
    maintBefore: margins.maintMarginBefore,
    equityBefore: margins.equityBefore,
    initChange: margins.initMarginAfter - margins.initMarginBefore,
    maintChange: margins.maintMarginAfter - margins.maintMarginBefore,
    equityChange: margins.equityAfter - margins.equityBefore,
    initAfter: margins.initMarginAfter,
    maintAfter: margins.maintMarginAfter,
    equityAfter: margins.equityAfter,
  },
  ...given("commission", margins.commission),
  ...given("minCommission", margins.minCommission),
  ...given("maxCommission", margins.maxCommission),
  commissionCurrency: "USD",
  ...given("warningText", margins.warning),
});

export const orderStatusMessage = (order: BrokerOrder, identity: OrderIdentity): OrderStatusMessage => ({
  ...identity,
  status: order.status,
  cumQty: order.cumQty,
  leavesQty: order.leavesQty,
  avgPx: order.avgPx ?? 0,
  permId: order.permId,
  parentId: order.parentIbOrderId ?? 0,
  lastPx: order.lastPx ?? 0,
  whyHeld: order.whyHeld ?? "",
});

/** Of liquidity; 3, routed out, is not told apart. */
const [ADDED, REMOVED] = [1, 2];

type ExecutionContext = OrderContext & { readonly reqId: number; readonly serverVersion: number };

export const execDetailsMessage = (
  { order, ...execution }: BrokerExecution,
  context: ExecutionContext,
): ExecDetailsMessage => ({
  reqId: context.reqId,
  ...context.identity,
  contract: context.contract,
  execId: execution.execId,
  time: wireTime(context.serverVersion, execution.transactUs),
  accountId: order.account ?? context.accountId,
  exchange: context.contract.primaryExch === "" ? "NYSE" : context.contract.primaryExch,
  side: order.side === "BUY" ? "BOT" : "SLD",
  lastQty: execution.lastQty,
  lastPx: execution.lastPx,
  permId: order.permId,
  cumQty: order.cumQty,
  avgPx: order.avgPx ?? 0,
  orderRef: order.orderRef,
  lastLiquidity: execution.addedLiquidity ? ADDED : REMOVED,
});

/** A recorded TWS tells this of every completed order, whatever was asked for. */
const asCompleted = (order: WireOrder): WireOrder => ({
  ...order,
  rare: { ...order.rare, dontUseAutoPriceForHedge: true },
});

export const completedOrderMessage = (
  order: BrokerOrder,
  contract: WireContract,
  context: { serverVersion: number; accountId: string },
): CompletedOrderMessage => ({
  permId: order.permId,
  contract,
  order: asCompleted(wireOrderOf(order, context.accountId)),
  status: order.status,
  filledQty: order.cumQty,
  ...(order.parentPermId === undefined ? {} : { parentPermId: order.parentPermId }),
  completedTime: wireTime(context.serverVersion, order.completedUs ?? 0),
  completedStatus: order.completedStatus ?? order.completedReason ?? "",
});
