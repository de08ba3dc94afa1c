import { boolText, decimalText, intText, textOf, UNSET_INT, UNSET_LONG } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder } from "../wire-types.ts";
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

/** An order that is done. It carries no order id and no client id: `permId` and `orderRef` are what it is known by. */
export interface CompletedOrderMessage {
  readonly permId: number;
  readonly contract: WireContract;
  readonly order: WireOrder;
  /** Filled, Cancelled or Inactive. */
  readonly status: string;
  readonly filledQty: number;
  /** Absent where the order had no parent. */
  readonly parentPermId?: number;
  /** `wireTime`. */
  readonly completedTime: string;
  /** As TWS words it: "Filled Size: 100", "Cancelled by Trader". */
  readonly completedStatus: string;
}

export function completedOrder(serverVersion: number, message: CompletedOrderMessage): WireFields {
  const { order } = message;
  const rare = rareOf(order);
  const since = (version: number, ...fields: readonly string[]): readonly string[] =>
    serverVersion >= version ? fields : [];
  return [
    "101",
    ...contractFields(message.contract, "?"),
    ...termFields(order),
    ...ownerFields(order),
    intText(message.permId),
    ...timingFields(order),
    ...allocationFields(serverVersion, order),
    ...boxFields(rare),
    boolText(rare.sweepToFill),
    boolText(rare.allOrNone),
    intText(rare.minQty),
    intText(order.ocaType === 0 ? 3 : order.ocaType),
    intText(order.triggerMethod),
    ...volatilityFields(rare, "completedOrder"),
    ...comboAndScaleFields(rare),
    ...clearingAndAlgoFields(rare),
    message.status,
    ...pegAndConditionFields(rare),
    ...stopOffsetFields(rare),
    decimalText(rare.cashQty ?? 0),
    boolText(rare.dontUseAutoPriceForHedge),
    boolText(rare.isOmsContainer),
    "", // auto cancel date
    decimalText(message.filledQty),
    UNSET_INT, // contract id of the reference future
    boolText(rare.autoCancelParent),
    "Not an insider or substantial shareholder",
    "0", // imbalance only
    "0", // route marketable to BBO
    message.parentPermId === undefined ? UNSET_LONG : intText(message.parentPermId),
    message.completedTime,
    message.completedStatus,
    ...since(SINCE.pegBestPegMid, ...pegOffsetFields(rare)),
    ...since(SINCE.customerAccount, textOf(rare.customerAccount)),
    ...since(SINCE.professionalCustomer, boolText(rare.professionalCustomer)),
  ];
}

export const completedOrdersEnd = (_serverVersion: number): WireFields => ["102"];
