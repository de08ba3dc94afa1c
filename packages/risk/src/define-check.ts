import type { Reason } from "@bowline/contracts";
import type { Limit, LimitValues } from "./limit.ts";
import type { RiskView } from "./view.ts";

/** The closed list of codes of denial. A retired code is never used again. */
export const DENIAL_CODES = [
  "MALFORMED_ORDER",
  "AUTH_STALE_EPOCH",
  "DUPLICATE_INTENT_ID",
  "INTENT_EXPIRED",
  "CLOCK_STALE",
  "TRADING_HALTED",
  "TRADING_STATE_REDUCING",
  "WOULD_NOT_REDUCE",
  "BROKER_NOT_READY",
  "RECONCILIATION_PENDING",
  "INSTRUMENT_UNKNOWN",
  "MARKET_CLOSED",
  "OPEN_CLOSE_BLACKOUT",
  "SYMBOL_HALTED",
  "MARKET_DATA_STALE",
  "MARKET_DATA_INSANE",
  "MARKET_DATA_NOT_LIVE",
  "MARKET_DATA_DOUBTFUL",
  "MARKET_DATA_DIVERGENT",
  "MARKET_DATA_GAP",
  "MARKET_DATA_UNAVAILABLE",
  "PRICE_OUTSIDE_COLLAR",
  "QTY_EXCEEDS_MAX",
  "NOTIONAL_EXCEEDS_MAX",
  "POSITION_LIMIT",
  "GROSS_EXPOSURE_LIMIT",
  "RATE_LIMIT",
  "DAILY_LOSS_LIMIT",
] as const;
export type DenialCode = (typeof DENIAL_CODES)[number];

/** `undefined` passes; otherwise the values that led to the denial, rendered `key=value`. */
export type Verdict = Readonly<Record<string, string>> | undefined;

export const pass: Verdict = undefined;
export const deny = (detail: Readonly<Record<string, string>>): Verdict => detail;
/** The answer where the check cannot know. */
export const denyMissing = (what: string): Verdict => ({ missing: what });

/** One risk check: pure, total, its own limits with their documentation. */
export type Check<L extends Readonly<Record<string, Limit>> = Readonly<Record<string, Limit>>> = {
  readonly code: DenialCode;
  /** One sentence for the documentation. */
  readonly doc: string;
  /** True where an order that only reduces a position is let through. */
  readonly exemptsReducing: boolean;
  readonly limits: L;
  check(view: RiskView, limits: LimitValues<L>): Verdict;
};

export const defineCheck = <L extends Readonly<Record<string, Limit>>>(check: Check<L>): Check<L> => check;

export const reasonOf = (code: DenialCode, detail: Readonly<Record<string, string>>): Reason => ({
  code,
  detail: Object.entries(detail).map(([key, value]) => ({ key, value })),
});
