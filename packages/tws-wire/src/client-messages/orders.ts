import type { FieldReader } from "../field-reader.ts";
import { SINCE } from "../protocol-version.ts";

export interface CancelOrder {
  readonly type: "cancelOrder";
  readonly orderId: number;
  readonly manualCancelTime: string;
}

export function decodeCancelOrder(reader: FieldReader, serverVersion: number): CancelOrder {
  if (serverVersion < SINCE.cmeTagging) reader.skip("version");
  const orderId = reader.requestId("orderId");
  const manualCancelTime = serverVersion >= SINCE.manualOrderTime ? reader.text("manualCancelTime") : "";
  if (serverVersion >= SINCE.rfqFields && serverVersion < SINCE.rfqFieldsGone) {
    for (const gone of ["rfqText", "rfqOtherText", "rfqNumber"]) reader.skip(gone);
  }
  if (serverVersion >= SINCE.cmeTagging) {
    reader.skip("extOperator");
    reader.skip("manualOrderIndicator");
  }
  reader.end();
  return { type: "cancelOrder", orderId, manualCancelTime };
}

export interface GlobalCancel {
  readonly type: "globalCancel";
}

export function decodeGlobalCancel(reader: FieldReader, serverVersion: number): GlobalCancel {
  reader.skip(serverVersion < SINCE.cmeTagging ? "version" : "extOperator");
  if (serverVersion >= SINCE.cmeTagging) reader.skip("manualOrderIndicator");
  reader.end();
  return { type: "globalCancel" };
}

/** The open orders of this client. */
export interface ReqOpenOrders {
  readonly type: "reqOpenOrders";
}
export const decodeReqOpenOrders = (): ReqOpenOrders => ({ type: "reqOpenOrders" });

/** The open orders of all clients, and those entered by hand. */
export interface ReqAllOpenOrders {
  readonly type: "reqAllOpenOrders";
}
export const decodeReqAllOpenOrders = (): ReqAllOpenOrders => ({ type: "reqAllOpenOrders" });

/** Client 0 asks that orders entered by hand be bound to it. */
export interface ReqAutoOpenOrders {
  readonly type: "reqAutoOpenOrders";
  readonly autoBind: boolean;
}

export function decodeReqAutoOpenOrders(reader: FieldReader): ReqAutoOpenOrders {
  reader.skip("version");
  return { type: "reqAutoOpenOrders", autoBind: reader.bool("autoBind") };
}

export interface ReqCompletedOrders {
  readonly type: "reqCompletedOrders";
  readonly apiOnly: boolean;
}

export const decodeReqCompletedOrders = (reader: FieldReader): ReqCompletedOrders => ({
  type: "reqCompletedOrders",
  apiOnly: reader.bool("apiOnly"),
});

/** An empty filter field, and client id 0, mean: any. */
export interface ReqExecutions {
  readonly type: "reqExecutions";
  readonly reqId: number;
  readonly clientId: number;
  readonly accountId: string;
  /** `yyyymmdd-HH:mm:ss`, or `yyyymmdd HH:mm:ss`: `parseWireTime` reads both. */
  readonly time: string;
  readonly symbol: string;
  readonly secType: string;
  readonly exchange: string;
  readonly side: string;
}

export function decodeReqExecutions(reader: FieldReader): ReqExecutions {
  reader.skip("version");
  return {
    type: "reqExecutions",
    reqId: reader.requestId("reqId"),
    clientId: reader.int("clientId"),
    accountId: reader.text("acctCode"),
    time: reader.text("time"),
    symbol: reader.text("symbol"),
    secType: reader.text("secType"),
    exchange: reader.text("exchange"),
    side: reader.text("side"),
  };
}
