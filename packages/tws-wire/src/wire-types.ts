/**
 * What stands on the wire, as plain data. Names are the protocol's, except where the house has a word of its own:
 * prices end in `Px`, quantities in `Qty`; both, and money, are safe integers of 1e-6. Absent is `undefined`, text is "".
 */

/** An instrument as the protocol carries it. `strike` is 0 and `right` "" for stocks. */
export interface WireContract {
  readonly conId: number;
  readonly symbol: string;
  readonly secType: string;
  readonly lastTradeDate: string;
  readonly strike: number;
  readonly right: string;
  readonly multiplier: string;
  readonly exchange: string;
  readonly primaryExch: string;
  readonly currency: string;
  readonly localSymbol: string;
  readonly tradingClass: string;
}

export interface TagValue {
  readonly tag: string;
  readonly value: string;
}

/** One leg of a combination. The last four fields are absent in requests for data. */
export interface WireComboLeg {
  readonly conId: number;
  readonly ratio: number;
  readonly action: string;
  readonly exchange: string;
  readonly openClose?: number;
  readonly shortSaleSlot?: number;
  readonly designatedLocation?: string;
  readonly exemptCode?: number;
}

export interface WireDeltaNeutralContract {
  readonly conId: number;
  readonly delta: string;
  readonly price: string;
}

/** A condition that holds an order back. `value` is the text on the wire: its unit depends on the type. */
export type WireCondition = { readonly conjunction: "a" | "o" } & (
  | {
      readonly type: "price";
      readonly isMore: boolean;
      readonly value: string;
      readonly conId: number;
      readonly exchange: string;
      readonly triggerMethod: number;
    }
  | { readonly type: "time"; readonly isMore: boolean; readonly value: string }
  | { readonly type: "margin"; readonly isMore: boolean; readonly value: string }
  | { readonly type: "execution"; readonly secType: string; readonly exchange: string; readonly symbol: string }
  | {
      readonly type: "volume" | "percentChange";
      readonly isMore: boolean;
      readonly value: string;
      readonly conId: number;
      readonly exchange: string;
    }
);

export interface WireDeltaNeutralOrder {
  readonly orderType: string;
  readonly auxPx?: number;
  readonly conId: number;
  readonly settlingFirm: string;
  readonly clearingAccount: string;
  readonly clearingIntent: string;
  readonly openClose: string;
  readonly shortSale: boolean;
  readonly shortSaleSlot: number;
  readonly designatedLocation: string;
}

/** Scale fields are carried as text: nothing here acts on them. */
export interface WireScale {
  readonly initLevelSize: string;
  readonly subsLevelSize: string;
  readonly priceIncrement: string;
  /** The seven fields that follow a positive price increment: adjust value, adjust interval, profit offset, auto reset, init position, init fill, random percent. */
  readonly rest: readonly string[];
}

export interface WirePegBenchmark {
  readonly referenceContractId: number;
  readonly isPeggedChangeAmountDecrease: boolean;
  readonly peggedChangeAmount: string;
  readonly referenceChangeAmount: string;
  readonly referenceExchangeId: string;
}

/** An adjustable stop: what the order becomes when the trigger is touched. */
export interface WireAdjustedOrder {
  readonly orderType: string;
  readonly triggerPx?: number;
  readonly lmtPxOffset?: number;
  readonly stopPx?: number;
  readonly stopLimitPx?: number;
  readonly trailingAmount?: number;
  readonly trailingUnit: number;
}

export interface WireAlgo {
  readonly strategy: string;
  readonly params: readonly TagValue[];
}

/**
 * An order's terms. The same shape is decoded from placeOrder and encoded in openOrder and completedOrder. Differences
 * between clients' defaults are gone: an empty `tif` is "DAY", an empty flag false, an `openClose` of "O" empty, and what
 * `rare` holds is there only where it differs from the default.
 */
export interface WireOrder {
  readonly action: string;
  /** Absent only in an order by cash quantity. */
  readonly totalQty?: number;
  readonly orderType: string;
  readonly lmtPx?: number;
  /** The stop price of STP orders, the amount of trailing ones. */
  readonly auxPx?: number;
  readonly tif: string;
  readonly ocaGroup: string;
  readonly account: string;
  readonly openClose: string;
  readonly origin: number;
  readonly orderRef: string;
  /** False: the order is staged until a sibling with `transmit` arrives. */
  readonly transmit: boolean;
  /** 0 where the order has no parent. */
  readonly parentId: number;
  readonly outsideRth: boolean;
  readonly hidden: boolean;
  readonly whatIf: boolean;
  readonly ocaType: number;
  readonly triggerMethod: number;
  readonly goodAfterTime: string;
  readonly goodTillDate: string;
  readonly rare?: WireOrderRare;
}

