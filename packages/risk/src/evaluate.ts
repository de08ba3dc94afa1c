import type { Reason } from "@bowline/contracts";
import { CHECKS } from "./checks/index.ts";
import { type Check, reasonOf, type Verdict } from "./define-check.ts";
import type { RiskLimits } from "./limits/limit-book.ts";
import { WAIVED } from "./limits/limit.ts";
import type { RiskView } from "./view.ts";

type Values = Readonly<Record<string, never>>;
const checks = (CHECKS as unknown as readonly Check[]).map((check) => ({ check, names: Object.keys(check.limits) }));

/** What one check said: `EXEMPT` was not asked, and of `WAIVED` every limit is. */
export type Finding = {
  readonly check: Check;
  readonly outcome: "PASS" | "DENY" | "WARN" | "EXEMPT" | "WAIVED";
  readonly detail: Verdict;
};

const isUnasked = ({ exemptsReducing }: Check, { reducing }: RiskView): boolean => exemptsReducing && reducing;

/** Runs every check on an order. Empty: nothing speaks against it. Otherwise all reasons, the primary one first. */
export function evaluateChecks(view: RiskView, limits: RiskLimits): Reason[] {
  const values = limits as unknown as Values;
  const reasons: Reason[] = [];
  for (const { check } of checks) {
    if (check.warnsOnly === true || isUnasked(check, view)) continue;
    const detail = check.check(view, values);
    if (detail !== undefined) reasons.push(reasonOf(check.code, detail));
  }
  return reasons;
}

/** The same, with what every check said: for people. */
export function explainChecks(view: RiskView, limits: RiskLimits): readonly Finding[] {
  const values = limits as unknown as Values;
  return checks.map(({ check, names }) => {
    if (isUnasked(check, view)) return { check, outcome: "EXEMPT", detail: undefined };
    const detail = check.check(view, values);
    if (detail !== undefined) return { check, outcome: check.warnsOnly === true ? "WARN" : "DENY", detail };
    const isWaived = names.length > 0 && names.every((name) => values[name] === WAIVED);
    return { check, outcome: isWaived ? "WAIVED" : "PASS", detail };
  });
}
