import type { Entry, EventKind, Header, Machine, Order } from "@bowline/contracts";
import {
  evaluateChecks,
  explainChecks,
  type Finding,
  type LimitBook,
  type RiskLimits,
  type RiskView,
} from "@bowline/risk";
import { compareClocks } from "./clocks-apart.ts";
import { scopeOf } from "./decide.ts";
import { type Together, togetherView } from "./exposure-view.ts";
import { advanceFlattens } from "./flatten/advance-flatten.ts";
import { FOLDS } from "./folds.ts";
import { type Gate, makeGate, type RiskGateOptions } from "./gate.ts";
import { type GateState, restoreGate, snapshotGate } from "./machine-state.ts";
import { restoreLimits } from "./take-limits.ts";
import { viewOf } from "./machine-view.ts";
import { watch } from "./watch.ts";

export type { GateState, RiskGateOptions, Together };

/** What an order would meet at this point of the journal. */
export type Answer = { readonly view: RiskView; readonly limits: RiskLimits; readonly findings: readonly Finding[] };

/** The gate with what a person may ask of it besides: neither changes anything. */
export type RiskGate = Machine & {
  state(): Readonly<GateState>;
  limitsInForce(): LimitBook;
  /** What is held and open, in the sums over several symbols. */
  together(): Together;
  /** What every check says of an order that would come now, under a header. */
  ask(order: Order, header: Header): Answer;
  /** How many reasons speak against it: the whole of a decision, without its consequences. */
  judge(order: Order, header: Header): number;
};

/** The machine `risk-gate`: the only writer of approvals. Whatever it does not know speaks against an order. */
export function makeRiskGate(options: RiskGateOptions): RiskGate {
  const gate = makeGate(options);
  return {
    name: "risk-gate",
    version: 14,
    apply: (entry, emit) => apply(gate, entry, emit),
    snapshot: () => snapshotGate(gate.state),
    restore: (snapshot) => {
      gate.state = restoreGate(snapshot);
      restoreLimits(gate);
    },
    state: () => gate.state,
    limitsInForce: () => gate.limits,
    together: () => togetherView(gate),
    ask(order, header) {
      const view = viewOf(gate, gate.state, order, header);
      const limits = gate.limits.limitsFor(scopeOf(gate, order));
      return { view, limits, findings: explainChecks(view, limits) };
    },
    judge: (order, header) =>
      evaluateChecks(viewOf(gate, gate.state, order, header), gate.limits.limitsFor(scopeOf(gate, order))).length,
  };
}

function apply(gate: Gate, entry: Entry, emit: Gate["emit"]): void {
  compareClocks(gate.state, entry.header);
  if (entry.header.seenUs > gate.state.nowUs) gate.state.nowUs = entry.header.seenUs;
  watch(gate, entry.event);
  const fold = FOLDS[entry.event.kind] as ((gate: Gate, event: unknown) => void) | undefined;
  if (fold === undefined) return;
  gate.emit = emit;
  gate.entry = entry;
  fold(gate, entry.event);
  if (gate.state.flattens.size > 0 && MOVES_FLATTENS.has(entry.event.kind)) advanceFlattens(gate);
}

/** A quote alone moves nothing that the next clock would not: there are too many of them. */
const MOVES_FLATTENS: ReadonlySet<EventKind> = new Set<EventKind>([
  "order.submitted",
  "order.filled",
  "order.corrected",
  "order.canceled",
  "order.rejected",
  "order.expired",
  "order.lost",
  "order.unknown",
  "order.resolved",
  "broker.external-fill",
  "broker.adjustment",
  "broker.session",
  "control.clock",
  "control.kill",
]);
