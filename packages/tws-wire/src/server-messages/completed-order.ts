import { UNSET_INT, UNSET_LONG } from "../field-text.ts";
import {
  amount,
  flag,
  int,
  intOr,
  literal,
  micros,
  microsOr,
  notCarried,
  serverMessage,
  since,
  text,
  textOr,
} from "../layout/index.ts";
import { conditions, deltaNeutral, ocaType, pegBenchmark, pegOffsets, stopOffset } from "../order/parts.ts";
import { allocation, box, clearingAndAlgo, comboAndScale, terms, timing, trail } from "../order/server-fields.ts";
import { withOrder } from "../order/sorting.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder } from "../wire-types.ts";
import { contract } from "./contract-fields.ts";

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

/** A completed order says less of its hedge than an open one. */
const noSettlement = {
  settlingFirm: notCarried(""),
  clearingAccount: notCarried(""),
  clearingIntent: notCarried(""),
  openClose: notCarried(""),
};

export const completedOrder = serverMessage(101, {
  message: withOrder<CompletedOrderMessage>(
    ["permId", "contract", "status", "filledQty", "parentPermId", "completedTime", "completedStatus"],
    {
      contract: contract("?"),
      ...terms,
      permId: int,
      ...timing,
      ...allocation,
      ...box,
      sweepToFill: flag,
      allOrNone: flag,
      minQty: intOr(""),
      ocaType,
      triggerMethod: int,
      volatility: amount,
      volatilityType: intOr("0"),
      deltaNeutral: deltaNeutral(noSettlement, true),
      ...trail,
      ...comboAndScale,
      ...clearingAndAlgo,
      status: text,
      randomizeSize: flag,
      randomizePrice: flag,
      pegBenchmarkOnly: pegBenchmark,
      ...conditions,
      ...stopOffset,
      cashQty: microsOr("0"),
      dontUseAutoPriceForHedge: flag,
      isOmsContainer: flag,
      autoCancelDate: literal(""),
      filledQty: micros,
      refFuturesConId: literal(UNSET_INT),
      autoCancelParent: flag,
      shareholder: literal("Not an insider or substantial shareholder"),
      imbalanceOnly: literal("0"),
      routeMarketableToBbo: literal("0"),
      parentPermId: intOr(UNSET_LONG),
      completedTime: text,
      completedStatus: text,
      ...pegOffsets,
      customerAccount: since(SINCE.customerAccount, textOr()),
      professionalCustomer: since(SINCE.professionalCustomer, flag),
      transmit: notCarried(true),
      parentId: notCarried(0),
      whatIf: notCarried(false),
    },
  ),
});
