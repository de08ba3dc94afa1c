import { type JsonValue, canonicalJson } from "@bowline/kernel";
import type { CompiledStrategy } from "@bowline/rules";
import { type Cold, minutesNeeded } from "./cold.ts";
import { type Folded, copyOfFolded, initialFolded, othersOf, runnersOf } from "./folded.ts";
import type { Studied } from "./studies.ts";

/** By its name in the version that comes: the name that an indicator had in the one before. */
type Kept = ReadonlyMap<string, string>;

/**
 * Another version of the file: an indicator that it declares as the one before did, under whatever name, keeps its state. Others
 * begin with the bars of the session under way, and have no value before they rest on enough.
 */
export function carryStudies(before: CompiledStrategy, next: CompiledStrategy, studied: Studied): void {
  const kept = keptOf(before, next);
  studied.cold = coldOf(next, studied, kept);
  studied.base = carryFolded(studied.base, next, kept);
  const others = othersOf(next);
  studied.others = Object.fromEntries(Object.entries(studied.others).filter(([symbol]) => others.includes(symbol)));
  studied.isStale = true;
}

function keptOf(before: CompiledStrategy, next: CompiledStrategy): Kept {
  const known = new Map(Object.entries(before.indicators).map(([name, one]) => [keyOf(one), name]));
  return new Map(
    Object.entries(next.indicators).flatMap(([name, one]) => {
      const old = known.get(keyOf(one));
      return old === undefined ? [] : [[name, old] as const];
    }),
  );
}

const keyOf = (indicator: CompiledStrategy["indicators"][string]): string =>
  canonicalJson(indicator as unknown as JsonValue);

/** What compares with another symbol has no value anyhow before bars of both filled its period. */
function coldOf(next: CompiledStrategy, { cold = {}, bars }: Studied, kept: Kept): Cold {
  const entries = runnersOf(next).flatMap(({ name, other }) => {
    const old = kept.get(name);
    const indicator = next.indicators[name];
    if (old !== undefined) return cold[old] === undefined ? [] : [[name, cold[old]] as const];
    if (other !== undefined || indicator === undefined) return [];
    const needs = minutesNeeded(indicator);
    return needs <= bars.length ? [] : [[name, { needs, seen: bars.length }] as const];
  });
  return Object.fromEntries(entries);
}

function carryFolded(from: Folded, next: CompiledStrategy, kept: Kept): Folded {
  const fresh = initialFolded(next);
  const old = copyOfFolded(from);
  const others = Object.entries(fresh.others).map(([symbol, one]) => {
    const known = old.others[symbol];
    return [
      symbol,
      known === undefined ? one : { ...known, resamplers: keptParts(one.resamplers, known.resamplers) },
    ] as const;
  });
  return {
    ...old,
    byName: renamed(fresh.byName, old.byName, kept),
    joins: renamed(fresh.joins, old.joins, kept),
    resamplers: keptParts(fresh.resamplers, old.resamplers),
    others: Object.fromEntries(others),
  };
}

/** What is wanted, with the state that was known where there was one. */
const keptParts = <T extends object>(fresh: T, old: T): T =>
  Object.fromEntries(Object.entries(fresh).map(([key, value]) => [key, old[key as keyof T] ?? value])) as T;

const renamed = <T>(fresh: Record<string, T>, old: Record<string, T>, kept: Kept): Record<string, T> =>
  Object.fromEntries(Object.entries(fresh).map(([name, value]) => [name, old[kept.get(name) ?? ""] ?? value]));
