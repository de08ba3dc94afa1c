export * from "./arbitraries.ts";
export * from "./builders.ts";
export * from "./edge-port.ts";
export * from "./entries.ts";
export * from "./machine-laws.ts";
export * from "./machine-test.ts";
export * from "./nats-server.ts";
export * from "./times.ts";
