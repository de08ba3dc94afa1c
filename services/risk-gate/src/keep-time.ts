import { answersClock, type EventByKind } from "@bowline/contracts";
import { US_PER_DAY, US_PER_SECOND, ZERO_MONEY } from "@bowline/kernel";
import { watchGroups } from "@bowline/orders";
import {
  beginEquitySession,
  beginPnlGap,
  beginPriceSession,
  beginSession,
  equityOf,
  keepEquityPath,
  lapsedAt,
  markEquity,
} from "@bowline/risk";
import { comparePnl } from "./compare-pnl.ts";
import { lookAtBreakers } from "./breakers.ts";
import { endOrder } from "./decide.ts";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { protectNaked } from "./protect/protect-naked.ts";

type Clock = EventByKind<"control.clock">;

/** How long after its expiry an approval that was not sent gives its exposure back. */
const LAPSE_TOLERANCE_US = 2 * US_PER_SECOND;
/** How long an order id is remembered as decided. */
const DECIDED_MEMORY_US = 2 * US_PER_DAY;

export function keepTime(gate: Gate, clock: Clock): void {
  const { state, emit } = gate;
  state.clockStepUs = state.clock === undefined ? 0 : clock.nowUs - state.clock.nowUs;
  const isAnswered = answersClock(clock.nowUs, { beatUs: state.beatUs, clockUs: state.clock?.nowUs });
  state.clock = clock;
  state.firstClockUs ??= clock.nowUs;
  if (state.brokerState === undefined) state.brokerDownUs ??= state.nowUs;
  if (clock.sessionDate !== "" && clock.sessionDate !== state.equity.day.of) startSession(gate, clock);
  const equity = equityOf(state.holdings);
  markEquity(state.equity, equity, gate.tiers);
  keepEquityPath(state.equity, equity, state.nowUs);
  comparePnl(state);
  lookAtBreakers(gate);
  lapse(gate);
  protectNaked(gate);
  if (!isAnswered) return;
  state.beatUs = clock.nowUs;
  emit({ kind: "control.heartbeat", source: "risk-gate", clockUs: clock.nowUs });
}

function startSession(gate: Gate, { sessionDate, openUs }: Clock): void {
  const { state, limits } = gate;
  beginEquitySession(state.equity, sessionDate);
  beginSession(state.trips, sessionDate);
  if (openUs !== undefined) beginPriceSession(state.prices, openUs);
  state.activity.ofSession = { approvals: 0, sent: 0, fills: 0 };
  state.soldToday = ZERO_MONEY;
  beginPnlGap(state.pnlGap);
  state.sessionLimits = { sessionDate, limits: { ...limits.everywhere } };
  forgetDecided(state);
  gate.forget();
}

function forgetDecided({ decided, nowUs }: GateState): void {
  for (const [clOrdId, decidedUs] of decided) if (nowUs - decidedUs > DECIDED_MEMORY_US) decided.delete(clOrdId);
}

/** Not for a moment later than needed, and never for what may have reached the broker. */
function lapse(gate: Gate): void {
  const { state, emit, groups } = gate;
  for (const clOrdId of lapsedAt(state.reservations, state.nowUs, LAPSE_TOLERANCE_US)) {
    const symbol = state.reservations.get(clOrdId)?.symbol ?? "";
    endOrder(gate, clOrdId);
    const group = groups.groupOf(symbol) ?? "none";
    const lapsed = { kind: "order.lapsed", clOrdId, group, symbol, reason: "expired before it was sent" } as const;
    watchGroups(state.groups, lapsed);
    emit(lapsed);
  }
}
