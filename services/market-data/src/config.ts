import { z } from "@bowline/config";

/** What market-data takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: ticker groups and their symbols. */
  BOWLINE_GROUPS: z.string().min(1),
  /** The strategy file: its indicators say how much history a session starts with. Where it is left out, the two numbers below do. */
  BOWLINE_STRATEGY: z.string().min(1).optional(),
  /** How many one-minute bars of the past a session's warm-up asks for at the least; 0 asks for none. */
  BOWLINE_WARMUP_BARS: z.coerce.number().int().min(0).max(2_000).default(60),
  /** How many daily bars of the past it asks for at the least; 0 asks for none. */
  BOWLINE_DAILY_BARS: z.coerce.number().int().min(0).max(2_000).default(60),
  /**
   * What symbols are compared with: its data are wanted although no group has it. `none` has none, and so has a simulated market
   * whose groups are without it.
   */
  BOWLINE_BENCHMARK: z
    .string()
    .regex(/^([A-Z][A-Z0-9.-]{0,11}|none)$/, "a symbol such as SPY, or none")
    .default("SPY"),
  /** Market data lines that IB grants the login: a symbol costs two, one for quotes and one for five-second bars. */
  BOWLINE_MARKET_DATA_LINES: z.coerce.number().int().min(1).max(10_000).default(100),
  /** Shortest time between two quotes of a symbol in real time. */
  BOWLINE_QUOTE_INTERVAL_MS: z.coerce.number().int().min(1).max(5_000).default(250),
  /** A file that describes a second source of prices; what differs from it too far for too long is not entered. None is compared where it is left out. */
  BOWLINE_SECOND_SOURCE: z.string().min(1).optional(),
};
