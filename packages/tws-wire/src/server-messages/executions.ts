import {
  type ContentOf,
  flag,
  int,
  intElse,
  literal,
  micros,
  microsOr,
  oneOf,
  serverMessage,
  since,
  text,
  textOr,
  UNSET_DOUBLE,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import { contract } from "./contract-fields.ts";

export const orderStatus = serverMessage(3, {
  orderId: int,
  /** PendingSubmit, PreSubmitted, Submitted, PendingCancel, Cancelled, ApiCancelled, Filled, Inactive. */
  status: text,
  cumQty: micros,
  leavesQty: micros,
  /** 0 before the first fill. */
  avgPx: micros,
  permId: int,
  parentId: int,
  lastPx: micros,
  clientId: int,
  whyHeld: textOr(),
  mktCapPx: microsOr("0"),
});
export type OrderStatusMessage = ContentOf<typeof orderStatus>;

export const execDetails = serverMessage(11, {
  /** -1 for a fill as it happens, else the id of the reqExecutions that it answers. */
  reqId: int,
  orderId: int,
  contract: contract(),
  execId: text,
  /** `wireTime`. */
  time: text,
  accountId: text,
  exchange: text,
  side: oneOf("BOT", "SLD"),
  lastQty: micros,
  lastPx: micros,
  permId: int,
  clientId: int,
  liquidation: flag,
  cumQty: micros,
  avgPx: micros,
  orderRef: text,
  evRule: textOr(),
  evMultiplier: microsOr(""),
  modelCode: textOr(),
  /** 1 added liquidity, 2 removed, 3 routed out; 0 not known. */
  lastLiquidity: intElse(0),
  pendingPriceRevision: since(SINCE.pendingPriceRevision, flag),
});
export type ExecDetailsMessage = ContentOf<typeof execDetails>;

export const execDetailsEnd = serverMessage(55, { version: literal("1"), reqId: int });

/** Money in micros of the currency. The profit is absent for an execution that opens, the yield for all but bonds. */
export const commissionReport = serverMessage(59, {
  version: literal("1"),
  execId: text,
  commission: micros,
  currency: text,
  realizedPnl: microsOr(UNSET_DOUBLE),
  bondYield: microsOr(UNSET_DOUBLE),
  yieldRedemptionDate: textOr(),
});
export type CommissionReportMessage = ContentOf<typeof commissionReport>;

/** An order entered by hand now belongs to a client, which may change it under this id. */
export const orderBound = serverMessage(100, { permId: int, clientId: int, orderId: int });

export const openOrderEnd = serverMessage(53, { version: literal("1") });
export const completedOrdersEnd = serverMessage(102, {});
