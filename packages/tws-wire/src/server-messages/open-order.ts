import { boolText, decimalOrMax, decimalText, intOrZero, intText, textOf } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder, WireOrderRare } from "../wire-types.ts";
import { contractFields } from "./contract-fields.ts";
import {
  allocationFields,
  boxFields,
  clearingAndAlgoFields,
  comboAndScaleFields,
  ownerFields,
  pegAndConditionFields,
  pegOffsetFields,
  rareOf,
  stopOffsetFields,
  termFields,
  timingFields,
  volatilityFields,
} from "./order-fields.ts";

/** Margins are micros of the currency, and set only in the answer to a what-if order. */
export interface WireMargins {
  readonly initBefore: number;
  readonly maintBefore: number;
  readonly equityBefore: number;
  readonly initChange: number;
  readonly maintChange: number;
  readonly equityChange: number;
  readonly initAfter: number;
  readonly maintAfter: number;
  readonly equityAfter: number;
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

export function openOrder(serverVersion: number, message: OpenOrderMessage): WireFields {
  const { order, state, permId } = message;
  const rare = rareOf(order);
  return [
    "5",
    intText(message.orderId),
    ...contractFields(message.contract, "?"),
    ...termFields(order),
    ...ownerFields(order),
    intText(message.clientId),
    intText(permId),
    ...timingFields(order),
    `${permId}.0/${order.account}/100`, // shares allocation, which clients skip
    ...allocationFields(serverVersion, order),
    intOrZero(rare.auctionStrategy),
    ...boxFields(rare),
    ...executionFlagFields(order),
    ...volatilityFields(rare, "openOrder"),
    "", // basis points
    "", // basis points type
    ...comboAndScaleFields(rare),
    boolText(rare.optOutSmartRouting),
    ...clearingAndAlgoFields(rare),
    boolText(order.whatIf),
    ...stateFields(state),
    ...pegAndConditionFields(rare),
    ...adjustedFields(rare),
    textOf(rare.softDollarTier?.name),
    textOf(rare.softDollarTier?.value),
    "", // display name of the soft dollar tier
    decimalText(rare.cashQty ?? 0),
    boolText(rare.dontUseAutoPriceForHedge),
    boolText(rare.isOmsContainer),
    boolText(rare.discretionaryUpToLimitPrice),
    boolText(rare.usePriceMgmtAlgo),
    ...laterFields(serverVersion, rare),
  ];
}

/** blockOrder .. triggerMethod. */
function executionFlagFields(order: WireOrder): readonly string[] {
  const rare = rareOf(order);
  return [
    boolText(rare.blockOrder),
    boolText(rare.sweepToFill),
    boolText(rare.allOrNone),
    intText(rare.minQty),
    intText(order.ocaType === 0 ? 3 : order.ocaType),
    "0", // eTradeOnly, gone
    "0", // firmQuoteOnly, gone
    "", // nbboPriceCap, gone
    intText(order.parentId),
    intText(order.triggerMethod),
  ];
}

/** status .. warningText. */
function stateFields(state: WireOrderState): readonly string[] {
  const { margins } = state;
  return [
    state.status,
    decimalOrMax(margins?.initBefore),
    decimalOrMax(margins?.maintBefore),
    decimalOrMax(margins?.equityBefore),
    decimalOrMax(margins?.initChange),
    decimalOrMax(margins?.maintChange),
    decimalOrMax(margins?.equityChange),
    decimalOrMax(margins?.initAfter),
    decimalOrMax(margins?.maintAfter),
    decimalOrMax(margins?.equityAfter),
    decimalText(state.commission),
    decimalText(state.minCommission),
    decimalText(state.maxCommission),
    textOf(state.commissionCurrency),
    textOf(state.warningText),
  ];
}

/** adjustedOrderType .. adjustableTrailingUnit. */
function adjustedFields(rare: WireOrderRare): readonly string[] {
  const adjusted = rare.adjusted;
  return [
    adjusted?.orderType ?? "None",
    decimalOrMax(adjusted?.triggerPx),
    ...stopOffsetFields(rare),
    decimalOrMax(adjusted?.stopPx),
    decimalOrMax(adjusted?.stopLimitPx),
    decimalOrMax(adjusted?.trailingAmount),
    intOrZero(adjusted?.trailingUnit),
  ];
}

/** duration .. manualOrderIndicator: what came after 157. */
function laterFields(serverVersion: number, rare: WireOrderRare): readonly string[] {
  const since = (version: number, ...fields: readonly string[]): readonly string[] =>
    serverVersion >= version ? fields : [];
  return [
    ...since(SINCE.duration, intText(rare.duration)),
    ...since(SINCE.postToAts, intText(rare.postToAts)),
    ...since(SINCE.autoCancelParent, boolText(rare.autoCancelParent)),
    ...since(SINCE.pegBestPegMid, ...pegOffsetFields(rare)),
    ...since(SINCE.customerAccount, textOf(rare.customerAccount)),
    ...since(SINCE.professionalCustomer, boolText(rare.professionalCustomer)),
    ...since(SINCE.bondAccruedInterest, ""),
    ...since(SINCE.includeOvernight, boolText(rare.includeOvernight)),
    ...since(SINCE.cmeTaggingInOpenOrder, textOf(rare.extOperator), intText(rare.manualOrderIndicator)),
  ];
}

export const openOrderEnd = (_serverVersion: number): WireFields => ["53", "1"];
