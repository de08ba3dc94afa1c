import {
  between,
  bool,
  clientMessage,
  int,
  intOr,
  literal,
  requestId,
  since,
  text,
  textOr,
  until,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import { contractWithoutPrimary } from "./contract-fields.ts";

/** Who gave the order, for the exchanges of CME. */
const tagging = {
  extOperator: since(SINCE.cmeTagging, textOr()),
  manualOrderIndicator: since(SINCE.cmeTagging, intOr("2147483647")),
};

const rfq = (text: string) => between(SINCE.rfqFields, SINCE.rfqFieldsGone, literal(text));

export const cancelOrder = clientMessage(
  4,
  {
    version: until(SINCE.cmeTagging, literal("1")),
    orderId: requestId,
    manualCancelTime: since(SINCE.manualOrderTime, textOr()),
    rfqText: rfq(""),
    rfqOtherText: rfq(""),
    rfqNumber: rfq("2147483647"),
    ...tagging,
  },
  { isExact: true },
);

export const globalCancel = clientMessage(
  58,
  { version: until(SINCE.cmeTagging, literal("1")), ...tagging },
  { isExact: true },
);

/** The open orders of this client. */
export const reqOpenOrders = clientMessage(5, { version: literal("1") });
/** The open orders of all clients, and those entered by hand. */
export const reqAllOpenOrders = clientMessage(16, { version: literal("1") });
/** Client 0 asks that orders entered by hand be bound to it. */
export const reqAutoOpenOrders = clientMessage(15, { version: literal("1"), autoBind: bool });

export const reqCompletedOrders = clientMessage(99, { apiOnly: bool });

/** An empty filter field, and client id 0, mean: any. */
export const reqExecutions = clientMessage(7, {
  version: literal("3"),
  reqId: requestId,
  clientId: int,
  accountId: text,
  /** `yyyymmdd-HH:mm:ss`, or `yyyymmdd HH:mm:ss`: `parseWireTime` reads both. */
  time: text,
  symbol: text,
  secType: text,
  exchange: text,
  side: text,
});

/** 1 exercise, 2 lapse. `override` makes TWS do what it would warn of. */
export const exerciseOptions = clientMessage(21, {
  version: literal("2"),
  reqId: requestId,
  contract: contractWithoutPrimary,
  exerciseAction: int,
  exerciseQty: int,
  accountId: text,
  override: bool,
  manualOrderTime: since(SINCE.exerciseTime, textOr()),
  customerAccount: since(SINCE.customerAccount, textOr()),
  professionalCustomer: since(SINCE.professionalCustomer, bool),
});
