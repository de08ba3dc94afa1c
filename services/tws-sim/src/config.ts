import { z } from "@bowline/config";

const wholeNumber = z.coerce.number().int().min(1);

/** What the simulator takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: the symbols of the market. */
  BOWLINE_GROUPS: z.string().min(1),
  BOWLINE_ACCOUNT: z
    .string()
    .regex(/^(DU|U)\d+$/, "a simulated account, such as DU1234567, or U1234567 for rehearsals of real money")
    .default("DU1234567"),
  BOWLINE_TWS_HOST: z.string().default("127.0.0.1"),
  BOWLINE_TWS_PORT: z.coerce.number().int().min(0).max(65_535).default(7497),
  /** Folder of CSV minutes; a synthetic market where it is absent. */
  BOWLINE_MARKET_DATA: z.string().optional(),
  BOWLINE_SEED: z.coerce.number().int().default(1),
  BOWLINE_SESSIONS: wholeNumber.optional(),
  /** Play only so many minutes of each session. */
  BOWLINE_MINUTES: wholeNumber.max(390).optional(),
  /** `max` or how many times real time, in lock-step; 1 runs free. */
  BOWLINE_SPEED: z.union([z.literal("max"), z.coerce.number().positive()]).default("max"),
  /** Quotes and trades of a symbol in a second, at the most, where it runs free; 0 tells of each 5-second step once. */
  BOWLINE_SIM_TICKS_PER_SECOND: z.coerce.number().int().min(0).max(20).default(2),
  /** Dollars. */
  BOWLINE_CASH: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/, "dollars, such as 1000000")
    .default("1000000"),
  /** Where its state survives it. */
  BOWLINE_DATA_DIR: z.string().optional(),
  /** Every message of the wire but market data, one JSON line each. */
  BOWLINE_SIM_WIRE_LOG: z.string().optional(),
  /** 1: market data stands in it too. */
  BOWLINE_SIM_WIRE_LOG_DATA: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  /** A file of instruments (YAML or JSON), beside or instead of the built-in ones. */
  BOWLINE_SIM_INSTRUMENTS: z.string().optional(),
  /** A file of switches (YAML): limits, pacing and permissions that are not the default. */
  BOWLINE_SIM_SWITCHES: z.string().optional(),
  /** A market file (YAML): traits of the synthetic market, fees, who lends shares, accounts. */
  BOWLINE_SIM_MARKET: z.string().optional(),
  /** The client id that sees the orders of every client. */
  BOWLINE_SIM_MASTER_CLIENT: z.coerce.number().int().min(0).optional(),
  /** 1 refuses orders, as a TWS does whose API is set to read only. */
  BOWLINE_SIM_READ_ONLY: z.enum(["0", "1"]).default("0"),
  /** Hides the nth execution of the run from the wire. */
  BOWLINE_SIM_DROP_EXEC: wholeNumber.optional(),
};
