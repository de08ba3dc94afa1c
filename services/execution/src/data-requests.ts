import { exchangeTimeAt } from "@bowline/calendar";
import { type IbSession, describeRequestError } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import type { Alert } from "@bowline/service-kit";
import { hoursAlerts } from "./hours-alerts.ts";
import { type Answer, type Backfills, type HistoryClock, makeBackfills } from "./backfills.ts";
import { type Instrument, instrumentEntry } from "./market-entries.ts";

/**
 * What market-data asked for. It is rebuilt from the journal, so that a restart or another connection begins again where
 * the last one ended.
 */
export type DataRequests = {
  observe(entry: Entry): void;
  /** The instrument of a symbol that somebody wants. */
  instrumentOf(symbol: string): Instrument | undefined;
  /** Every symbol whose five-second bars somebody wants, in the order in which it was asked for. */
  withBars(): readonly string[];
  /** As `withBars`, of those whose quotes are all that is wanted. */
  ofQuotesAlone(): readonly string[];
  /** How many requests this session has not begun. */
  pending(session: IbSession): number;
  /** Subscribes to everything that is wanted, once a session. */
  restore(session: IbSession): void;
  /**
   * Begins every request that this session has not begun, in order, bars of the past after the others; each answer goes to `answer`.
   * Resolves when all are answered.
   */
  answerAll(session: IbSession, clock: HistoryClock, answer: Answer): Promise<void>;
};

type Wanted = {
  readonly instrument: Instrument;
  readonly quotesOnly: boolean;
  readonly sector: string | undefined;
  readonly cause: Entry;
};
type Task = { readonly kind: "instrument" | "subscribe" | "unsubscribe"; readonly name: string };

export type DataRequestOptions = {
  readonly historyPerTenMinutes: number;
  readonly onRefused: (what: string) => void;
  readonly tell: (alert: Alert) => void;
};

type State = {
  readonly onRefused: (what: string) => void;
  readonly tell: (alert: Alert) => void;
  readonly wanted: Map<string, Wanted>;
  /** The day on which each instrument was described last, by the journal's time: its hours reach no further than days. */
  readonly described: Map<string, string>;
  nowUs: Us;
  readonly backfills: Backfills;
  /** What `session` has not begun. */
  tasks: Task[];
  session: IbSession | undefined;
};

export function makeDataRequests({ historyPerTenMinutes, onRefused, tell }: DataRequestOptions): DataRequests {
  const state: State = {
    onRefused,
    tell,
    wanted: new Map(),
    described: new Map(),
    nowUs: us(0),
    backfills: makeBackfills(historyPerTenMinutes),
    tasks: [],
    session: undefined,
  };
  return {
    observe: (entry) => observe(state, entry),
    instrumentOf: (symbol) => state.wanted.get(symbol)?.instrument,
    withBars: () => wantedSymbols(state, false),
    ofQuotesAlone: () => wantedSymbols(state, true),
    pending(session) {
      turnTo(state, session);
      return state.tasks.length + state.backfills.pending(session);
    },
    restore(session) {
      turnTo(state, session);
      for (const task of state.tasks) if (task.kind !== "instrument") subscribe(state, session, task);
      state.tasks = state.tasks.filter((task) => task.kind === "instrument");
    },
    async answerAll(session, clock, answer) {
      turnTo(state, session);
      const tasks = state.tasks;
      state.tasks = [];
      for (const task of tasks) {
        if (task.kind === "instrument") await describe(state, session, { symbol: task.name, answer });
        else subscribe(state, session, task);
      }
      if (state.session === session) await state.backfills.answerAll(session, clock, answer);
    },
  };
}

const wantedSymbols = ({ wanted }: State, ofQuotesAlone: boolean): readonly string[] =>
  [...wanted].filter(([, { quotesOnly }]) => quotesOnly === ofQuotesAlone).map(([symbol]) => symbol);

const todayOf = (state: State): string => exchangeTimeAt(state.nowUs).date;

/** A new session has begun nothing; instruments are described once a day, as TWS restarts every night. */
function turnTo(state: State, session: IbSession): void {
  if (state.session === session) return;
  state.session = session;
  const symbols = [...state.wanted.keys()];
  state.tasks = [
    ...symbols
      .filter((symbol) => state.described.get(symbol) !== todayOf(state))
      .map((name) => ({ kind: "instrument" as const, name })),
    ...symbols.map((name) => ({ kind: "subscribe" as const, name })),
  ];
}

function observe(state: State, entry: Entry): void {
  const { event, header } = entry;
  if (header.seenUs > state.nowUs) state.nowUs = header.seenUs;
  state.backfills.observe(entry);
  switch (event.kind) {
    case "request.subscribe":
      return want(state, entry, event);
    case "request.unsubscribe":
      if (state.wanted.delete(event.symbol)) state.tasks.push({ kind: "unsubscribe", name: event.symbol });
      return;
    case "md.instrument":
      state.described.set(event.symbol, exchangeTimeAt(header.seenUs).date);
      return;
    default:
  }
}

/** Asked for twice it is made once; asked for otherwise than before, anew. */
function want(
  { wanted, tasks, described }: State,
  cause: Entry,
  { group, symbol, quotesOnly = false, sector }: EventByKind<"request.subscribe">,
): void {
  const before = wanted.get(symbol);
  const [otherData, otherSector] = [
    before?.quotesOnly !== quotesOnly,
    before !== undefined && before.sector !== sector,
  ];
  wanted.set(symbol, { instrument: { group, symbol }, quotesOnly, sector, cause });
  if (otherSector) described.delete(symbol);
  if (otherSector || before === undefined) tasks.push({ kind: "instrument", name: symbol });
  if (!otherData) return;
  if (before !== undefined) tasks.push({ kind: "unsubscribe", name: symbol });
  tasks.push({ kind: "subscribe", name: symbol });
}

/** As it is wanted now, whatever was asked for meanwhile. */
function subscribe({ wanted }: State, session: IbSession, { kind, name }: Task): void {
  const wish = wanted.get(name);
  if (kind === "unsubscribe") session.unsubscribe(name);
  else if (wish !== undefined) session.subscribe(name, { quotesOnly: wish.quotesOnly });
}

async function describe(
  state: State,
  session: IbSession,
  { symbol, answer }: { readonly symbol: string; readonly answer: Answer },
): Promise<void> {
  const request = state.wanted.get(symbol);
  if (request === undefined || state.described.get(symbol) === todayOf(state)) return;
  const details = await session.instrument(symbol);
  if (!details.ok) return state.onRefused(`${symbol}: ${describeRequestError(details.error)}`);
  state.described.set(symbol, todayOf(state));
  for (const alert of hoursAlerts(details.value)) state.tell(alert);
  answer({ event: instrumentEntry(request, details.value), cause: request.cause });
}
