import {
  flag,
  bool,
  derived,
  group,
  groupOr,
  int,
  intOr,
  literal,
  microsOr,
  serverMessage,
  since,
  text,
  textOr,
  UNSET_DOUBLE,
  notCarried,
  amount,
} from "../layout/index.ts";
import { conditions, deltaNeutral, ocaType, pegBenchmark, pegOffsets, settlement, stopOffset } from "../order/parts.ts";
import { allocation, box, clearingAndAlgo, comboAndScale, terms, timing, trail } from "../order/server-fields.ts";
import { withOrder } from "../order/sorting.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder } from "../wire-types.ts";
import { contract } from "./contract-fields.ts";

/** Margins are micros of the currency, and set only in the answer to a what-if order. */
export interface WireMargins {
  readonly initBefore?: number | undefined;
  readonly maintBefore?: number | undefined;
  readonly equityBefore?: number | undefined;
  readonly initChange?: number | undefined;
  readonly maintChange?: number | undefined;
  readonly equityChange?: number | undefined;
  readonly initAfter?: number | undefined;
  readonly maintAfter?: number | undefined;
  readonly equityAfter?: number | undefined;
}

export interface WireOrderState {
  /** As in orderStatus. */
  readonly status: string;
  readonly margins?: WireMargins;
  /** Micros; set once an order has filled, and in the answer to a what-if order. */
  readonly commission?: number;
  readonly minCommission?: number;
  readonly maxCommission?: number;
  readonly commissionCurrency?: string;
  readonly warningText?: string;
}

export interface OpenOrderMessage {
  readonly orderId: number;
  readonly clientId: number;
  readonly permId: number;
  readonly contract: WireContract;
  readonly order: WireOrder;
  readonly state: WireOrderState;
}

const margins = groupOr(
  {
    initBefore: microsOr(UNSET_DOUBLE),
    maintBefore: microsOr(UNSET_DOUBLE),
    equityBefore: microsOr(UNSET_DOUBLE),
    initChange: microsOr(UNSET_DOUBLE),
    maintChange: microsOr(UNSET_DOUBLE),
    equityChange: microsOr(UNSET_DOUBLE),
    initAfter: microsOr(UNSET_DOUBLE),
    maintAfter: microsOr(UNSET_DOUBLE),
    equityAfter: microsOr(UNSET_DOUBLE),
  },
  {},
);

const state = group({
  status: text,
  margins,
  commission: microsOr(""),
  minCommission: microsOr(""),
  maxCommission: microsOr(""),
  commissionCurrency: textOr(),
  warningText: textOr(),
});

/** adjustedOrderType .. adjustableTrailingUnit. */
const adjusted = {
  adjustedOrderType: textOr("None"),
  adjustedTriggerPx: microsOr(UNSET_DOUBLE),
  ...stopOffset,
  adjustedStopPx: microsOr(UNSET_DOUBLE),
  adjustedStopLimitPx: microsOr(UNSET_DOUBLE),
  adjustedTrailingAmount: microsOr(UNSET_DOUBLE),
  adjustedTrailingUnit: intOr("0"),
};

/** duration .. manualOrderIndicator: what came after 157. */
const later = {
  duration: since(SINCE.duration, intOr("")),
  postToAts: since(SINCE.postToAts, intOr("")),
  autoCancelParent: since(SINCE.autoCancelParent, flag),
  ...pegOffsets,
  customerAccount: since(SINCE.customerAccount, textOr()),
  professionalCustomer: since(SINCE.professionalCustomer, flag),
  bondAccruedInterest: since(SINCE.bondAccruedInterest, literal("")),
  includeOvernight: since(SINCE.includeOvernight, flag),
  extOperator: since(SINCE.cmeTaggingInOpenOrder, textOr()),
  manualOrderIndicator: since(SINCE.cmeTaggingInOpenOrder, intOr("")),
};

export const openOrder = serverMessage(5, {
  message: withOrder<OpenOrderMessage>(["orderId", "clientId", "permId", "contract", "state"], {
    orderId: int,
    contract: contract("?"),
    ...terms,
    clientId: int,
    permId: int,
    ...timing,
    // Clients skip it.
    sharesAllocation: derived(({ permId, account }) => `${String(permId)}.0/${String(account)}/100`),
    ...allocation,
    auctionStrategy: intOr("0"),
    ...box,
    blockOrder: flag,
    sweepToFill: flag,
    allOrNone: flag,
    minQty: intOr(""),
    ocaType,
    eTradeOnly: literal("0"),
    firmQuoteOnly: literal("0"),
    nbboPriceCap: literal(""),
    parentId: int,
    triggerMethod: int,
    volatility: amount,
    volatilityType: intOr("0"),
    deltaNeutral: deltaNeutral(settlement, true),
    ...trail,
    basisPoints: literal(""),
    basisPointsType: literal(""),
    ...comboAndScale,
    optOutSmartRouting: flag,
    ...clearingAndAlgo,
    whatIf: bool,
    state,
    randomizeSize: flag,
    randomizePrice: flag,
    pegBenchmarkOnly: pegBenchmark,
    ...conditions,
    ...adjusted,
    softDollarTier: groupOr({ name: text, value: text }, { name: "", value: "" }),
    softDollarTierDisplayName: literal(""),
    cashQty: microsOr("0"),
    dontUseAutoPriceForHedge: flag,
    isOmsContainer: flag,
    discretionaryUpToLimitPrice: flag,
    usePriceMgmtAlgo: flag,
    ...later,
    transmit: notCarried(true),
  }),
});
