export * from "./host.ts";
export * from "./outbox.ts";
export * from "./repeat-filter.ts";
