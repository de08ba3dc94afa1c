export * from "./books.ts";
export * from "./compare.ts";
export * from "./mark.ts";
export * from "./metrics/index.ts";
export * from "./position.ts";
export * from "./trade.ts";
export * from "./valuation.ts";
