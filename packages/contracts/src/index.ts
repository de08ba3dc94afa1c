export * from "./codec.ts";
export * from "./decision-hash.ts";
export * from "./events/index.ts";
export * from "./header.ts";
export * from "./ids.ts";
export * from "./machine.ts";
export { type EventDefinition, type Writer } from "./schema/index.ts";
export * from "./subjects.ts";
export * from "./service-contract.ts";
