import type { Reason } from "@bowline/contracts";
import { CHECKS } from "./checks/index.ts";
import { type Check, reasonOf } from "./define-check.ts";
import type { RiskLimits } from "./limits.ts";
import type { RiskView } from "./view.ts";

const checks: readonly Check[] = CHECKS as unknown as readonly Check[];

/** Runs every check on an order. Empty: nothing speaks against it. Otherwise all reasons, the primary one first. */
export function evaluateChecks(view: RiskView, limits: RiskLimits): Reason[] {
  const reasons: Reason[] = [];
  for (const check of checks) {
    if (check.exemptsReducing && view.reducing) continue;
    const detail = check.check(view, limits as unknown as Readonly<Record<string, number>>);
    if (detail !== undefined) reasons.push(reasonOf(check.code, detail));
  }
  return reasons;
}
