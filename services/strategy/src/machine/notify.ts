import { US_PER_MINUTE, addUs } from "@bowline/kernel";
import type { NotifyPlan } from "@bowline/rules";
import type { Firing } from "./enter.ts";
import type { Desk, SymbolState } from "./state.ts";

/** Raises an alert, unless the rule raised one about the symbol too short a while ago. */
export function notify(desk: Desk, symbol: SymbolState, plan: NotifyPlan, { rule }: Firing): void {
  const notified = (symbol.notified ??= {});
  const before = notified[rule];
  if (before !== undefined && desk.state.nowUs < addUs(before, plan.cooldownMinutes * US_PER_MINUTE)) return;
  notified[rule] = desk.state.nowUs;
  desk.emit({
    kind: "control.alert",
    source: "strategy",
    severity: plan.severity,
    code: `RULE_${rule.toUpperCase().replaceAll("-", "_")}`,
    subject: symbol.symbol,
    detail: `${desk.strategy.name}: ${plan.text}`,
  });
}
