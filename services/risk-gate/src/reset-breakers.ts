import { isStricter, type TradingState } from "@bowline/contracts";
import { beginPnlGap, type BreakerCode, equityOf, forgetModels, resumeDrawdown, resumeLoss } from "@bowline/risk";
import { strategyOf } from "./strategy-of.ts";
import { subMoney } from "@bowline/kernel";
import type { Gate } from "./gate.ts";

/** What must begin anew for a breaker not to trip again at once over what a person has seen and let pass. */
const BEGIN_ANEW: { readonly [K in BreakerCode]?: (gate: Gate, scope: string) => void } = {
  FILL_UNEXPECTED_BREAKER: ({ state }, symbol) => void state.fillQuality.odd.delete(symbol),
  LOSS_STREAK_BREAKER: ({ state }, scope) => void state.trips.byStrategy.delete(strategyOf(scope) ?? ""),
  REJECT_STORM_BREAKER: ({ state }, scope) => void state.activity.refusals.delete(strategyOf(scope) ?? ""),
  SLIPPAGE_BREAKER: ({ state }, scope) => void state.fillQuality.slips.delete(strategyOf(scope) ?? ""),
  MARKOUT_BREAKER: ({ state }, scope) => void state.fillQuality.markouts.delete(strategyOf(scope) ?? ""),
  MODEL_DRIFT_BREAKER: ({ state }, scope) => forgetModels(state.models, strategyOf(scope) ?? "", state.predictions),
  CASH_GAP_BREAKER: ({ state }) => void (state.cashTaken = state.cashTold?.gap ?? state.cashTaken),
  PNL_GAP_BREAKER: ({ state }) => beginPnlGap(state.pnlGap),
  MESSAGE_RATIO_BREAKER: ({ state }) => void Object.assign(state.activity.ofSession, { sent: 0, fills: 0 }),
  EQUITY_GAP_BREAKER: ({ state }) => {
    if (state.equityTold !== undefined) state.equityTaken = subMoney(state.equityTold.theirs, state.equityTold.ours);
  },
  ORDER_RUNAWAY_BREAKER: ({ state }) => {
    state.activity.refusals.clear();
    state.activity.approvals.length = 0;
  },
  DAILY_LOSS_HALT_BREAKER: ({ state }) => resumeLoss(state.equity, "day", equityOf(state.holdings)),
  WEEKLY_LOSS_BREAKER: ({ state }) => resumeLoss(state.equity, "week", equityOf(state.holdings)),
  MONTHLY_LOSS_BREAKER: ({ state }) => resumeLoss(state.equity, "month", equityOf(state.holdings)),
  DRAWDOWN_BREAKER: ({ state, tiers }) => resumeDrawdown(state.equity, equityOf(state.holdings), tiers),
};

/** An operator resumes: breakers of the scope that hold it more strictly than that are reset. What is still wrong trips again. */
export function resetBreakers(gate: Gate, scope: string, to: TradingState): void {
  for (const [key, trip] of gate.state.tripped) {
    if (trip.scope !== scope || !isStricter(trip.state, to)) continue;
    const code = key.slice(0, key.indexOf("|")) as BreakerCode;
    gate.state.tripped.delete(key);
    BEGIN_ANEW[code]?.(gate, scope);
    gate.emit({ kind: "risk.breaker", scope, code, action: "RESET", state: trip.state, reasons: [] });
  }
}
