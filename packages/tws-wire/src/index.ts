export type * from "./client-messages/index.ts";
export { decodeClientMessage, encodeClientMessage } from "./client-messages/index.ts";
export type { SessionListener, WireFrame, WireNotice, WireSession } from "./connection.ts";
export type { DecodeError, DecodeReason } from "./field-reader.ts";
export {
  type ByteQueue,
  makeByteQueue,
  MAX_INBOUND_FRAME_BYTES,
  MAX_OUTBOUND_FRAME_BYTES,
  takeFrame,
  type WireFields,
} from "./framing.ts";
export { describeHandshakeError, SUPPORTED_VERSIONS, takeHello } from "./handshake.ts";
export { type ListenError, type WireServer, type WireServerOptions, createWireServer } from "./server.ts";
export { decodeServerMessage, encode } from "./server-messages/index.ts";
export type {
  AccountSummaryMessage,
  AccountUpdateMultiMessage,
  AccountValueMessage,
  PortfolioMessage,
  PositionMessage,
} from "./server-messages/account.ts";
export type { HistoricalDataMessage, WireBar } from "./server-messages/bars.ts";
export type { CompletedOrderMessage } from "./server-messages/completed-order.ts";
export type { ContractDetailsMessage } from "./server-messages/contract-details.ts";
export type { CommissionReportMessage, ExecDetailsMessage, OrderStatusMessage } from "./server-messages/executions.ts";
export type { ServerMessage, ServerMessageName, ServerMessageOf } from "./server-messages/index.ts";
export type { OpenOrderMessage, WireMargins, WireOrderState } from "./server-messages/open-order.ts";
export type { ErrorMessage } from "./server-messages/session.ts";
export type { TickByTickMessage, TickPriceMessage } from "./server-messages/ticks.ts";
export { type SharedContent, type SharedMessage, shareMessage } from "./shared-message.ts";
export { TICK_TYPE } from "./tick-types.ts";
export { connectionTime, parseWireTime, wireDate, wireTime } from "./wire-time.ts";
export * from "./wire-types.ts";
export { messageNameOf } from "./message-names.ts";
