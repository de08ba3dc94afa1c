export * from "./clock.ts";
export * from "./minute-bars.ts";
export * from "./quote-pacer.ts";
