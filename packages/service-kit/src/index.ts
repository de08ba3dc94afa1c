export * from "./edge.ts";
export * from "./ticks.ts";
