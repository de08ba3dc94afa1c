import type { FieldReader } from "../field-reader.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireComboLeg, WireContract } from "../wire-types.ts";
import { readContract, readDataLegs } from "./contract.ts";
import { readDeltaNeutralContract } from "./order-parts.ts";

export interface ReqContractDetails {
  readonly type: "reqContractDetails";
  readonly reqId: number;
  readonly contract: WireContract;
  readonly includeExpired: boolean;
  readonly secIdType: string;
  readonly secId: string;
}

export function decodeReqContractDetails(reader: FieldReader, serverVersion: number): ReqContractDetails {
  reader.skip("version");
  const reqId = reader.requestId("reqId");
  const contract = readContract(reader);
  const includeExpired = reader.bool("includeExpired");
  const secIdType = reader.text("secIdType");
  const secId = reader.text("secId");
  if (serverVersion >= SINCE.issuerId) reader.skip("issuerId");
  return { type: "reqContractDetails", reqId, contract, includeExpired, secIdType, secId };
}

export interface ReqMktData {
  readonly type: "reqMktData";
  readonly reqId: number;
  readonly contract: WireContract;
  readonly comboLegs: readonly WireComboLeg[];
  /** Comma separated generic tick numbers. */
  readonly genericTicks: string;
  readonly snapshot: boolean;
  readonly regulatorySnapshot: boolean;
}

export function decodeReqMktData(reader: FieldReader): ReqMktData {
  reader.skip("version");
  const reqId = reader.requestId("reqId");
  const contract = readContract(reader);
  const comboLegs = readDataLegs(reader, contract);
  readDeltaNeutralContract(reader);
  const genericTicks = reader.text("genericTicks");
  const snapshot = reader.bool("snapshot");
  const regulatorySnapshot = reader.bool("regulatorySnapshot");
  reader.skip("options");
  return { type: "reqMktData", reqId, contract, comboLegs, genericTicks, snapshot, regulatorySnapshot };
}

/** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen: for all later requests of the session. */
export interface ReqMarketDataType {
  readonly type: "reqMarketDataType";
  readonly marketDataType: number;
}

export function decodeReqMarketDataType(reader: FieldReader): ReqMarketDataType {
  reader.skip("version");
  return { type: "reqMarketDataType", marketDataType: reader.int("marketDataType") };
}

export interface ReqRealTimeBars {
  readonly type: "reqRealTimeBars";
  readonly reqId: number;
  readonly contract: WireContract;
  /** Seconds; TWS knows 5 only and ignores the field. */
  readonly barSizeSeconds: number;
  /** TRADES, MIDPOINT, BID or ASK. */
  readonly whatToShow: string;
  readonly useRth: boolean;
}

export function decodeReqRealTimeBars(reader: FieldReader): ReqRealTimeBars {
  reader.skip("version");
  const reqId = reader.requestId("reqId");
  const contract = readContract(reader);
  const barSizeSeconds = reader.int("barSize");
  const whatToShow = reader.text("whatToShow");
  const useRth = reader.bool("useRTH");
  reader.skip("options");
  return { type: "reqRealTimeBars", reqId, contract, barSizeSeconds, whatToShow, useRth };
}

export interface ReqHistoricalData {
  readonly type: "reqHistoricalData";
  readonly reqId: number;
  readonly contract: WireContract;
  readonly includeExpired: boolean;
  /** "" is now; else what `parseWireTime` reads. */
  readonly endDateTime: string;
  /** "1 min", "5 secs", "1 day". */
  readonly barSize: string;
  /** "1800 S", "2 D". */
  readonly duration: string;
  readonly useRth: boolean;
  readonly whatToShow: string;
  /** 1 text, 2 unix seconds. */
  readonly formatDate: number;
  readonly comboLegs: readonly WireComboLeg[];
  readonly keepUpToDate: boolean;
}

export function decodeReqHistoricalData(reader: FieldReader): ReqHistoricalData {
  const reqId = reader.requestId("reqId");
  const contract = readContract(reader);
  const range = {
    includeExpired: reader.bool("includeExpired"),
    endDateTime: reader.text("endDateTime"),
    barSize: reader.text("barSize"),
    duration: reader.text("duration"),
    useRth: reader.bool("useRTH"),
    whatToShow: reader.text("whatToShow"),
    formatDate: reader.int("formatDate"),
  };
  const comboLegs = readDataLegs(reader, contract);
  const keepUpToDate = reader.bool("keepUpToDate");
  reader.skip("options");
  return { type: "reqHistoricalData", reqId, contract, ...range, comboLegs, keepUpToDate };
}
