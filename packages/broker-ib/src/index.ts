export { type AccountMode, accountMode } from "./account-mode.ts";
export * from "./broker-data.ts";
export { type ConnectError, connectIb } from "./connect-ib.ts";
export { historyFailure } from "./history-failure.ts";
export type { IbSession, OpenOrder } from "./ib-session.ts";
export type { HistoryRequest } from "./reference-data.ts";
export { READ_ONLY_REASON } from "./read-only.ts";
export type { DataWish } from "./subscriptions.ts";
export type { BrokerTrouble, IbSessionEvents, IbSessionOptions } from "./session-state.ts";
