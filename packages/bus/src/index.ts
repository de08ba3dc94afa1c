export * from "./connection.ts";
export * from "./core.ts";
export * from "./journal.ts";
export * from "./leases.ts";
export { type PublishError, type PublishRequest, publishAcked, type Stored } from "./publish.ts";
export * from "./snapshots.ts";
export * from "./stream-reading.ts";
export * from "./streams.ts";
