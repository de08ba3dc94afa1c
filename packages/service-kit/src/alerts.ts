import { randomBytes } from "node:crypto";
import type { AlertSeverity } from "@bowline/contracts";
import type { Log } from "./log.ts";
import type { OwnWriter } from "./own-entries.ts";

/** What a person should look at. */
export type Alert = {
  readonly severity: AlertSeverity;
  /** Stable code, SCREAMING_SNAKE. */
  readonly code: string;
  /** What it is about: a symbol, an order, a file; empty for the whole service. */
  readonly subject: string;
  readonly detail: string;
};

/** The way of a service's parts to a person. */
export type Alerts = {
  /** Logs it and puts it on its way to the journal; the same code and subject at most once a minute of real time. Never throws, never waits. */
  raise(alert: Alert): void;
  /** Resolves when all that was raised is in the journal, or after so long: for who is about to end the process. */
  settled(withinMs: number): Promise<void>;
};

const REPEAT_AFTER_MS = 60_000;
/** While the journal does not answer, alerts beyond these are only logged. */
const WAITING_AT_MOST = 100;

export type AlertsOptions = {
  /** The service. */
  readonly source: string;
  readonly write: OwnWriter;
  readonly log: Pick<Log, "info" | "warn" | "error">;
  /** Milliseconds on a monotonic clock. */
  nowMs(): number;
};

export function makeAlerts({ source, write, log, nowMs }: AlertsOptions): Alerts {
  // Its own for each process: two workers of a service must not take each other's serials for repeats.
  const writer = `loop.alert.${source}.${randomBytes(6).toString("hex")}`;
  const raisedMs = new Map<string, number>();
  const waiting = new Set<Promise<void>>();
  let serial = 0;
  return {
    raise(alert) {
      const key = `${alert.code} ${alert.subject}`;
      const now = nowMs();
      for (const [other, atMs] of raisedMs) if (now - atMs >= REPEAT_AFTER_MS) raisedMs.delete(other);
      if (raisedMs.has(key)) return;
      raisedMs.set(key, now);
      log[LOG_LEVELS[alert.severity]](alert, "alert");
      if (waiting.size >= WAITING_AT_MOST) return;
      serial += 1;
      const written: Promise<void> = write({ kind: "control.alert", source, ...alert }, writer, serial)
        .catch((failure: unknown) => log.warn({ err: String(failure), code: alert.code }, "alert not journaled"))
        .finally(() => waiting.delete(written));
      waiting.add(written);
    },
    async settled(withinMs) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, withinMs);
      await Promise.race([Promise.all(waiting), promise]);
      clearTimeout(timer);
    },
  };
}

const LOG_LEVELS = { INFO: "info", WARNING: "warn", CRITICAL: "error" } as const;
