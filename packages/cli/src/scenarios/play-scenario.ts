import { runBacktest } from "@bowline/backtest";
import { usOfExchangeTime } from "@bowline/calendar";
import { makeGroups } from "@bowline/config";
import type { Entry, Event, Machine } from "@bowline/contracts";
import { US_PER_MINUTE, type Us, assert, money, us } from "@bowline/kernel";
import { parseLimits, renderLimits } from "@bowline/risk";
import type { CompiledStrategy } from "@bowline/rules";
import { type Asked, makeStrategyMachine } from "@bowline/strategy/machine";
import { backtestMachines, machineSights } from "../backtest-machines.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { type GivenPrediction, type Scenario } from "./scenario-file.ts";
import { scenarioMarket } from "./scenario-market.ts";
import { type SeenAll, makeWitness } from "./seen.ts";

/** Plays a scenario through the machines that run live, the gate's usual limits among them. `onAsked` sees every evaluation of a rule. */
export function playScenario(
  strategy: CompiledStrategy,
  scenario: Scenario,
  onAsked?: (asked: Asked) => void,
): SeenAll {
  const { given } = scenario;
  const group = strategy.groups?.[0] ?? "scenario";
  const groups = makeGroups([[group, Object.keys(given.symbols).toSorted()]]);
  const equity = money(given.equity);
  const limits = parseLimits(renderLimits({ equity, profile: "normal" }), "limits.yaml");
  assert(limits.ok, "the limits that are made are limits");
  const { all, hear } = makeWitness();
  let nowUs: Us = us(1);
  const seen = (machine: Machine): Machine => {
    if (machine.name !== `strategy.${group}`) return machine;
    const symbols = groups.byName.get(group) ?? [];
    const told = { group, symbols, strategy, accountId: PAPER_ACCOUNT };
    return hardOfHearing(onAsked === undefined ? machine : makeStrategyMachine({ ...told, onAsked }), scenario);
  };
  runBacktest({
    market: scenarioMarket(scenario),
    groups,
    machines: backtestMachines({ groups, strategy, limits: limits.value }).map(seen),
    ...machineSights(strategy),
    predictions: {
      observe: () => undefined,
      poll: (atUs) => signalsAt(scenario, group, atUs),
    },
    accountId: PAPER_ACCOUNT,
    cash: equity,
    onEntry: ({ header, event }) => {
      nowUs = header.seenUs;
      hear(event, nowUs);
    },
    onDecision: (event) => hear(event, nowUs),
  });
  return all;
}

/** When the clock at the exchange shows a time of the scenario's day. */
export const timeOf = ({ given: { date } }: Scenario, minute: number): Us =>
  usOfExchangeTime(date, Math.floor(minute / 60), minute % 60);

/** The strategy without quotes and bars while the scenario says that it hears none. */
function hardOfHearing(machine: Machine, scenario: Scenario): Machine {
  const turns = scenario.steps.flatMap(({ at, silent }) =>
    silent === undefined ? [] : [{ fromUs: timeOf(scenario, at) - US_PER_MINUTE, silent }],
  );
  if (turns.length === 0) return machine;
  const isSilent = ({ header: { seenUs } }: Entry): boolean =>
    turns.findLast(({ fromUs }) => seenUs > fromUs)?.silent ?? false;
  const isMarket = ({ event: { kind } }: Entry): boolean => kind === "md.quote" || kind === "md.bar";
  return {
    ...machine,
    apply: (entry, emit) => {
      if (!isMarket(entry) || !isSilent(entry)) machine.apply(entry, emit);
    },
  };
}

function signalsAt(scenario: Scenario, group: string, atUs: Us): readonly Event[] {
  return scenario.steps
    .filter(({ at }) => timeOf(scenario, at) === atUs)
    .flatMap((step) =>
      (step.prediction ?? []).map((prediction, index) => signal(prediction, { scenario, group, atUs, index })),
    );
}

type About = { readonly scenario: Scenario; readonly group: string; readonly atUs: Us; readonly index: number };

function signal(prediction: GivenPrediction, { scenario, group, atUs, index }: About): Event {
  const { symbol, direction, confidence, model, horizonMinutes, validMinutes, target, stop } = prediction;
  return {
    kind: "signal.accepted",
    group,
    symbol: symbol ?? Object.keys(scenario.given.symbols)[0] ?? "",
    predictionId: `${atUs}-${index}`,
    revision: 0,
    model,
    direction,
    confidence,
    horizonMs: horizonMinutes * 60_000,
    producedUs: atUs,
    validUntilUs: us(atUs + validMinutes * US_PER_MINUTE),
    ...(target === undefined ? {} : { targetPx: target }),
    ...(stop === undefined ? {} : { stopPx: stop }),
  } as Event;
}
