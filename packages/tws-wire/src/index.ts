export type * from "./client-messages/account.ts";
export type * from "./client-messages/cancels.ts";
export { type ClientMessage, decodeClientMessage, type UnknownMessage } from "./client-messages/index.ts";
export type * from "./client-messages/market-data.ts";
export type * from "./client-messages/orders.ts";
export type { PlaceOrder } from "./client-messages/place-order.ts";
export type * from "./client-messages/session.ts";
export type { SessionListener, WireFrame, WireNotice, WireSession } from "./connection.ts";
export type { DecodeError, DecodeReason } from "./field-reader.ts";
export type { WireFields } from "./framing.ts";
export { type ListenError, type WireServer, type WireServerOptions, createWireServer } from "./server.ts";
export * as encode from "./server-messages/index.ts";
export type {
  AccountSummaryMessage,
  AccountUpdateMultiMessage,
  AccountValueMessage,
  CommissionReportMessage,
  CompletedOrderMessage,
  ContractDetailsMessage,
  ErrorMessage,
  ExecDetailsMessage,
  HistoricalDataMessage,
  OpenOrderMessage,
  OrderStatusMessage,
  PortfolioMessage,
  PositionMessage,
  TickPriceMessage,
  WireBar,
  WireMargins,
  WireOrderState,
} from "./server-messages/index.ts";
export { TICK_TYPE } from "./server-messages/ticks.ts";
export { connectionTime, parseWireTime, wireDate, wireTime } from "./wire-time.ts";
export * from "./wire-types.ts";
export { messageNameOf } from "./message-ids.ts";
