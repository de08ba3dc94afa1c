import { err, ok, type Result } from "@bowline/kernel";
import { type DecodeError, type FieldReader, makeFieldReader } from "../field-reader.ts";
import type { WireFields } from "../framing.ts";
import { CLIENT_MESSAGE_ID, type ClientMessageName } from "../message-ids.ts";
import {
  type CancelPositions,
  decodeCancelPositions,
  decodeReqAccountSummary,
  decodeReqAccountUpdates,
  decodeReqAccountUpdatesMulti,
  decodeReqPositions,
  decodeReqPositionsMulti,
  type ReqAccountSummary,
  type ReqAccountUpdates,
  type ReqAccountUpdatesMulti,
  type ReqPositions,
  type ReqPositionsMulti,
} from "./account.ts";
import { type CancelRequest, decodeCancel } from "./cancels.ts";
import {
  decodeReqContractDetails,
  decodeReqHistoricalData,
  decodeReqMarketDataType,
  decodeReqMktData,
  decodeReqRealTimeBars,
  type ReqContractDetails,
  type ReqHistoricalData,
  type ReqMarketDataType,
  type ReqMktData,
  type ReqRealTimeBars,
} from "./market-data.ts";
import {
  type CancelOrder,
  decodeCancelOrder,
  decodeGlobalCancel,
  decodeReqAllOpenOrders,
  decodeReqAutoOpenOrders,
  decodeReqCompletedOrders,
  decodeReqExecutions,
  decodeReqOpenOrders,
  type GlobalCancel,
  type ReqAllOpenOrders,
  type ReqAutoOpenOrders,
  type ReqCompletedOrders,
  type ReqExecutions,
  type ReqOpenOrders,
} from "./orders.ts";
import { decodePlaceOrder, type PlaceOrder } from "./place-order.ts";
import {
  decodeReqCurrentTime,
  decodeReqIds,
  decodeReqManagedAccts,
  decodeSetServerLogLevel,
  decodeStartApi,
  type ReqCurrentTime,
  type ReqIds,
  type ReqManagedAccts,
  type SetServerLogLevel,
  type StartApi,
} from "./session.ts";

/** A request that this package has no decoder for; TWS would know it. */
export interface UnknownMessage {
  readonly type: "unknown";
  readonly messageId: string;
  readonly fields: WireFields;
}

export type ClientMessage =
  | StartApi
  | PlaceOrder
  | CancelOrder
  | GlobalCancel
  | ReqOpenOrders
  | ReqAllOpenOrders
  | ReqAutoOpenOrders
  | ReqCompletedOrders
  | ReqExecutions
  | ReqIds
  | ReqManagedAccts
  | ReqCurrentTime
  | SetServerLogLevel
  | ReqContractDetails
  | ReqMktData
  | ReqMarketDataType
  | ReqRealTimeBars
  | ReqHistoricalData
  | ReqAccountUpdates
  | ReqPositions
  | CancelPositions
  | ReqAccountSummary
  | ReqPositionsMulti
  | ReqAccountUpdatesMulti
  | CancelRequest
  | UnknownMessage;

type Decode = (reader: FieldReader, serverVersion: number) => ClientMessage;

/** One line per message; the compiler asks for a line where an id has none. */
const decoders: Readonly<Record<ClientMessageName, Decode>> = {
  reqMktData: decodeReqMktData,
  cancelMktData: decodeCancel("cancelMktData"),
  placeOrder: decodePlaceOrder,
  cancelOrder: decodeCancelOrder,
  reqOpenOrders: decodeReqOpenOrders,
  reqAccountUpdates: decodeReqAccountUpdates,
  reqExecutions: decodeReqExecutions,
  reqIds: decodeReqIds,
  reqContractDetails: decodeReqContractDetails,
  setServerLogLevel: decodeSetServerLogLevel,
  reqAutoOpenOrders: decodeReqAutoOpenOrders,
  reqAllOpenOrders: decodeReqAllOpenOrders,
  reqManagedAccts: decodeReqManagedAccts,
  reqHistoricalData: decodeReqHistoricalData,
  cancelHistoricalData: decodeCancel("cancelHistoricalData"),
  reqCurrentTime: decodeReqCurrentTime,
  reqRealTimeBars: decodeReqRealTimeBars,
  cancelRealTimeBars: decodeCancel("cancelRealTimeBars"),
  globalCancel: decodeGlobalCancel,
  reqMarketDataType: decodeReqMarketDataType,
  reqPositions: decodeReqPositions,
  reqAccountSummary: decodeReqAccountSummary,
  cancelAccountSummary: decodeCancel("cancelAccountSummary"),
  cancelPositions: decodeCancelPositions,
  startApi: decodeStartApi,
  reqPositionsMulti: decodeReqPositionsMulti,
  cancelPositionsMulti: decodeCancel("cancelPositionsMulti"),
  reqAccountUpdatesMulti: decodeReqAccountUpdatesMulti,
  cancelAccountUpdatesMulti: decodeCancel("cancelAccountUpdatesMulti"),
  reqCompletedOrders: decodeReqCompletedOrders,
};

const decodersById: ReadonlyMap<string, Decode> = new Map(
  (Object.keys(decoders) as ClientMessageName[]).map((name) => [String(CLIENT_MESSAGE_ID[name]), decoders[name]]),
);

/** One client message as the negotiated version lays it out. Never throws. */
export function decodeClientMessage(serverVersion: number, fields: WireFields): Result<ClientMessage, DecodeError> {
  const messageId = fields[0] ?? "";
  const decode = decodersById.get(messageId);
  if (decode === undefined) return ok({ type: "unknown", messageId, fields });
  const reader = makeFieldReader(fields);
  const message = decode(reader, serverVersion);
  return reader.failure === undefined ? ok(message) : err(reader.failure);
}
