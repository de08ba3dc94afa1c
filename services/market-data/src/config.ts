import { z } from "@bowline/config";

/** What market-data takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: ticker groups and their symbols. */
  BOWLINE_GROUPS: z.string().min(1),
  /** How many one-minute bars of the past a session's warm-up asks for. */
  BOWLINE_WARMUP_BARS: z.coerce.number().int().min(0).max(2_000).default(60),
  /** Shortest time between two quotes of a symbol in real time. */
  BOWLINE_QUOTE_INTERVAL_MS: z.coerce.number().int().min(1).max(5_000).default(250),
};
