import type { Reason } from "@bowline/contracts";
import { CHECKS } from "./checks/index.ts";
import { type Check, reasonOf, type Verdict } from "./define-check.ts";
import type { RiskLimits } from "./limits/limit-book.ts";
import { WAIVED } from "./limits/limit.ts";
import type { RiskView } from "./view.ts";

type Values = Readonly<Record<string, never>>;
const checks = (CHECKS as unknown as readonly Check[]).map((check) => ({ check, names: Object.keys(check.limits) }));

/** What one check said: `EXEMPT` and `WAIVED` were not asked. */
export type Finding = {
  readonly check: Check;
  readonly outcome: "PASS" | "DENY" | "WARN" | "EXEMPT" | "WAIVED";
  readonly detail: Verdict;
};

/** Whether a check is asked at all: not where the order only reduces, nor where everything that it bounds is waived. */
function unasked({ exemptsReducing }: Check, names: readonly string[], view: RiskView, limits: Values) {
  if (exemptsReducing && view.reducing) return "EXEMPT";
  return names.length > 0 && names.every((name) => limits[name] === WAIVED) ? "WAIVED" : undefined;
}

/** Runs every check on an order. Empty: nothing speaks against it. Otherwise all reasons, the primary one first. */
export function evaluateChecks(view: RiskView, limits: RiskLimits): Reason[] {
  const values = limits as unknown as Values;
  const reasons: Reason[] = [];
  for (const { check, names } of checks) {
    if (check.warnsOnly === true || unasked(check, names, view, values) !== undefined) continue;
    const detail = check.check(view, values);
    if (detail !== undefined) reasons.push(reasonOf(check.code, detail));
  }
  return reasons;
}

/** The same, with what every check said: for people. */
export function explainChecks(view: RiskView, limits: RiskLimits): readonly Finding[] {
  const values = limits as unknown as Values;
  return checks.map(({ check, names }) => {
    const skipped = unasked(check, names, view, values);
    if (skipped !== undefined) return { check, outcome: skipped, detail: undefined };
    const detail = check.check(view, values);
    return { check, outcome: detail === undefined ? "PASS" : check.warnsOnly === true ? "WARN" : "DENY", detail };
  });
}
