import { err, ok, px, qty, type Result } from "@bowline/kernel";
import type { BrokerExecution, BrokerOrder, OrderRequest } from "@bowline/matching";
import {
  type CompletedOrderMessage,
  type ExecDetailsMessage,
  makeWireOrder,
  type OpenOrderMessage,
  type OrderStatusMessage,
  type PlaceOrder,
  type WireContract,
  type WireOrder,
  wireTime,
} from "@bowline/tws-wire";

/** Why an order is refused before the broker sees it. */
export type OrderRefusal = { readonly code: number; readonly text: string };

const SIDES: Readonly<Record<string, OrderRequest["side"]>> = { BUY: "BUY", SELL: "SELL", SSHORT: "SELL" };
const ORD_TYPES: Readonly<Record<string, OrderRequest["ordType"]>> = { MKT: "MKT", LMT: "LMT", STP: "STP" };
const TIMES_IN_FORCE: Readonly<Record<string, OrderRequest["timeInForce"]>> = { DAY: "DAY", GTC: "GTC", IOC: "IOC" };

const refuse = (code: number, text: string): Result<never, OrderRefusal> => err({ code, text });

/** A placeOrder as the broker takes it. What is not simulated is refused, never ignored. */
export function requestOf(
  { orderId, order }: PlaceOrder,
  symbol: string,
  clientId: number,
  accountId: string,
): Result<OrderRequest, OrderRefusal> {
  const side = SIDES[order.action];
  const ordType = ORD_TYPES[order.orderType];
  const timeInForce = TIMES_IN_FORCE[order.tif];
  if (order.whatIf) return refuse(321, "Error validating request.-'bN' : cause - What-if orders are not simulated.");
  if (side === undefined) return refuse(201, `Order rejected - reason:The action ${order.action} is not known`);
  if (ordType === undefined) return refuse(387, "Unsupported order type for this exchange and security type.");
  if (timeInForce === undefined)
    return refuse(201, `Order rejected - reason:The time in force ${order.tif} is not simulated`);
  if (order.account !== "" && order.account !== accountId)
    return refuse(201, `Order rejected - reason:Invalid account code ${order.account}`);
  return ok({
    clientId,
    ibOrderId: orderId,
    orderRef: order.orderRef,
    symbol,
    side,
    orderQty: qty(order.totalQty ?? 0),
    ordType,
    lmtPx: order.lmtPx === undefined ? undefined : px(order.lmtPx),
    stopPx: order.auxPx === undefined ? undefined : px(order.auxPx),
    timeInForce,
    parentIbOrderId: order.parentId === 0 ? undefined : order.parentId,
    ocaGroup: order.ocaGroup === "" ? undefined : order.ocaGroup,
    transmit: order.transmit,
  });
}

const wireOrderOf = (order: BrokerOrder, accountId: string): WireOrder =>
  makeWireOrder({
    action: order.side,
    orderType: order.ordType,
    totalQty: order.orderQty,
    ...(order.lmtPx === undefined ? {} : { lmtPx: order.lmtPx }),
    ...(order.stopPx === undefined ? {} : { auxPx: order.stopPx }),
    tif: order.timeInForce,
    ocaGroup: order.ocaGroup ?? "",
    account: accountId,
    orderRef: order.orderRef,
    transmit: order.transmit,
    parentId: order.parentIbOrderId ?? 0,
  });

export const openOrderMessage = (order: BrokerOrder, contract: WireContract, accountId: string): OpenOrderMessage => ({
  orderId: order.ibOrderId,
  clientId: order.clientId,
  permId: order.permId,
  contract,
  order: wireOrderOf(order, accountId),
  state: {
    status: order.status,
    ...(order.commission === undefined ? {} : { commission: order.commission, commissionCurrency: "USD" }),
  },
});

/** "child" and "trigger" are TWS's words for why an order is held. */
const whyHeldOf = (order: BrokerOrder): string => {
  if (order.status !== "PreSubmitted") return "";
  return order.ordType === "STP" ? "trigger" : order.parentPermId === undefined ? "" : "child";
};

export const orderStatusMessage = (order: BrokerOrder): OrderStatusMessage => ({
  orderId: order.ibOrderId,
  status: order.status,
  cumQty: order.cumQty,
  leavesQty: order.leavesQty,
  avgPx: order.avgPx ?? 0,
  permId: order.permId,
  parentId: order.parentIbOrderId ?? 0,
  lastPx: order.lastPx ?? 0,
  clientId: order.clientId,
  whyHeld: whyHeldOf(order),
});

type ExecutionContext = {
  readonly reqId: number;
  readonly serverVersion: number;
  readonly contract: WireContract;
  readonly accountId: string;
};

export const execDetailsMessage = (
  { order, ...execution }: BrokerExecution,
  context: ExecutionContext,
): ExecDetailsMessage => ({
  reqId: context.reqId,
  orderId: order.ibOrderId,
  contract: context.contract,
  execId: execution.execId,
  time: wireTime(context.serverVersion, execution.transactUs),
  accountId: context.accountId,
  exchange: "NYSE",
  side: order.side === "BUY" ? "BOT" : "SLD",
  lastQty: execution.lastQty,
  lastPx: execution.lastPx,
  permId: order.permId,
  clientId: order.clientId,
  cumQty: order.cumQty,
  avgPx: order.avgPx ?? 0,
  orderRef: order.orderRef,
  lastLiquidity: 2,
});

/** "Filled Size: 100" as TWS words it; otherwise why it ended. */
const completedStatusOf = (order: BrokerOrder): string =>
  order.status === "Filled" ? `Filled Size: ${Math.round(Number(order.cumQty) / 1e6)}` : (order.completedReason ?? "");

export const completedOrderMessage = (
  order: BrokerOrder,
  contract: WireContract,
  context: { serverVersion: number; accountId: string },
): CompletedOrderMessage => ({
  permId: order.permId,
  contract,
  order: wireOrderOf(order, context.accountId),
  status: order.status,
  filledQty: order.cumQty,
  ...(order.parentPermId === undefined ? {} : { parentPermId: order.parentPermId }),
  completedTime: wireTime(context.serverVersion, order.completedUs ?? 0),
  completedStatus: completedStatusOf(order),
});
