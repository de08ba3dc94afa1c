import { type EventByKind, GLOBAL_SCOPE, groupScope, resumedState } from "@bowline/contracts";
import { US_PER_MINUTE } from "@bowline/kernel";
import { endRuns } from "@bowline/risk";
import type { Gate } from "./gate.ts";
import { resetBreakers } from "./reset-breakers.ts";
import { setBaseState, stateOfScope } from "./trading.ts";

type Resume = EventByKind<"control.resume">;

/** How long a resume waits for the look at the broker that follows it. */
const WAITS_US = US_PER_MINUTE;

/** An operator lets a scope go on: at once where our books are the broker's, otherwise when they are, or not at all. */
export function askResume(gate: Gate, resume: Resume): void {
  const { state } = gate;
  state.resumes.set(resume.scope, { resume, askedUs: state.nowUs });
  settleResumes(gate);
}

export function settleResumes(gate: Gate): void {
  const { state, emit } = gate;
  for (const [scope, { resume, askedUs }] of state.resumes) {
    const because = notClean(gate, scope);
    if (because !== undefined && state.nowUs - askedUs < WAITS_US) continue;
    state.resumes.delete(scope);
    if (because === undefined) obey(gate, resume);
    else emit({ kind: "risk.resume-refused", scope, by: resume.by, because });
  }
}

function obey(gate: Gate, { scope, by, reason, state: wanted }: Resume): void {
  const to = resumedState(stateOfScope(gate, scope), wanted);
  endRuns(gate.state.activity, scope === GLOBAL_SCOPE ? undefined : scope);
  resetBreakers(gate, scope, to);
  setBaseState(gate, scope, to, `resumed by ${by}: ${reason}`);
}

/**
 * Why nobody can say that the books of a scope are the broker's; `undefined` where they are. A symbol that is halted by itself holds
 * back nothing but itself.
 */
function notClean(gate: Gate, scope: string): string | undefined {
  const { state, limits } = gate;
  const { maxReconciliationAgeMs } = limits.everywhere;
  if (state.brokerState !== "READY") return `the session with the broker is ${state.brokerState ?? "not there"}`;
  if (state.differing === undefined || state.accountUs === undefined) return "the broker has not told of the account";
  if (maxReconciliationAgeMs !== "waived" && (state.nowUs - state.accountUs) / 1000 > maxReconciliationAgeMs)
    return "the broker last told of the account too long ago";
  const doubted = [...state.reservations].find(
    ([, { symbol, status }]) => status === "UNKNOWN" && isOf(gate, scope, symbol),
  );
  if (doubted !== undefined) return `nobody knows what became of order ${doubted[0]}`;
  const differing = [...state.differing].find((symbol) => isOf(gate, scope, symbol));
  return differing === undefined ? undefined : `the position in ${differing} is not the broker's`;
}

function isOf(gate: Gate, scope: string, symbol: string): boolean {
  if (scope === symbol) return true;
  const isHeld = stateOfScope(gate, symbol) !== "ACTIVE" && stateOfScope(gate, symbol) !== "REDUCING";
  if (isHeld) return false;
  const group = gate.groups.groupOf(symbol);
  const isOther = scope.startsWith("group:") ? group === undefined || groupScope(group) !== scope : !isWide(scope);
  return !isOther;
}

/** An account has all symbols; a strategy may have any. */
const isWide = (scope: string): boolean =>
  scope === GLOBAL_SCOPE || scope.startsWith("account:") || scope.startsWith("strategy:");
