import { type Logger, pino } from "pino";

export type Log = Logger;

/** Keys whose values never reach a log. */
const REDACTED = [
  "password",
  "token",
  "secret",
  "authorization",
  "*.password",
  "*.token",
  "*.secret",
  "*.authorization",
  "config.password",
  "config.token",
];

/** JSON lines on standard output with fixed keys; account numbers keep their last three digits. */
export const makeLog = (service: string, level: string): Log =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: "[redacted]" },
    hooks: {
      logMethod(args, method) {
        method.apply(
          this,
          args.map((arg) => (typeof arg === "string" ? maskAccounts(arg) : arg)) as Parameters<typeof method>,
        );
      },
    },
  });

/** DU1234567 → DU****567. */
export const maskAccounts = (text: string): string => text.replace(/\b(DU|U)\d+(\d{3})\b/g, "$1****$2");
