import { exchangeTimeAt } from "@bowline/calendar";
import { type IbSession, describeRequestError } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import type { Alert, EdgeOutput } from "@bowline/service-kit";
import { hoursAlerts } from "./hours-alerts.ts";
import { type Instrument, historyBar, instrumentEntry } from "./market-entries.ts";

/**
 * What market-data asked for. It is rebuilt from the journal, so that a restart or another connection begins again where
 * the last one ended.
 */
export type DataRequests = {
  observe(entry: Entry): void;
  /** The instrument of a symbol that somebody wants. */
  instrumentOf(symbol: string): Instrument | undefined;
  /** Every symbol that somebody wants, in the order in which it was asked for. */
  symbols(): readonly string[];
  /** How many requests this session has not begun. */
  pending(session: IbSession): number;
  /** Subscribes to everything that is wanted, once a session. */
  restore(session: IbSession): void;
  /** Begins every request that this session has not begun, in order; each answer goes to `answer`. Resolves when all are answered. */
  answerAll(session: IbSession, answer: Answer): Promise<void>;
};

type Answer = (output: EdgeOutput) => void;
type Backfill = Entry & { readonly event: EventByKind<"request.backfill"> };
type Task = { readonly kind: "instrument" | "subscribe" | "backfill"; readonly name: string };

type State = {
  readonly onRefused: (what: string) => void;
  readonly tell: (alert: Alert) => void;
  readonly wanted: Map<string, { readonly instrument: Instrument; readonly cause: Entry }>;
  /** The day on which each instrument was described last, by the journal's time: its hours reach no further than days. */
  readonly described: Map<string, string>;
  nowUs: Us;
  readonly backfills: Map<string, Backfill>;
  /** What `session` has not begun. */
  tasks: Task[];
  session: IbSession | undefined;
};

export function makeDataRequests(onRefused: (what: string) => void, tell: (alert: Alert) => void): DataRequests {
  const state: State = {
    onRefused,
    tell,
    wanted: new Map(),
    described: new Map(),
    nowUs: us(0),
    backfills: new Map(),
    tasks: [],
    session: undefined,
  };
  return {
    observe: (entry) => observe(state, entry),
    instrumentOf: (symbol) => state.wanted.get(symbol)?.instrument,
    symbols: () => [...state.wanted.keys()],
    pending(session) {
      turnTo(state, session);
      return state.tasks.length;
    },
    restore(session) {
      turnTo(state, session);
      for (const task of state.tasks) if (task.kind === "subscribe") session.subscribe(task.name);
      state.tasks = state.tasks.filter((task) => task.kind !== "subscribe");
    },
    async answerAll(session, answer) {
      turnTo(state, session);
      const tasks = state.tasks;
      state.tasks = [];
      for (const task of tasks) await perform(state, session, { task, answer });
    },
  };
}

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
    ...[...state.backfills.keys()].map((name) => ({ kind: "backfill" as const, name })),
  ];
}

function observe(state: State, entry: Entry): void {
  const { event, header } = entry;
  if (header.seenUs > state.nowUs) state.nowUs = header.seenUs;
  switch (event.kind) {
    case "request.subscribe":
      if (state.wanted.has(event.symbol)) return;
      state.wanted.set(event.symbol, { instrument: { group: event.group, symbol: event.symbol }, cause: entry });
      state.tasks.push({ kind: "instrument", name: event.symbol }, { kind: "subscribe", name: event.symbol });
      return;
    case "request.backfill":
      state.backfills.set(event.requestId, { ...entry, event });
      state.tasks.push({ kind: "backfill", name: event.requestId });
      return;
    case "md.instrument":
      state.described.set(event.symbol, exchangeTimeAt(header.seenUs).date);
      return;
    case "md.history":
      state.backfills.delete(event.requestId);
      return;
    default:
  }
}

async function perform(
  state: State,
  session: IbSession,
  { task, answer }: { readonly task: Task; readonly answer: Answer },
): Promise<void> {
  if (task.kind === "subscribe") return session.subscribe(task.name);
  if (task.kind === "instrument") return describe(state, session, { symbol: task.name, answer });
  const backfill = state.backfills.get(task.name);
  if (backfill !== undefined) await answerBackfill(state, session, { backfill, answer });
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
  answer({ event: instrumentEntry(request.instrument.group, details.value), cause: request.cause });
}

async function answerBackfill(
  state: State,
  session: IbSession,
  { backfill, answer }: { readonly backfill: Backfill; readonly answer: Answer },
): Promise<void> {
  const { group, symbol, requestId, timeframe, endUs, bars } = backfill.event;
  const history = await session.history({ symbol, timeframe, endUs, bars });
  // Another session will ask again: the end of this one says nothing about the bars.
  if (!history.ok && history.error.type === "closed") return;
  state.backfills.delete(requestId);
  const about = { kind: "md.history" as const, group, symbol, requestId, timeframe };
  const event = history.ok
    ? { ...about, bars: history.value.map(historyBar), failure: "" }
    : { ...about, bars: [], failure: describeRequestError(history.error) };
  answer({ event, cause: backfill });
}
