import { GLOBAL_SCOPE, isStricter, strategyScope, type TradingState } from "@bowline/contracts";
import { US_PER_MINUTE } from "@bowline/kernel";
import {
  type Breaker,
  BREAKERS,
  type BreakerTime,
  LOSS_BREAKERS,
  reasonOf,
  type Reading,
  type RiskLimits,
  WAIVED,
} from "@bowline/risk";
import { isInSession, strategyView, symbolView, systemView } from "./breaker-views.ts";
import type { Gate } from "./gate.ts";
import type { Trip } from "./machine-state.ts";
import { strategyOf } from "./strategy-of.ts";
import { restate } from "./trading.ts";

const breakers = BREAKERS as unknown as readonly Breaker[];
type Values = Parameters<Breaker["look"]>[1];

/** One thing that is watched: its scope, what is seen of it, and the limits that hold for it. */
type Subject = { readonly scope: string; readonly view: () => BreakerTime; readonly limits: RiskLimits };

/** Asks every breaker of everything that it watches. Called at each clock, when the clock is folded. */
export function lookAtBreakers(gate: Gate): void {
  const { tripped } = gate.state;
  const open = isInSession(gate);
  const subjects = { SYMBOL: symbols(gate), STRATEGY: strategies(gate), SYSTEM: [everything(gate)] };
  for (const breaker of breakers) {
    for (const { scope, view, limits } of subjects[breaker.watches]) {
      // Nothing is tripped most of the time: making every key then took more than all of the breakers' looks.
      const trip = tripped.size === 0 ? undefined : tripped.get(keyOf(breaker.code, scope));
      if (breaker.inSession && !open) {
        if (trip !== undefined) trip.quietUs = undefined;
        continue;
      }
      const reading = read(breaker, view(), limits);
      if (trip !== undefined) settle(gate, breaker, { trip, reading, limits });
      else if (reading.at === "OVER") tripBreaker(gate, breaker, scope, reading);
    }
  }
}

/** What needs a while to be told does not trip before it could be. */
const TOLD_WITHIN_US = US_PER_MINUTE;

function read(breaker: Breaker, view: BreakerTime, limits: RiskLimits): Reading {
  const reading = breaker.look(view as never, limits as unknown as Values);
  const isYoung = view.watchedUs < TOLD_WITHIN_US;
  return isYoung && "missing" in reading.detail ? { at: "NEAR", detail: reading.detail } : reading;
}

const keyOf = (code: string, scope: string): string => `${code}|${scope}`;
const ANY = "";

/** The view of one thing is made once, for all breakers that look at it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const symbols = (gate: Gate): readonly Subject[] =>
  gate.groups.symbols.map((symbol) => ({
    scope: symbol,
    view: once(() => symbolView(gate, symbol)),
    limits: gate.limits.limitsFor({
      accountId: gate.accountId,
      group: gate.groups.groupOf(symbol) ?? ANY,
      strategy: ANY,
      symbol,
    }),
  }));

/** Every strategy of which anything is known. */
function strategies(gate: Gate): readonly Subject[] {
  const { trips, activity, fillQuality, models, tripped } = gate.state;
  const names = new Set([
    ...trips.byStrategy.keys(),
    ...activity.refusals.keys(),
    ...fillQuality.slips.keys(),
    ...fillQuality.markouts.keys(),
    ...models.followed.keys(),
  ]);
  for (const { scope } of tripped.values()) {
    const name = strategyOf(scope);
    if (name !== undefined) names.add(name);
  }
  return [...names].toSorted().map((strategy) => ({
    scope: strategyScope(strategy),
    view: once(() => strategyView(gate, strategy)),
    limits: gate.limits.limitsFor({ accountId: gate.accountId, group: ANY, strategy, symbol: ANY }),
  }));
}

const everything = (gate: Gate): Subject => ({
  scope: GLOBAL_SCOPE,
  view: once(() => systemView(gate)),
  limits: gate.limits.limitsFor({ accountId: gate.accountId, group: ANY, strategy: ANY, symbol: ANY }),
});

/** What cannot be told takes a scope no further than REDUCING: it comes back by itself once it can. A loss may flatten where it halts. */
function stateFor({ limits }: Gate, { code, trips }: Breaker, { detail }: Reading): TradingState {
  if ("missing" in detail) return "REDUCING";
  const { onBreach } = limits.flatten;
  return LOSS_BREAKERS.some((one) => one === code && onBreach[one] === "flatten") ? "FLATTENING" : trips;
}

function tripBreaker(gate: Gate, breaker: Breaker, scope: string, reading: Reading): void {
  const { state, emit } = gate;
  const { code } = breaker;
  const { detail } = reading;
  const to = stateFor(gate, breaker, reading);
  state.tripped.set(keyOf(code, scope), { scope, state: to, quietUs: undefined });
  emit({ kind: "risk.breaker", scope, code, action: "TRIPPED", state: to, reasons: [reasonOf(code, detail)] });
  const words = Object.entries(detail).map(([key, value]) => `${key}=${value}`);
  restate(gate, scope, `${code}: ${words.join(" ")}`);
}

/** What went to REDUCING comes back after quiet minutes. What went further stays, until a person resumes. */
function settle(
  gate: Gate,
  breaker: Breaker,
  { trip, reading, limits }: { readonly trip: Trip; readonly reading: Reading; readonly limits: RiskLimits },
): void {
  const { nowUs } = gate.state;
  const { code } = breaker;
  if (trip.state !== "REDUCING") return;
  if (reading.at === "OVER" && isStricter(stateFor(gate, breaker, reading), trip.state))
    return tripBreaker(gate, breaker, trip.scope, reading);
  if (reading.at !== "CALM") return void (trip.quietUs = undefined);
  trip.quietUs ??= nowUs;
  if (nowUs - trip.quietUs < quietUsOf(limits)) return;
  gate.state.tripped.delete(keyOf(code, trip.scope));
  gate.emit({ kind: "risk.breaker", scope: trip.scope, code, action: "RECOVERED", state: trip.state, reasons: [] });
  restate(gate, trip.scope, `${code}: calm again`);
}

const quietUsOf = ({ breakerQuietMinutes }: RiskLimits): number =>
  breakerQuietMinutes === WAIVED ? 0 : breakerQuietMinutes * US_PER_MINUTE;
