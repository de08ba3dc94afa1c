import type { ChangeTerms, Side } from "@bowline/contracts";
import { type Px, microsOfDouble, money, px, qty } from "@bowline/kernel";
import {
  BROKER_ORDER_STATUSES,
  type BrokerCallback,
  type BrokerOrderStatus,
  type BrokerRef,
  namedTerms,
} from "@bowline/orders";
import {
  type CommissionReport,
  type Contract,
  type Execution,
  type Order,
  type OrderState,
  OrderType,
} from "@stoqey/ib";
import { fromIbSymbol } from "./ib-order.ts";
import { parseIbTime } from "./ib-time.ts";

type CallbackOf<T extends BrokerCallback["type"]> = Extract<BrokerCallback, { type: T }>;

const STATUSES: ReadonlySet<string> = new Set(BROKER_ORDER_STATUSES);
const statusOf = (status: string | undefined): BrokerOrderStatus =>
  status !== undefined && STATUSES.has(status) ? (status as BrokerOrderStatus) : "Unknown";

/** BUY and BOT buy; SELL, SSHORT and SLD sell. */
const sideOf = (action: string | undefined): Side => (action?.startsWith("B") === true ? "BUY" : "SELL");

const qtyOf = (value: number | undefined): ReturnType<typeof qty> | undefined => {
  const micros = value === undefined ? undefined : microsOfDouble(value);
  return micros === undefined ? undefined : qty(micros);
};

type Names = {
  readonly permId?: number | undefined;
  readonly orderRef?: string | undefined;
  readonly ibOrderId?: number | undefined;
  readonly clientId?: number | undefined;
};

/** The session's id counts only for orders of this client: another client's may have the same number. */
export function refOf(names: Names, ownClientId: number): BrokerRef {
  const { permId, orderRef, ibOrderId, clientId } = names;
  return {
    ...(permId !== undefined && Number.isSafeInteger(permId) && permId > 0 ? { orderId: String(permId) } : {}),
    ...(orderRef !== undefined && orderRef !== "" ? { clOrdId: orderRef } : {}),
    ...(ibOrderId !== undefined && ibOrderId > 0 && clientId === ownClientId ? { ibOrderId } : {}),
  };
}

/** What an order has none of is 0 or unset on the wire. */
const positive = (value: number | undefined, perUnit = 1): number | undefined => {
  const micros = value === undefined ? undefined : microsOfDouble(value);
  return micros === undefined || micros <= 0 ? undefined : micros / perUnit;
};
const pxOf = (price: number | undefined): Px | undefined => {
  const micros = positive(price);
  return micros === undefined ? undefined : px(micros);
};
const PERCENTS_OF_ONE = 100;

/** `auxPrice` is a trigger, or of a trailing stop the distance: that depends on the type. */
function changeableOf(order: Order): ChangeTerms {
  const { orderType, lmtPrice, auxPrice, trailStopPrice, trailingPercent, lmtPriceOffset } = order;
  const trails = orderType === OrderType.TRAIL || orderType === OrderType.TRAIL_LIMIT;
  const displayQty = positive(order.displaySize);
  return namedTerms({
    lmtPx: pxOf(lmtPrice),
    stopPx: pxOf(trails ? trailStopPrice : auxPrice),
    trailAmt: trails ? pxOf(auxPrice) : undefined,
    trailPercent: trails ? positive(trailingPercent, PERCENTS_OF_ONE) : undefined,
    lmtOffset: trails ? pxOf(lmtPriceOffset) : undefined,
    displayQty: displayQty === undefined ? undefined : qty(displayQty),
    goodTillUs: parseIbTime(order.goodTillDate ?? ""),
  });
}

export function openOrderCallback(
  ibOrderId: number,
  contract: Contract,
  order: Order,
  state: { readonly order: OrderState; readonly clientId: number },
): CallbackOf<"openOrder"> {
  return {
    type: "openOrder",
    ref: refOf({ permId: order.permId, orderRef: order.orderRef, ibOrderId, clientId: order.clientId }, state.clientId),
    symbol: fromIbSymbol(contract.symbol ?? ""),
    side: sideOf(order.action),
    orderQty: qtyOf(order.totalQuantity) ?? qty(0),
    ...(order.account === undefined || order.account === "" ? {} : { accountId: order.account }),
    ...changeableOf(order),
    status: statusOf(state.order.status),
  };
}

export type IbOrderStatus = {
  readonly ibOrderId: number;
  readonly status: string;
  readonly filled: number | undefined;
  readonly permId: number | undefined;
  readonly clientId: number | undefined;
};

export function orderStatusCallback(status: IbOrderStatus, ownClientId: number): CallbackOf<"orderStatus"> {
  const filledQty = qtyOf(status.filled);
  const { permId, ibOrderId, clientId } = status;
  return {
    type: "orderStatus",
    ref: refOf({ permId, ibOrderId, clientId }, ownClientId),
    status: statusOf(status.status),
    ...(filledQty === undefined ? {} : { filledQty }),
  };
}

/** Completed orders carry no session id. */
export function completedOrderCallback(
  contract: Contract,
  order: Order,
  state: OrderState,
): CallbackOf<"completedOrder"> {
  const filledQty = qtyOf((order as { filledQuantity?: number }).filledQuantity);
  return {
    type: "completedOrder",
    ref: refOf({ permId: order.permId, orderRef: order.orderRef }, -1),
    symbol: fromIbSymbol(contract.symbol ?? ""),
    side: sideOf(order.action),
    orderQty: qtyOf(order.totalQuantity) ?? qty(0),
    status: statusOf(state.status),
    ...(filledQty === undefined ? {} : { filledQty }),
    reason: state.completedStatus ?? "",
  };
}

/** `undefined` where the execution cannot be read: it must be shown to an operator, not guessed. */
export function executionCallback(
  contract: Contract,
  execution: Execution,
  ownClientId: number,
): CallbackOf<"execution"> | undefined {
  const { execId, orderRef, permId, orderId, clientId, acctNumber } = execution;
  const lastQty = qtyOf(execution.shares);
  const lastPx = execution.price === undefined ? undefined : microsOfDouble(execution.price);
  const transactUs = execution.time === undefined ? undefined : parseIbTime(execution.time);
  if (
    execId === undefined ||
    execId === "" ||
    lastQty === undefined ||
    lastPx === undefined ||
    transactUs === undefined
  )
    return undefined;
  return {
    type: "execution",
    ref: refOf({ permId, orderRef, ibOrderId: orderId, clientId }, ownClientId),
    symbol: fromIbSymbol(contract.symbol ?? ""),
    side: sideOf(execution.side),
    ...(acctNumber === undefined || acctNumber === "" ? {} : { accountId: acctNumber }),
    execId,
    lastQty,
    lastPx: px(lastPx),
    transactUs,
  };
}

/** `undefined` while the charge is not known. */
export function commissionCallback(report: CommissionReport): CallbackOf<"commission"> | undefined {
  const charge = report.commission === undefined ? undefined : microsOfDouble(report.commission);
  if (report.execId === undefined || charge === undefined) return undefined;
  return { type: "commission", execId: report.execId, commission: money(charge), currency: report.currency ?? "USD" };
}
