import type { Us } from "@bowline/kernel";
import { type CompiledRule, type CompiledStrategy, NEVER_FIRED, type RuleHistory } from "@bowline/rules";
import type { Desk, State, SymbolState } from "./state.ts";

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
  symbol.scaledIn = 0;
  for (const rule of desk.strategy.rules) {
    const memory = symbol.rules[rule.id];
    if (memory !== undefined) memory.inPosition = 0;
  }
}

/** Another version of the file: what is remembered stays with the rule's id, also where its scope is another; of rules that went it goes. */
export function keepMemories(state: State, before: CompiledStrategy, next: CompiledStrategy): void {
  const scopes = new Map(before.rules.map(({ id, scope }) => [id, scope]));
  for (const { id, scope } of next.rules) if (scopes.has(id) && scopes.get(id) !== scope) changeScope(state, id, scope);
  const idsOf = (wanted: CompiledRule["scope"]): ReadonlySet<string> =>
    new Set(next.rules.flatMap(({ id, scope }) => (scope === wanted ? [id] : [])));
  keepOnly(state.groupRules, idsOf("group"));
  for (const symbol of state.symbols) {
    keepOnly(symbol.rules, idsOf("symbol"));
    keepOnly(symbol.notified ?? {}, new Set(next.rules.map(({ id }) => id)));
    // Each rule's first answer under the new version is recorded.
    keepOnly(symbol.asked, NONE);
    const unanswered = Object.values(symbol.unanswered).map(({ rule }) => rule);
    keepOnly(symbol.fired, new Set([...next.rules.map(({ id }) => id), ...unanswered]));
  }
}

const NONE: ReadonlySet<string> = new Set();

/** No rule rests less for it: the group takes over what its symbols did last, and each symbol what the group did. */
function changeScope({ groupRules, symbols }: State, id: string, scope: CompiledRule["scope"]): void {
  if (scope === "symbol") {
    const memory = groupRules[id];
    if (memory !== undefined) for (const symbol of symbols) symbol.rules[id] = { ...memory };
    return;
  }
  const known = symbols.flatMap(({ rules }) => rules[id] ?? []);
  const last = known.toSorted((a, b) => b.firedUs - a.firedUs)[0];
  if (last === undefined) return;
  const ofSession = known.filter(({ session }) => session === last.session);
  groupRules[id] = {
    ...last,
    inSession: ofSession.reduce((sum, { inSession }) => sum + inSession, 0),
    inPosition: known.reduce((sum, { inPosition }) => sum + inPosition, 0),
  };
}

function keepOnly(record: Record<string, unknown>, ids: ReadonlySet<string>): void {
  for (const id of Object.keys(record)) if (!ids.has(id)) delete record[id];
}

const sessionOf = ({ state }: Desk): string => state.session?.date ?? "";
