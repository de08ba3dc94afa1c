export * from "./broker-hours.ts";
export * from "./clock.ts";
export * from "./minute-bars.ts";
export * from "./quote-pacer.ts";
export * from "./quote-quality.ts";
export { consolidatedTape } from "./tick-bars/consolidated-tape.ts";
export { recordedFlags } from "./tick-bars/recorded-flags.ts";
export type { SaleConvention, SaleEffect } from "./tick-bars/sale-conditions.ts";
export * from "./tick-bars/tick-bars.ts";
