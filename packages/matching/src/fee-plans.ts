import type { FeePlan } from "./fee-plan.ts";
import { confirmed, unconfirmed } from "./sourced.ts";

const PRICING = "Interactive Brokers, page on stock commissions, in undated copies of its affiliates' pages";
const EXAMPLES = "Interactive Brokers, comparison examples of fixed and tiered pricing, undated copy";

/** Fees of sales that every broker hands on. They change often: a year's table is one line each. */
const ON_SALES = {
  secPerMillion: unconfirmed(
    "0",
    "SEC, section 31 fee rate: 27.80 before it was suspended; a trader's page of July 2025",
    "2025-07-12",
  ),
  tafPerShare: confirmed(
    "0.000166",
    "FINRA trading activity fee, in two pages that repeat it; a new year may bring a new one",
    "2026-11-22",
  ),
  tafMaxPerTrade: confirmed(
    "8.30",
    "FINRA trading activity fee, in two pages that repeat it; a new year may bring a new one",
    "2026-11-22",
  ),
};

/** IB's fixed plan with the fees on sales that the simulator's default leaves out. */
export const IB_FIXED_WITH_FEES: FeePlan = {
  name: "IB fixed, US stocks, with regulatory fees",
  tiers: [{ perShare: confirmed("0.005", PRICING, "2026-11-22") }],
  minPerOrder: confirmed("1", PRICING, "2026-11-22"),
  maxRatio: confirmed("0.01", PRICING, "2026-11-22"),
  ...ON_SALES,
};

/** IB's tiered plan. Exchange fees are those of the page's example: they differ by exchange and month. */
export const IB_TIERED: FeePlan = {
  name: "IB tiered, US stocks",
  tiers: [
    { untilShares: 300_000, perShare: confirmed("0.0035", PRICING, "2026-11-22") },
    { untilShares: 3_000_000, perShare: confirmed("0.002", PRICING, "2026-11-22") },
    { untilShares: 20_000_000, perShare: confirmed("0.0015", PRICING, "2026-11-22") },
    { untilShares: 100_000_000, perShare: confirmed("0.001", PRICING, "2026-11-22") },
    { perShare: confirmed("0.0005", PRICING, "2026-11-22") },
  ],
  minPerOrder: confirmed("0.35", PRICING, "2026-11-22"),
  maxRatio: confirmed("0.01", PRICING, "2026-11-22"),
  ...ON_SALES,
  passThrough: {
    clearingPerShare: confirmed("0.0002", PRICING, "2026-11-22"),
    removePerShare: confirmed("0.003", EXAMPLES, "2026-11-22"),
    addPerShare: confirmed("-0.0021", EXAMPLES, "2026-11-22"),
    nyseOfCommission: confirmed("0.000175", PRICING, "2026-11-22"),
    finraOfCommission: confirmed("0.00056", PRICING, "2026-11-22"),
  },
};

/** The plans by the name that a script gives them. */
export const FEE_PLANS = { "ib-fixed": IB_FIXED_WITH_FEES, "ib-tiered": IB_TIERED } as const;
