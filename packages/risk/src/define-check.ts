import type { Reason } from "@bowline/contracts";
import type { BreakerCode } from "./breaking/breaker-codes.ts";
import type { DenialCode } from "./denial-codes.ts";
import type { Limits, LimitValues } from "./limits/limit.ts";
import type { RiskView } from "./view.ts";

/** `undefined` passes; otherwise the values that led to the denial, rendered `key=value`. */
export type Verdict = Readonly<Record<string, string>> | undefined;

export const pass: Verdict = undefined;
export const deny = (detail: Readonly<Record<string, string>>): Verdict => detail;
/** The answer where the check cannot know. */
export const denyMissing = (what: string): Verdict => ({ missing: what });

/** One risk check: pure, total, its own limits with their documentation. */
export type Check<L extends Limits = Limits> = {
  readonly code: DenialCode;
  /** One sentence for the documentation. */
  readonly doc: string;
  /** What a person does about a denial. */
  readonly remedy: string;
  /** True where an order that only reduces a position is let through. */
  readonly exemptsReducing: boolean;
  /** True where the check only says something and the order passes. */
  readonly warnsOnly?: true;
  readonly limits: L;
  check(view: RiskView, limits: LimitValues<L>): Verdict;
};

export const defineCheck = <L extends Limits>(check: Check<L>): Check<L> => check;

export const reasonOf = (code: DenialCode | BreakerCode, detail: Readonly<Record<string, string>>): Reason => ({
  code,
  detail: Object.entries(detail).map(([key, value]) => ({ key, value })),
});
