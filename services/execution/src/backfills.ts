import { type IbSession, describeRequestError, historyFailure } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type Us, US_PER_MS } from "@bowline/kernel";
import type { EdgeOutput } from "@bowline/service-kit";
import { makeHistoryPace } from "./history-pace.ts";
import { historyBar } from "./market-entries.ts";

type Backfill = Entry & { readonly event: EventByKind<"request.backfill"> };
export type Answer = (output: EdgeOutput) => void;
/** Where requests wait for their pace; in lock-step they do not. */
export type HistoryClock = { nowUs(): Us; readonly lockstep: boolean; wait(ms: number): Promise<void> };

/**
 * Bars of the past that somebody asked for and the journal has no answer to. One request is open at a time, in the order of the
 * journal, within IB's pacing. What the journal has answered is never asked again: it is the cache.
 */
export type Backfills = {
  observe(entry: Entry): void;
  /** How many this session has not begun. */
  pending(session: IbSession): number;
  /** Begins them all; resolves when they are answered, or another session has taken over. */
  answerAll(session: IbSession, clock: HistoryClock, answer: Answer): Promise<void>;
};

type State = {
  readonly open: Map<string, Backfill>;
  readonly pace: ReturnType<typeof makeHistoryPace>;
  /** Not begun by the session, and begun but not asked yet. */
  fresh: string[];
  begun: string[];
  session: IbSession | undefined;
  underWay: Promise<void> | undefined;
};

export function makeBackfills(historyPerTenMinutes: number): Backfills {
  const state: State = {
    open: new Map(),
    pace: makeHistoryPace(historyPerTenMinutes),
    fresh: [],
    begun: [],
    session: undefined,
    underWay: undefined,
  };
  return {
    observe: (entry) => observe(state, entry),
    pending(session) {
      turnTo(state, session);
      return state.fresh.length;
    },
    answerAll(session, clock, answer) {
      turnTo(state, session);
      state.begun.push(...state.fresh.splice(0));
      state.underWay ??= work(state, session, { clock, answer }).finally(() => {
        if (state.session === session) state.underWay = undefined;
      });
      return state.underWay;
    },
  };
}

/** A new session has begun nothing. */
function turnTo(state: State, session: IbSession): void {
  if (state.session === session) return;
  state.session = session;
  state.fresh = [...state.open.keys()];
  state.begun = [];
  state.underWay = undefined;
}

function observe(state: State, entry: Entry): void {
  const { event, header } = entry;
  if (event.kind === "request.backfill") {
    if (state.open.has(event.requestId)) return;
    state.open.set(event.requestId, { ...entry, event });
    state.fresh.push(event.requestId);
  } else if (event.kind === "md.history") {
    const asked = state.open.get(event.requestId);
    state.open.delete(event.requestId);
    // Of before a restart: what this process asked for is noted already.
    if (state.session === undefined && asked !== undefined) state.pace.noteAt(pacedOf(asked), header.seenUs);
  }
}

const pacedOf = ({ event: { symbol, timeframe, endUs, bars, extendedHours = false } }: Backfill) => ({
  symbol,
  identity: [symbol, timeframe, endUs, bars, extendedHours].join(" "),
});

type Way = { readonly clock: HistoryClock; readonly answer: Answer };

async function work(state: State, session: IbSession, way: Way): Promise<void> {
  for (let id = state.begun.shift(); id !== undefined; id = state.begun.shift()) {
    const backfill = state.open.get(id);
    if (backfill === undefined) continue;
    await waitForPace(state, backfill, way.clock);
    if (state.session !== session) return;
    await ask(state, session, { backfill, answer: way.answer });
    if (state.session !== session) return;
  }
}

async function waitForPace({ pace }: State, backfill: Backfill, clock: HistoryClock): Promise<void> {
  if (clock.lockstep) return;
  const request = pacedOf(backfill);
  for (let waitUs = pace.waitUs(request, clock.nowUs()); waitUs > 0; waitUs = pace.waitUs(request, clock.nowUs()))
    await clock.wait(Math.ceil(waitUs / US_PER_MS));
  pace.noteAt(request, clock.nowUs());
}

async function ask(
  state: State,
  session: IbSession,
  { backfill, answer }: { readonly backfill: Backfill; readonly answer: Answer },
): Promise<void> {
  const { group, symbol, requestId, timeframe, endUs, bars, extendedHours } = backfill.event;
  const history = await session.history({ symbol, timeframe, endUs, bars, extendedHours });
  const failureKind = history.ok ? undefined : historyFailure(history.error);
  // Another session will ask again: the end of this one says nothing about the bars.
  if (!history.ok && failureKind === undefined) return;
  state.open.delete(requestId);
  const about = { kind: "md.history" as const, group, symbol, requestId, timeframe };
  const event = history.ok
    ? { ...about, bars: history.value.map(historyBar), failure: "" }
    : { ...about, bars: [], failure: describeRequestError(history.error), failureKind };
  answer({ event, cause: backfill });
}
