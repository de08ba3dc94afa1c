import type { FactType, Facts, SetVariablePlan, VariableValue } from "@bowline/rules";
import type { Desk, SymbolState } from "./state.ts";

/** Values that rules have set, by name, each with the type that it was set as; plain JSON. */
export type SetVariables = Record<string, { readonly of: FactType; readonly value: VariableValue }>;

const NONE: Facts["vars"] = {};

export function setVariable({ state }: Desk, symbol: SymbolState, { name, scope, of, value }: SetVariablePlan): void {
  const values = scope === "group" ? (state.vars ??= {}) : (symbol.vars ??= {});
  values[name] = { of, value };
}

/** What was set, else what the file begins with. What an earlier version of the file set as another type does not count. */
export function varsOf({ state, strategy }: Desk, symbol: SymbolState): Facts["vars"] {
  const declared = Object.entries(strategy.vars);
  if (declared.length === 0) return NONE;
  return Object.fromEntries(
    declared.map(([name, { type, scope, initial }]) => {
      const known = (scope === "group" ? state.vars : symbol.vars)?.[name];
      return [name, known?.of === type ? known.value : initial];
    }),
  );
}
