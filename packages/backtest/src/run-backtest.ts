import type { Groups } from "@bowline/config";
import { consumedKinds, type Entry, type Event, type Machine, type ServiceContract } from "@bowline/contracts";
import { type Money, type Us, us } from "@bowline/kernel";
import { clockAt } from "@bowline/market";
import { makeBroker, type Market, type SessionPlan, stepEndUs } from "@bowline/matching";
import { accountEvent } from "./broker-entries.ts";
import { type ExecutionSeat, makeExecutionSeat } from "./execution-seat.ts";
import { makeMachineSeat } from "./machine-seat.ts";
import { makeMarketEvents, type MarketEvents } from "./market-step.ts";
import { makeMemoryJournal, type MemoryJournal, type Sight } from "./memory-journal.ts";
import { makePredictionSeat, type Predictions } from "./prediction-seat.ts";
import { makeRounds, type Rounds } from "./rounds.ts";

/** How far a backtest has come. */
export type BacktestProgress = {
  readonly session: number;
  readonly sessions: number;
  readonly step: number;
  readonly steps: number;
};

export type BacktestOptions = {
  /** Every symbol of it must be in the groups. */
  readonly market: Market;
  readonly groups: Groups;
  /** The same machines that run live; their names must differ. */
  readonly machines: readonly Machine[];
  /** Which kinds a machine is shown: what the service that runs it consumes. All, where there is no contract. */
  contractOf?(machine: Machine): ServiceContract | undefined;
  /** The ticker group that a machine works for: it would ignore other groups' bars and quotes, and is not shown them. */
  groupOf?(machine: Machine): string | undefined;
  readonly predictions?: Predictions | undefined;
  readonly accountId: string;
  /** Cash at the start; the simulator's where it is not given. */
  readonly cash?: Money | undefined;
  /** Sees every entry once, in order; it must not change it. Nothing is kept otherwise. */
  onEntry?(entry: Entry): void;
  /** Sees every decision record, which stand in a stream of their own. */
  onDecision?(event: Event): void;
  /** Called once a simulated minute. */
  onProgress?(progress: BacktestProgress): void;
};

export type BacktestResult = { readonly journalEntries: number; readonly sessions: number };

type Table = {
  readonly options: BacktestOptions;
  readonly journal: MemoryJournal;
  readonly rounds: Rounds;
  readonly execution: ExecutionSeat;
  readonly events: MarketEvents;
  /** Simulated time, and how many steps there were. */
  readonly time: { nowUs: Us; step: number };
  readonly broker: ReturnType<typeof makeBroker>;
};

/**
 * Runs every session of a market through the machines: the steps, turns and rounds of lock-step on a journal in memory, the
 * simulator's matching behind execution's translation. The same inputs give the live simulated run's decisions, to the bit.
 */
export function runBacktest(options: BacktestOptions): BacktestResult {
  const table = layTable(options);
  const plans = options.market.sessions();
  table.time.nowUs = plans[0]?.openUs ?? us(1);
  begin(table);
  plans.forEach((plan, session) => playSession(table, plan, session));
  return { journalEntries: table.journal.lastSeq(), sessions: plans.length };
}

function layTable(options: BacktestOptions): Table {
  const { market, groups, accountId, cash, machines, predictions } = options;
  const journal = makeMemoryJournal(options.onEntry);
  const broker = makeBroker({ symbols: market.symbols, accountId, ...(cash === undefined ? {} : { cash }) });
  const time = { nowUs: us(1), step: 0 };
  const execution = makeExecutionSeat({ journal, broker, market, groups, nowUs: () => time.nowUs });
  const seats = machines.map((machine) =>
    makeMachineSeat(machine, journal, {
      sees: sightOf(options.contractOf?.(machine), options.groupOf?.(machine)),
      onDecision: options.onDecision,
    }),
  );
  const ingest = predictions === undefined ? [] : [makePredictionSeat(predictions, journal)];
  const rounds = makeRounds(journal, [execution, ...seats, ...ingest]);
  return { options, journal, rounds, execution, events: makeMarketEvents(groups), time, broker };
}

/** What a contract lets a machine see, as the live loop filters for it, and of market data what its group needs. */
function sightOf(contract: ServiceContract | undefined, ownGroup: string | undefined): Sight {
  const kinds = contract === undefined ? undefined : consumedKinds(contract);
  const timeframes = contract?.timeframes;
  return (kind, timeframe, group) =>
    (kinds?.has(kind) ?? true) &&
    (timeframe === undefined || timeframes === undefined || timeframes.includes(timeframe)) &&
    (group === undefined || ownGroup === undefined || group === ownGroup);
}

/** What stands in a live journal before the first step, as far as a machine rests on it: leases, a READY session, the account. */
function begin({ options, journal, rounds, execution, time, broker }: Table): void {
  const { nowUs } = time;
  const origin = { causeSeq: 0, ordinal: 0, eventUs: nowUs, seenUs: nowUs };
  journal.append({ kind: "control.generation", generation: "backtest" }, { ...origin, machine: "streams" });
  for (const { name } of options.machines)
    journal.append(
      { kind: "control.lease", machineName: name, holder: "backtest", leaseEpoch: 1 },
      { ...origin, machine: `loop.lease.${name}` },
    );
  execution.say({
    kind: "broker.session",
    state: "READY",
    reason: "backtest",
    accountId: options.accountId,
    serverVersion: 0,
  });
  execution.say(accountEvent(broker.account()));
  rounds.settle();
}

function playSession(table: Table, plan: SessionPlan, session: number): void {
  const { options, execution, time, broker } = table;
  const sessions = options.market.sessions().length;
  for (let step = 0; step < plan.steps; step++) {
    time.nowUs = stepEndUs(plan, step);
    playStep(table, session, step);
    if (step % 12 === 11) options.onProgress?.({ session, sessions, step: step + 1, steps: plan.steps });
  }
  execution.hear(broker.endOfSession(time.nowUs));
  table.rounds.settle();
}

function playStep(
  { options, journal, rounds, execution, events, time, broker }: Table,
  session: number,
  step: number,
): void {
  const { nowUs } = time;
  const steps = options.market.step(session, step);
  execution.hear(broker.step(steps, nowUs));
  for (const data of steps) execution.say(events.bar(data, nowUs), events.barSubject(data.symbol));
  rounds.turn(execution);
  time.step += 1;
  const feed = { machine: "feed", causeSeq: time.step, ordinal: 0, eventUs: nowUs, seenUs: nowUs };
  for (const data of steps) {
    journal.append(events.quote(data, nowUs), feed, events.quoteSubject(data.symbol));
    feed.ordinal += 1;
  }
  journal.append(clockAt(nowUs), { ...feed, machine: "clock", ordinal: 0 });
  rounds.settle();
}
