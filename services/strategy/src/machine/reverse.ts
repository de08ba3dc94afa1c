import type { EventByKind } from "@bowline/contracts";
import { US_PER_MINUTE, addUs } from "@bowline/kernel";
import type { Facts, ReversePlan } from "@bowline/rules";
import { type Firing, enter } from "./enter.ts";
import { startExit } from "./exit.ts";
import { factsOf } from "./facts.ts";
import { recordStep } from "./records.ts";
import type { Desk, Reversal, SymbolState } from "./state.ts";

/** Begins to close the position, and remembers what is to follow. Returns the clOrdId of the closing order. */
export function startReversal(desk: Desk, symbol: SymbolState, plan: ReversePlan, firing: Firing): string {
  const untilUs = addUs(desk.state.nowUs, plan.withinMinutes * US_PER_MINUTE);
  symbol.reversal = { ...firing, direction: plan.direction, untilUs, isConfirmed: false };
  return startExit(desk, symbol, firing, plan.expiresMs);
}

/** The closing order was refused, or nobody knows of it, or something else wants the symbol flat: nothing follows. */
export function dropReversal(symbol: SymbolState): void {
  symbol.reversal = undefined;
}

/** The ledger says that our last fill closed the position. */
export function confirmFlat(
  { strategy, accountId }: Desk,
  symbol: SymbolState,
  event: EventByKind<"position.closed">,
): void {
  const isOurs = event.strategy === strategy.name && event.accountId === accountId;
  if (symbol.reversal !== undefined && isOurs && event.execId === symbol.lastExecId) symbol.reversal.isConfirmed = true;
}

/** Enters the other way once the position is confirmed closed and no order of ours may trade any more; asked anew on the facts of now. */
export function advanceReversal(desk: Desk, symbol: SymbolState): void {
  const { reversal } = symbol;
  if (reversal === undefined) return;
  const isLate = desk.state.nowUs >= reversal.untilUs;
  const isFlat = symbol.quantity === 0 && symbol.orders.length === 0 && symbol.exit === undefined && !symbol.inDoubt;
  if (!isLate && !(isFlat && reversal.isConfirmed)) return;
  symbol.reversal = undefined;
  if (!isLate) enterOpposite(desk, symbol, reversal);
}

/** The rule may be gone, or be another, since a version of the file that came meanwhile: then nothing follows. */
function enterOpposite(desk: Desk, symbol: SymbolState, { rule: id, triggerKey, direction }: Reversal): void {
  const rule = desk.strategy.rules.find((one) => one.id === id);
  const next = rule?.actions.find((action) => action.next !== undefined)?.next;
  if (next === undefined) return;
  const facts: Facts = factsOf(desk, symbol);
  const leaves = next.needs.map((need) => need.explain(facts));
  const blocker = leaves.find(({ result }) => result !== "TRUE");
  const about = { rule: id, symbol: symbol.symbol, triggerKey };
  if (blocker !== undefined) return recordStep(desk, { ...about, firstBlocker: blocker.name, leaves, sizing: [] });
  const plan = next.plan(facts, direction);
  if (plan.type === "none")
    return recordStep(desk, {
      ...about,
      firstBlocker: plan.blocker,
      leaves: [...leaves, { name: plan.blocker, value: plan.value, threshold: plan.threshold, result: "FALSE" }],
      sizing: plan.sizing,
    });
  const clOrdId = enter(desk, symbol, plan, { rule: id, triggerKey });
  recordStep(desk, { ...about, firstBlocker: "", leaves, sizing: plan.sizing, clOrdId });
}
