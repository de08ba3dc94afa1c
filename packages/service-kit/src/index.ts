export * from "./clock.ts";
export * from "./config.ts";
export * from "./edge.ts";
export * from "./journal-setup.ts";
export * from "./lockstep/index.ts";
export { type Log, makeLog, maskAccounts } from "./log.ts";
export * from "./run-service.ts";
export * from "./ticks.ts";
