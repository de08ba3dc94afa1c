import type { FieldReader } from "../field-reader.ts";

/** The end of a subscription: all have the same two fields, a version and the request's id. */
export interface CancelRequest {
  readonly type:
    | "cancelMktData"
    | "cancelRealTimeBars"
    | "cancelHistoricalData"
    | "cancelAccountSummary"
    | "cancelPositionsMulti"
    | "cancelAccountUpdatesMulti";
  readonly reqId: number;
}

export const decodeCancel =
  (type: CancelRequest["type"]) =>
  (reader: FieldReader): CancelRequest => {
    reader.skip("version");
    return { type, reqId: reader.requestId("reqId") };
  };
