import type { OrdType, Side, TimeInForce } from "@bowline/contracts";
import { MICROS, assert } from "@bowline/kernel";
import type { OrderLeg } from "@bowline/orders";
import { type Contract, type Order, OrderAction, OrderType, SecType, TimeInForce as IbTimeInForce } from "@stoqey/ib";

/** Share classes: BRK.B at the exchange is "BRK B" at IB. */
export const toIbSymbol = (symbol: string): string => symbol.replaceAll(".", " ");
export const fromIbSymbol = (symbol: string): string => symbol.replaceAll(" ", ".");

/** A US stock, routed by SMART, in dollars. */
export const ibStock = (symbol: string): Contract => ({
  symbol: toIbSymbol(symbol),
  secType: SecType.STK,
  exchange: "SMART",
  currency: "USD",
});

const ACTIONS: Readonly<Record<Side, OrderAction>> = {
  BUY: OrderAction.BUY,
  SELL: OrderAction.SELL,
  SELL_SHORT: OrderAction.SELL,
};
const ORDER_TYPES: Readonly<Record<OrdType, OrderType>> = {
  MKT: OrderType.MKT,
  LMT: OrderType.LMT,
  STP: OrderType.STP,
};
const TIFS: Readonly<Record<TimeInForce, IbTimeInForce>> = {
  DAY: IbTimeInForce.DAY,
  GTC: IbTimeInForce.GTC,
  IOC: IbTimeInForce.IOC,
};

/** Micros as a double with the shortest decimal text that is that number: what the library writes to the wire. */
export const decimalOf = (value: number): number => {
  const decimal = value / MICROS;
  assert(Math.round(decimal * MICROS) === value, `no double for ${value} micros`);
  return decimal;
};

/** IB sells short by selling; its own SSHORT is for institutions that clear elsewhere. Every flag is said: an empty transmit would stage the order. */
export function ibOrder(leg: OrderLeg, parentIbOrderId: number | undefined): Order {
  return {
    action: ACTIONS[leg.side],
    totalQuantity: decimalOf(leg.orderQty),
    orderType: ORDER_TYPES[leg.ordType],
    ...(leg.lmtPx === undefined ? {} : { lmtPrice: decimalOf(leg.lmtPx) }),
    ...(leg.stopPx === undefined ? {} : { auxPrice: decimalOf(leg.stopPx) }),
    tif: TIFS[leg.timeInForce],
    account: leg.accountId,
    orderRef: leg.clOrdId,
    transmit: leg.transmit,
    parentId: parentIbOrderId ?? 0,
    outsideRth: false,
  };
}
