import { ALL, type SaleConvention } from "./sale-conditions.ts";

/**
 * IB's RT Trade Volume (generic tick 375): it leaves out what may set no price (odd lots, average prices, derivatives) and tells no
 * conditions, so every trade counts wholly. Their volume is missing from the bar; so are the official opening and closing prints,
 * which repeat a trade. An auction's print can not be told apart: it is a trade of the minute in which it was printed, the closing
 * one of the evening.
 */
export const reportedTrades: SaleConvention = {
  name: "IB's reported trades",
  source: "IB, TWS API, Available Tick Types: RT Trade Volume excludes unreportable trades",
  conditions: [],
  saleOf: () => ({ effect: ALL, unknown: [] }),
};
