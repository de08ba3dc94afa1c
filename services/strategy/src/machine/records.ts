import type { Event, EventByKind } from "@bowline/contracts";
import { US_PER_MS } from "@bowline/kernel";
import { type Verdict, explain } from "@bowline/rules";
import type { Desk, SymbolState } from "./state.ts";

/** What is remembered of how a rule was asked about a symbol; plain JSON. */
export type AskedState = {
  /** When, and by what. */
  us: number;
  triggerKey: string;
  /** What held it back; empty when it fired. */
  blocker: string;
  /** How often since the last record or count; all of these came to the same. */
  uncounted: number;
};

/** One evaluation of a rule, for who looks on. */
export type Asked = {
  readonly symbol: string;
  readonly triggerKey: string;
  readonly verdict: Verdict;
  /** Makes the whole record: worth its time only where somebody reads it. */
  record(): Decision;
};

export type Decision = EventByKind<"decision">;
type Firing = { readonly triggerKey: string; readonly clOrdId: string | undefined };

/** Minutes between two entries of counts. */
const COUNT_EVERY = 5;

export const acts = ({ evaluation, conflict }: Verdict): boolean =>
  evaluation.outcome === "FIRED" && conflict === undefined;

/** What stands in the record as the blocker; empty when the rule acted. */
function blockerOf({ evaluation, conflict }: Verdict): string {
  if (conflict !== undefined) return conflict.name;
  return evaluation.outcome === "FIRED" ? "" : evaluation.firstBlocker;
}

/** Every prediction is answered for; otherwise a record is written when a rule fires or another blocker comes first. The rest are counted. */
export function keepRecord(desk: Desk, symbol: SymbolState, verdict: Verdict, firing: Firing): void {
  const { rule } = verdict;
  const blocker = blockerOf(verdict);
  const before = symbol.asked[rule.id];
  const isSame = blocker !== "" && before?.blocker === blocker && rule.on.word !== "prediction";
  symbol.asked[rule.id] = {
    us: desk.state.nowUs,
    triggerKey: firing.triggerKey,
    blocker,
    uncounted: isSame ? before.uncounted + 1 : 0,
  };
  if (isSame) return;
  const decision = decisionOf(desk, verdict, firing);
  if (decision.outcome === "FIRED") symbol.fired[rule.id] = decision;
  const repeats = before?.uncounted ?? 0;
  desk.emit(repeats === 0 ? decision : { ...decision, repeats });
}

/** The whole record of an evaluation. */
export function decisionOf(
  desk: Pick<Desk, "strategy" | "group">,
  verdict: Verdict,
  { triggerKey, clOrdId }: Firing,
): Decision {
  const { rule, facts, evaluation, conflict } = verdict;
  const { leaves, sizing } = explain(rule, facts, evaluation);
  const { firedUs } = facts.history;
  const leftUs = firedUs === undefined ? 0 : Math.max(0, firedUs + rule.cooldownUs - facts.nowUs);
  return {
    kind: "decision",
    strategy: desk.strategy.name,
    rule: rule.id,
    group: desk.group,
    symbol: facts.symbol,
    triggerKey,
    outcome: acts(verdict) ? "FIRED" : "BLOCKED",
    firstBlocker: blockerOf(verdict),
    leaves: conflict === undefined ? leaves : [...leaves, conflict],
    sizing,
    ...(clOrdId === undefined ? {} : { clOrdId }),
    ...tagOf(verdict),
    ...(rule.cooldownUs === 0 ? {} : { cooldownLeftMs: Math.ceil(leftUs / US_PER_MS) }),
  };
}

type Step = Pick<Decision, "rule" | "symbol" | "triggerKey" | "firstBlocker" | "leaves" | "sizing"> & {
  readonly clOrdId?: string;
};

/** What became of a later step of a firing, as a record of its own: the gate's answer to its order is recorded with it. */
export function recordStep(desk: Desk, step: Step): void {
  const decision: Decision = {
    kind: "decision",
    strategy: desk.strategy.name,
    group: desk.group,
    outcome: step.firstBlocker === "" ? "FIRED" : "BLOCKED",
    ...step,
  };
  const symbol = desk.symbols.get(step.symbol);
  if (symbol !== undefined && decision.outcome === "FIRED") symbol.fired[step.rule] = decision;
  desk.emit(decision);
}

/** What the rule tags its decision with; nothing where it does not act. */
function tagOf(verdict: Verdict): Pick<Decision, "tag"> {
  const { evaluation } = verdict;
  if (!acts(verdict) || evaluation.outcome !== "FIRED") return {};
  const tags = evaluation.plans.flatMap((plan) => (plan.type === "tag" ? [plan.text] : []));
  return tags.length === 0 ? {} : { tag: tags.join(", ") };
}

/** The gate answered an order or a change of one: the record of the firing that led to it, once more with the verdict. */
export function recordVerdict(desk: Desk, symbol: SymbolState, event: Answer): void {
  const clOrdId = event.kind === "order.approved" ? event.order.clOrdId : event.clOrdId;
  const asked = symbol.unanswered["replaceId" in event ? event.replaceId : clOrdId];
  if (asked === undefined) return;
  const decision = symbol.fired[asked.rule];
  if (decision?.triggerKey !== asked.triggerKey) return;
  desk.emit({ ...decision, clOrdId, verdict: verdictOf(event) });
}

type Answer = EventByKind<
  "order.approved" | "order.denied" | "order.lapsed" | "order.replace-approved" | "order.replace-denied"
>;

function verdictOf(event: Answer): NonNullable<Decision["verdict"]> {
  if (event.kind === "order.lapsed")
    return { answer: "LAPSED", reasons: [{ code: "LAPSED", detail: [{ key: "reason", value: event.reason }] }] };
  return "reasons" in event ? { answer: "DENIED", reasons: event.reasons } : { answer: "APPROVED", reasons: [] };
}

/** Which firing an order is of, until it can not lapse any more. */
export function noteIntent(desk: Desk, event: Event): void {
  if (event.kind !== "order.intent") return;
  const { symbol, clOrdId, rule, triggerKey } = event.order;
  const state = desk.symbols.get(symbol);
  if (state !== undefined) noteAsked(state, clOrdId, { rule, triggerKey });
}

/** Which firing an order or a change is of; `id` is what the gate's answer names it by: a clOrdId or a replaceId. */
export function noteAsked(symbol: SymbolState, id: string, { rule, triggerKey }: Unanswered): void {
  symbol.unanswered[id] = { rule, triggerKey };
}

type Unanswered = SymbolState["unanswered"][string];

/** The order is sent or over, or the change has its answer: the gate says no more of it. */
export function forgetAsked(symbol: SymbolState, id: string): void {
  delete symbol.unanswered[id];
}

/** What was asked and not recorded: every few minutes, and before the rules change. */
export function countRepeats(desk: Desk, minute = 0): void {
  if (minute % COUNT_EVERY !== 0) return;
  const counts = desk.state.symbols.flatMap((symbol) =>
    Object.keys(symbol.asked)
      .sort()
      .flatMap((rule) => takeCount(symbol, rule)),
  );
  if (counts.length > 0)
    desk.emit({ kind: "decision.counts", strategy: desk.strategy.name, group: desk.group, counts });
}

function takeCount({ symbol, asked }: SymbolState, rule: string) {
  const about = asked[rule];
  if (about === undefined || about.uncounted === 0) return [];
  const { uncounted: count, blocker: firstBlocker } = about;
  about.uncounted = 0;
  return [{ symbol, rule, count, firstBlocker }];
}
