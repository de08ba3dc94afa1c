import { formatConfigError } from "@bowline/config";
import { micros, money, px, qty, us } from "@bowline/kernel";
import {
  type CompiledStrategy,
  type Facts,
  NEVER_FIRED,
  checkRules,
  countHolding,
  decide,
  explain,
} from "@bowline/rules";
import { type BenchRule, FACT_NAMES, type Moment, type Workload } from "./workload.ts";

/** The rules as a strategy file. */
export function strategyText(rules: readonly BenchRule[]): string {
  const lines = rules.map((conditions, index) => {
    const when = conditions.map(({ fact, operator, value }) => `"${FACT_NAMES[fact]} ${operator} ${value}"`);
    return `  - { id: r${index}, on: bar, when: [${when.join(", ")}], do: { exit: {} } }`;
  });
  return `strategy: bench\ndescription: For the bench.\ngroups: all\nrules:\n${lines.join("\n")}\n`;
}

export function compileRules(rules: readonly BenchRule[]): CompiledStrategy {
  const checked = checkRules(strategyText(rules), "bench.yaml");
  if (!checked.ok) throw new Error(checked.error.map(formatConfigError).join("\n"));
  return checked.value;
}

const exact = (value: number | undefined): number => micros(String(value ?? 0));

/** A moment as the strategy service would give it. */
function toFacts(moment: Moment): Facts {
  const [confidence, bid, ask, last, volume, quantity, working = 0, equity, cash, openPositions = 0] = moment;
  const price = px(exact(last));
  const none = money(0);
  return {
    symbol: "AAPL",
    nowUs: us(0),
    session: undefined,
    prediction: {
      kind: "signal.accepted",
      group: "tech",
      symbol: "AAPL",
      predictionId: "p1",
      revision: 0,
      model: "bench",
      direction: "LONG",
      confidence: exact(confidence),
      horizonMs: 60_000,
      producedUs: us(0),
      validUntilUs: us(1),
    },
    position: { quantity: qty(exact(quantity)), enteredUs: undefined },
    liveOrders: working,
    working: [],
    liveEntries: 0,
    reducing: false,
    scaledIn: 0,
    exiting: false,
    quote: { bidPx: px(exact(bid)), askPx: px(exact(ask)), halted: false },
    feedAlive: true,
    lastPx: price,
    day: { volume: qty(exact(volume)), openPx: price, highPx: price, lowPx: price },
    previousClosePx: undefined,
    atr: undefined,
    indicators: {},
    equity: money(exact(equity)),
    account: { cash: money(exact(cash)), grossExposure: none, netExposure: none, unrealizedPnl: none, dayPnl: none },
    portfolio: { openPositions, longPositions: 0, shortPositions: 0 },
    unflattened: 0,
    peers: undefined,
    tradingState: "ACTIVE",
    pause: undefined,
    modelAlive: true,
    vars: {},
    history: NEVER_FIRED,
  };
}

/** Facts read into slots, and the programs run. */
export function makeOurs({ rules, moments }: Workload): (at: number) => number {
  const strategy = compileRules(rules);
  const table = strategy.tableOf("bar:1m");
  const facts = moments.map(toFacts);
  return (at) => countHolding(strategy, table, facts[at % facts.length] as Facts);
}

/** The whole decision: also what holds a rule back, what its action needs, and who of those that fire acts. */
export function makeDecisions({ rules, moments }: Workload): (at: number) => number {
  const strategy = compileRules(rules);
  const table = strategy.tableOf("bar:1m");
  const facts = moments.map(toFacts);
  return (at) =>
    decide(strategy, table, facts[at % facts.length] as Facts, () => NEVER_FIRED).filter(
      ({ evaluation }) => evaluation.condition === "TRUE",
    ).length;
}

/** The same, and the whole record of every rule each time: more than is ever written, as records are written when they change. */
export function makeRecords({ rules, moments }: Workload): (at: number) => number {
  const strategy = compileRules(rules);
  const table = strategy.tableOf("bar:1m");
  const facts = moments.map(toFacts);
  return (at) => {
    const verdicts = decide(strategy, table, facts[at % facts.length] as Facts, () => NEVER_FIRED);
    return verdicts.filter(({ rule, facts: own, evaluation }) => {
      const { leaves } = explain(rule, own, evaluation);
      return leaves.slice(0, rule.requirements.length).every(({ result }) => result === "TRUE");
    }).length;
  };
}