/** What few orders carry; each absent field is at its default. Kept so that openOrder returns what was sent. */
export interface WireOrderRare {
  readonly blockOrder?: boolean;
  readonly sweepToFill?: boolean;
  readonly displaySize?: number;
  readonly discretionaryAmt?: number;
  readonly faGroup?: string;
  readonly faMethod?: string;
  readonly faPercentage?: string;
  readonly modelCode?: string;
  readonly shortSaleSlot?: number;
  readonly designatedLocation?: string;
  readonly exemptCode?: number;
  readonly rule80A?: string;
  readonly settlingFirm?: string;
  readonly allOrNone?: boolean;
  readonly minQty?: number;
  readonly percentOffset?: string;
  readonly auctionStrategy?: number;
  readonly startingPx?: number;
  readonly stockRefPx?: number;
  readonly delta?: string;
  readonly stockRangeLowerPx?: number;
  readonly stockRangeUpperPx?: number;
  readonly overridePercentageConstraints?: boolean;
  readonly volatility?: string;
  readonly volatilityType?: number;
  readonly deltaNeutral?: WireDeltaNeutralOrder;
  readonly continuousUpdate?: boolean;
  readonly referencePriceType?: number;
  readonly trailStopPx?: number;
  /** Of the server alone: the second stop price, among the terms that an order is adjusted to. TWS tells one of most orders. */
  readonly adjustedTrailStopPx?: number;
  readonly trailingPercent?: string;
  readonly scale?: WireScale;
  readonly hedge?: { readonly type: string; readonly param: string };
  readonly optOutSmartRouting?: boolean;
  readonly clearingAccount?: string;
  readonly clearingIntent?: string;
  readonly notHeld?: boolean;
  readonly deltaNeutralContract?: WireDeltaNeutralContract;
  readonly algo?: WireAlgo;
  readonly algoId?: string;
  readonly miscOptions?: string;
  readonly solicited?: boolean;
  readonly randomizeSize?: boolean;
  readonly randomizePrice?: boolean;
  readonly pegBenchmark?: WirePegBenchmark;
  readonly conditions?: readonly WireCondition[];
  readonly conditionsIgnoreRth?: boolean;
  readonly conditionsCancelOrder?: boolean;
  readonly adjusted?: WireAdjustedOrder;
  readonly extOperator?: string;
  readonly softDollarTier?: { readonly name: string; readonly value: string };
  readonly cashQty?: number;
  readonly dontUseAutoPriceForHedge?: boolean;
  readonly isOmsContainer?: boolean;
  readonly discretionaryUpToLimitPrice?: boolean;
  readonly usePriceMgmtAlgo?: boolean;
  readonly duration?: number;
  readonly postToAts?: number;
  readonly autoCancelParent?: boolean;
  readonly advancedErrorOverride?: string;
  readonly manualOrderTime?: string;
  readonly minTradeQty?: number;
  readonly minCompeteSize?: number;
  readonly competeAgainstBestOffset?: string;
  readonly midOffsetAtWhole?: string;
  readonly midOffsetAtHalf?: string;
  readonly customerAccount?: string;
  readonly professionalCustomer?: boolean;
  readonly includeOvernight?: boolean;
  readonly manualOrderIndicator?: number;
  readonly comboLegs?: readonly WireComboLeg[];
  /** Prices of the legs, as text; "" where a leg has none. */
  readonly comboLegPrices?: readonly string[];
  readonly smartComboRoutingParams?: readonly TagValue[];
}

/** A US stock on SMART in dollars, the rest at the protocol's defaults. */
export function stockContract(stock: {
  conId: number;
  symbol: string;
  primaryExch?: string;
  exchange?: string;
}): WireContract {
  return {
    conId: stock.conId,
    symbol: stock.symbol,
    secType: "STK",
    lastTradeDate: "",
    strike: 0,
    right: "",
    multiplier: "",
    exchange: stock.exchange ?? "SMART",
    primaryExch: stock.primaryExch ?? "",
    currency: "USD",
    localSymbol: stock.symbol,
    tradingClass: stock.symbol,
  };
}

/** An order with every field at the protocol's default but those given. */
export function makeWireOrder(order: Pick<WireOrder, "action" | "orderType"> & Partial<WireOrder>): WireOrder {
  return {
    tif: "DAY",
    ocaGroup: "",
    account: "",
    openClose: "",
    origin: 0,
    orderRef: "",
    transmit: true,
    parentId: 0,
    outsideRth: false,
    hidden: false,
    whatIf: false,
    ocaType: 0,
    triggerMethod: 0,
    goodAfterTime: "",
    goodTillDate: "",
    ...order,
  };
}
