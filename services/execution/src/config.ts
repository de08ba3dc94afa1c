import { z } from "@bowline/config";
import { DATA_TYPES, EXTERNAL_POLICIES } from "@bowline/contracts";
import { parseCrashPoint } from "./crash-point.ts";
import { IB_HISTORY_PER_TEN_MINUTES } from "./history-pace.ts";
import { NO_RESTART_WINDOW, parseRestartWindow } from "./restart-window.ts";

const address = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/, "a host and a port, such as 127.0.0.1:7497")
  .transform((text) => {
    const [host = "", port = ""] = text.split(":");
    return { host, port: Number(port) };
  })
  .refine(({ port }) => port >= 1 && port <= 65_535, "a port is from 1 to 65535");

/** What execution takes from its environment, next to what every service does. */
export const configShape = {
  /** File with the private key that it signs kills with which came to it past the journal. */
  BOWLINE_SIGNING_KEY_FILE: z.string().min(1),
  /** File with the public keys that it believes: the gate's, and the operators'. */
  BOWLINE_TRUSTED_KEYS: z.string().min(1),
  /** Host and port of TWS, IB Gateway or the simulator. */
  BOWLINE_TWS: address,
  /** Fixed: TWS shows a client its orders under the id that placed them. */
  BOWLINE_CLIENT_ID: z.coerce.number().int().min(1).max(999_999_999).default(17),
  /**
   * Another client id: a second session that places nothing is told of executions and positions, too, and what it alone is told halts its
   * symbol. In real time; left out, there is none.
   */
  BOWLINE_DROP_COPY_CLIENT_ID: z.coerce.number().int().min(1).max(999_999_999).optional(),
  /** The account; the only one of the login where it is left out. One that is not a paper account needs BOWLINE_LIVE too. */
  BOWLINE_ACCOUNT: z
    .string()
    .regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567")
    .optional(),
  /**
   * The second of two switches that must agree: `yes`, and a live account in BOWLINE_ACCOUNT, mean real money. No order goes before
   * every limit is set.
   */
  BOWLINE_LIVE: z.enum(["yes", "no"], "yes or no").default("no"),
  /**
   * When TWS, and IB behind it, restart every night: from a minute before to a minute after, no order is sent, and a lost line alarms
   * nobody. `off` has none.
   */
  BOWLINE_RESTART_WINDOW: z
    .string()
    .default("23:45-00:45 America/New_York")
    .transform((text, context) => {
      const window = text === "off" ? NO_RESTART_WINDOW : parseRestartWindow(text);
      if (window !== undefined) return window;
      context.addIssue("two times and their zone, such as 23:45-00:45 America/New_York, or off");
      return z.NEVER;
    }),
  /** What becomes of orders and positions that are not ours: they count, they count nowhere, or they halt their symbol. */
  BOWLINE_EXTERNAL: z
    .enum(["adopt", "ignore", "halt"])
    .transform((policy) => EXTERNAL_POLICIES.find((one) => one.toLowerCase() === policy) ?? "ADOPT")
    .default("ADOPT"),
  /**
   * Which market data TWS is asked for. `frozen`: the last before the close, while it is closed. `delayed`: of some 15 minutes ago,
   * where there is no subscription to live data. `delayed-frozen`: both. On what is not live nothing is entered.
   */
  BOWLINE_MARKET_DATA_TYPE: z
    .enum(["live", "frozen", "delayed", "delayed-frozen"])
    .transform((name) => DATA_TYPES.find((type) => type === name.toUpperCase().replace("-", "_")) ?? "LIVE")
    .default("LIVE"),
  /** Where the write-ahead log is kept: a disk of this machine. */
  BOWLINE_DATA_DIR: z.string().min(1),
  /** Loopback port that takes kills when NATS is down; 0 takes a free one, which `kill-door.json` in the data folder names. */
  BOWLINE_KILL_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** After this long without a heartbeat of the risk gate working entries are canceled; protective orders stay. */
  BOWLINE_CANCEL_ENTRIES_AFTER_MS: z.coerce.number().int().min(3000).max(600_000).default(30_000),
  /** Requests for bars of the past in ten minutes. IB takes 60; of bars of a minute and more it says that it takes more. */
  BOWLINE_HISTORY_PER_TEN_MINUTES: z.coerce.number().int().min(1).max(1000).default(IB_HISTORY_PER_TEN_MINUTES),
  /**
   * A watchdog ends the process (SIGKILL, exit code 137) when its event loop has not turned for so long, and whoever runs it starts
   * it again. 0 switches it off.
   */
  BOWLINE_WATCHDOG_MS: z.coerce
    .number()
    .int()
    .refine((ms) => ms === 0 || (ms >= 1000 && ms <= 10_000), "0, or from 1000 to 10000")
    .default(8000),
  /**
   * For rehearsals of a crash: `before-wal`, `after-wal`, `after-submitted`, `after-place` or `after-accepted` (the broker's
   * word is heard and not journaled), and `:n` for the n-th time. The process kills itself there, as `kill -9` would.
   */
  BOWLINE_CRASH_AT: z
    .string()
    .transform((text, context) => {
      const point = parseCrashPoint(text);
      if (point !== undefined) return point;
      context.addIssue(
        "before-wal, after-wal, after-submitted, after-place or after-accepted, with :n for the n-th time",
      );
      return z.NEVER;
    })
    .optional(),
};
