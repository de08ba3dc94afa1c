import type { OrdType, Side, TimeInForce } from "@bowline/contracts";
import type { OrderLeg } from "@bowline/orders";
import { type Contract, type Order, OrderAction, OrderType, SecType, TimeInForce as IbTimeInForce } from "@stoqey/ib";
import { decimalOf, ibPrices, ibTerms } from "./ib-terms.ts";

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
/** What TWS calls each type. An order for the opening is a market or limit order with the time in force OPG. */
const IB_ORDER_TYPES: Readonly<Record<OrdType, OrderType>> = {
  MKT: OrderType.MKT,
  LMT: OrderType.LMT,
  STP: OrderType.STP,
  STP_LMT: OrderType.STP_LMT,
  TRAIL: OrderType.TRAIL,
  TRAIL_LIMIT: OrderType.TRAIL_LIMIT,
  MIT: OrderType.MIT,
  LIT: OrderType.LIT,
  MOC: OrderType.MOC,
  LOC: OrderType.LOC,
  MOO: OrderType.MKT,
  LOO: OrderType.LMT,
  REL: OrderType.REL,
  MIDPRICE: OrderType.MIDPRICE,
};
const TIFS: Readonly<Record<TimeInForce, IbTimeInForce>> = {
  DAY: IbTimeInForce.DAY,
  GTC: IbTimeInForce.GTC,
  IOC: IbTimeInForce.IOC,
  GTD: IbTimeInForce.GTD,
  FOK: IbTimeInForce.FOK,
  OPG: IbTimeInForce.OPG,
};

/** IB sells short by selling; its own SSHORT is for institutions that clear elsewhere. Every flag is said: an empty transmit would stage the order. */
export function ibOrder(leg: OrderLeg, parentIbOrderId: number | undefined): Order {
  return {
    action: ACTIONS[leg.side],
    totalQuantity: decimalOf(leg.orderQty),
    orderType: IB_ORDER_TYPES[leg.ordType],
    ...ibPrices(leg),
    tif: TIFS[leg.timeInForce],
    account: leg.accountId,
    orderRef: leg.clOrdId,
    transmit: leg.transmit,
    parentId: parentIbOrderId ?? 0,
    outsideRth: leg.outsideRth ?? false,
    ...ibTerms(leg),
  };
}
