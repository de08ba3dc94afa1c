import type { FieldReader } from "../field-reader.ts";

export interface ReqAccountUpdates {
  readonly type: "reqAccountUpdates";
  readonly subscribe: boolean;
  /** "" is the only account. */
  readonly accountId: string;
}

export function decodeReqAccountUpdates(reader: FieldReader): ReqAccountUpdates {
  reader.skip("version");
  return { type: "reqAccountUpdates", subscribe: reader.bool("subscribe"), accountId: reader.text("acctCode") };
}

export interface ReqPositions {
  readonly type: "reqPositions";
}
export const decodeReqPositions = (): ReqPositions => ({ type: "reqPositions" });

export interface CancelPositions {
  readonly type: "cancelPositions";
}
export const decodeCancelPositions = (): CancelPositions => ({ type: "cancelPositions" });

export interface ReqAccountSummary {
  readonly type: "reqAccountSummary";
  readonly reqId: number;
  /** "All", or an advisor's group. */
  readonly group: string;
  readonly tags: readonly string[];
}

export function decodeReqAccountSummary(reader: FieldReader): ReqAccountSummary {
  reader.skip("version");
  const reqId = reader.requestId("reqId");
  const group = reader.text("group");
  const tags = reader.text("tags").split(",");
  return { type: "reqAccountSummary", reqId, group, tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== "") };
}

export interface ReqPositionsMulti {
  readonly type: "reqPositionsMulti";
  readonly reqId: number;
  readonly accountId: string;
  readonly modelCode: string;
}

export function decodeReqPositionsMulti(reader: FieldReader): ReqPositionsMulti {
  reader.skip("version");
  return {
    type: "reqPositionsMulti",
    reqId: reader.requestId("reqId"),
    accountId: reader.text("account"),
    modelCode: reader.text("modelCode"),
  };
}

export interface ReqAccountUpdatesMulti {
  readonly type: "reqAccountUpdatesMulti";
  readonly reqId: number;
  readonly accountId: string;
  readonly modelCode: string;
  readonly ledgerAndNlv: boolean;
}

export function decodeReqAccountUpdatesMulti(reader: FieldReader): ReqAccountUpdatesMulti {
  reader.skip("version");
  return {
    type: "reqAccountUpdatesMulti",
    reqId: reader.requestId("reqId"),
    accountId: reader.text("account"),
    modelCode: reader.text("modelCode"),
    ledgerAndNlv: reader.bool("ledgerAndNLV"),
  };
}
