import type { EventByKind } from "@bowline/contracts";
import { formatConfigError } from "@bowline/config";
import { assert, type JsonValue, type Result, err, ok } from "@bowline/kernel";
import { type CompiledStrategy, checkRules, tradesGroup } from "@bowline/rules";
import { carryStudies } from "./carry-studies.ts";
import { keepMemories } from "./memory.ts";
import { countRepeats } from "./records.ts";
import { type Desk, type State, type SymbolState, initialState } from "./state.ts";
import { initialTriggerBars } from "./trigger-bars.ts";

type Version = EventByKind<"control.strategy">;

/**
 * Puts another version of the strategy's file into force, from the entry after this one on. What is remembered stays with the rule's
 * id; orders and positions stay as they are. A version that does not hold changes nothing, and an alert says why.
 */
export function reload(desk: Desk, version: Version): void {
  const { name, hash } = desk.strategy;
  if (version.strategy !== name || version.hash === hash) return;
  const checked = compileVersion(version);
  if (!checked.ok) return refuse(desk, version, checked.error);
  countRepeats(desk);
  desk.state.version = version.yaml;
  changeTo(desk, checked.value);
}

/** Goes on from a snapshot, with the version that was in force then; `first` is the one before any was put into force. */
export function restoreDesk(desk: Desk, first: CompiledStrategy, snapshot: JsonValue): void {
  const state = JSON.parse(JSON.stringify(snapshot)) as State;
  assert(Array.isArray(state.symbols), "a strategy snapshot without symbols");
  desk.state = state;
  desk.strategy = state.version === undefined ? first : compileKept(first.name, state.version);
  indexSymbols(desk);
}

function compileKept(name: string, yaml: string): CompiledStrategy {
  const checked = checkRules(yaml, `${name}.yaml`);
  assert(checked.ok, `the snapshot's version of ${name} does not hold`);
  return checked.value;
}

export function indexSymbols(desk: Desk): void {
  desk.symbols = new Map(desk.state.symbols.map((symbol) => [symbol.symbol, symbol]));
}

/** What the CLI checked is checked again: whoever wrote the entry, a file that does not hold decides nothing. */
function compileVersion({ strategy, hash, yaml }: Version): Result<CompiledStrategy, string> {
  const checked = checkRules(yaml, `${strategy}.yaml`);
  if (!checked.ok) return err(checked.error.map(formatConfigError).join("; "));
  if (checked.value.name !== strategy) return err(`the text is of strategy ${checked.value.name}`);
  return checked.value.hash === hash ? ok(checked.value) : err(`the text has the hash ${checked.value.hash}`);
}

const refuse = (desk: Desk, { strategy, hash }: Version, why: string): void =>
  desk.emit({
    kind: "control.alert",
    source: "strategy",
    severity: "WARNING",
    code: "STRATEGY_REFUSED",
    subject: strategy,
    detail: `version ${hash.slice(0, 12)} changes nothing in ${desk.group}: ${why}`,
  });

function changeTo(desk: Desk, next: CompiledStrategy): void {
  const { strategy: before, state } = desk;
  keepMemories(state, before, next);
  for (const symbol of state.symbols) {
    carryStudies(before, next, symbol.studies);
    symbol.triggerBars = carryTriggerBars(symbol, next);
  }
  desk.strategy = next;
  // A group that an earlier version traded keeps its symbols: what is open there is looked after.
  if (state.symbols.length > 0 || !tradesGroup(next, desk.group)) return;
  state.symbols = initialState(desk.members, next).symbols;
  indexSymbols(desk);
}

const carryTriggerBars = ({ triggerBars: old }: SymbolState, next: CompiledStrategy): SymbolState["triggerBars"] => ({
  ...initialTriggerBars(next),
  ...Object.fromEntries(Object.entries(old).filter(([timeframe]) => timeframe in initialTriggerBars(next))),
});
