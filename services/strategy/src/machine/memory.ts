import type { Us } from "@bowline/kernel";
import { type CompiledRule, NEVER_FIRED, type RuleHistory } from "@bowline/rules";
import type { Desk, SymbolState } from "./state.ts";

/** What is remembered of a rule in its scope, by the rule's id: so a file that changes keeps it. Plain JSON. */
export type RuleMemory = {
  firedUs: Us;
  /** Session in which it fired last, yyyy-mm-dd. */
  session: string;
  inSession: number;
  inPosition: number;
  /** An edge rule that fired and was not armed again since. */
  disarmed: boolean;
};

const memoriesOf = (desk: Desk, symbol: SymbolState, { scope }: CompiledRule): Record<string, RuleMemory> =>
  scope === "group" ? desk.state.groupRules : symbol.rules;

/** What a rule did before in its scope. */
export function historyOf(desk: Desk, symbol: SymbolState, rule: CompiledRule): RuleHistory {
  const memory = memoriesOf(desk, symbol, rule)[rule.id];
  if (memory === undefined) return NEVER_FIRED;
  return {
    firedUs: memory.firedUs,
    inSession: memory.session === sessionOf(desk) ? memory.inSession : 0,
    inPosition: memory.inPosition,
    armed: !memory.disarmed,
  };
}

export function rememberFiring(desk: Desk, symbol: SymbolState, rule: CompiledRule): void {
  const before = historyOf(desk, symbol, rule);
  memoriesOf(desk, symbol, rule)[rule.id] = {
    firedUs: desk.state.nowUs,
    session: sessionOf(desk),
    inSession: before.inSession + 1,
    inPosition: before.inPosition + 1,
    disarmed: rule.isEdge,
  };
}

export function arm(desk: Desk, symbol: SymbolState, rule: CompiledRule): void {
  const memory = memoriesOf(desk, symbol, rule)[rule.id];
  if (memory !== undefined) memory.disarmed = false;
}

/** Flat, and nothing under way that could change it: fires are counted anew for the next position. */
export function forgetPosition(desk: Desk, symbol: SymbolState): void {
  if (symbol.quantity !== 0 || symbol.orders.length > 0) return;
  for (const rule of desk.strategy.rules) {
    const memory = symbol.rules[rule.id];
    if (memory !== undefined) memory.inPosition = 0;
  }
}

const sessionOf = ({ state }: Desk): string => state.session?.date ?? "";
