import type { Emit, EventByKind } from "@bowline/contracts";
import { floorUs, type Us, us, US_PER_MINUTE } from "@bowline/kernel";
import type { Instrument } from "./session-minutes.ts";

/** How many bars of the past a session starts with, of each length; 0 asks for none. */
export type HistoryWish = { readonly minuteBars: number; readonly dailyBars: number };

type Timeframe = "1m" | "1d";
/** `retryUs` is there after a failure, 0 where it is final; `had`: fewer bars came before. */
type Ask = {
  readonly requestId: string;
  readonly attempt: number;
  readonly bars: number;
  readonly had: boolean;
  done: boolean;
  failure?: string;
  retryUs?: Us;
};
export type WarmUpState = {
  readonly wish: HistoryWish;
  readonly date: string;
  readonly nowUs: Us;
  readonly asks: Readonly<Record<string, Ask>>;
};

/** Bars of the past for each session, asked for once; what failed is asked for again, later each time. */
export type WarmUp = {
  /** From now on so many at the least: where there are fewer, they are asked for with the next clock. */
  want(more: HistoryWish): void;
  /** Asks for what is missing. */
  onClock(instruments: readonly Instrument[], clock: EventByKind<"control.clock">, emit: Emit): void;
  onHistory(history: EventByKind<"md.history">): void;
  /** What an instrument still waits for; `undefined` where it has its history of the session. */
  missing(symbol: string): string | undefined;
  snapshot(): WarmUpState;
};

/** History is there before the open, where the services are. */
const BEFORE_OPEN_US = 60 * US_PER_MINUTE;
const FIRST_RETRY_US = US_PER_MINUTE;
const LAST_RETRY_US = 10 * US_PER_MINUTE;
const NEVER = us(0);

/**
 * The journal is the cache: what was asked for in this session is not asked for again, whoever restarts. Another session asks for
 * everything anew, also for days that it knows: a request costs the same for one day as for sixty, and after a split or a
 * correction the broker's past is another one.
 */
export function makeWarmUp(first: HistoryWish, state?: WarmUpState): WarmUp {
  let wish = state === undefined ? first : mostOf(first, state.wish);
  let date = state?.date ?? "";
  let nowUs = state?.nowUs ?? us(0);
  const asks = new Map(Object.entries(state?.asks ?? {}).map(([key, ask]) => [key, { ...ask }]));
  /** Who waits for nothing more: found anew after a restart, as it is looked at every second. */
  const complete = new Set<string>();
  const lengths = (): readonly (readonly [Timeframe, number])[] =>
    ([["1d", wish.dailyBars] as const, ["1m", wish.minuteBars] as const] as const).filter(([, bars]) => bars > 0);

  const ask = (instrument: Instrument, [timeframe, bars]: readonly [Timeframe, number], emit: Emit): void => {
    const { group, symbol } = instrument;
    const key = keyOf(symbol, timeframe);
    const before = asks.get(key);
    const isMore = before?.done === true && !hasAll(before, bars);
    if (before !== undefined && !isMore && !isDue(before, nowUs)) return;
    const attempt = (before?.attempt ?? 0) + 1;
    const name = `${timeframe === "1m" ? "warmup" : "days"}-${date}-${symbol}`;
    const requestId = attempt === 1 ? name : `${name}-${attempt}`;
    asks.set(key, { requestId, attempt, bars, had: before?.had === true || isMore, done: false });
    const endUs = floorUs(nowUs, US_PER_MINUTE);
    emit({ kind: "request.backfill", requestId, group, symbol, timeframe, endUs, bars });
  };
  return {
    want(more) {
      wish = mostOf(wish, more);
      complete.clear();
    },
    onClock(instruments, clock, emit) {
      nowUs = clock.nowUs;
      if (clock.sessionDate !== date) {
        date = clock.sessionDate;
        asks.clear();
        complete.clear();
      }
      const { openUs, closeUs } = clock;
      if (openUs === undefined || closeUs === undefined || nowUs < openUs - BEFORE_OPEN_US || nowUs >= closeUs) return;
      for (const instrument of instruments)
        if (!complete.has(instrument.symbol)) for (const length of lengths()) ask(instrument, length, emit);
    },
    onHistory({ symbol, timeframe, requestId, failure, failureKind }) {
      const asked = asks.get(keyOf(symbol, timeframe));
      if (asked?.requestId !== requestId || asked.done) return;
      // None is all that there is: a share that is traded since today.
      asked.done = failure === "" || failureKind === "NO_DATA";
      if (asked.done) return;
      asked.failure = failure;
      asked.retryUs = failureKind === "NO_INSTRUMENT" ? NEVER : us(nowUs + retryAfterUs(asked.attempt));
    },
    missing(symbol) {
      if (complete.has(symbol)) return undefined;
      const open = lengths().filter(([timeframe, bars]) => !hasAll(asks.get(keyOf(symbol, timeframe)), bars));
      if (open.length === 0) complete.add(symbol);
      for (const [timeframe] of open) {
        const asked = asks.get(keyOf(symbol, timeframe));
        // What more is for has no value until it is there; what it had is enough for the rest.
        if (asked?.done === true || asked?.had === true) continue;
        const why = asked?.failure === undefined ? "" : `: ${asked.failure}`;
        return `${timeframe === "1d" ? "daily" : "one-minute"} bars of the past are missing${why}`;
      }
      return undefined;
    },
    snapshot: () => ({ wish, date, nowUs, asks: Object.fromEntries([...asks].map(([key, one]) => [key, { ...one }])) }),
  };
}

const mostOf = (one: HistoryWish, other: HistoryWish): HistoryWish => ({
  minuteBars: Math.max(one.minuteBars, other.minuteBars),
  dailyBars: Math.max(one.dailyBars, other.dailyBars),
});

const keyOf = (symbol: string, timeframe: string): string => `${symbol} ${timeframe}`;

const hasAll = (asked: Ask | undefined, bars: number): boolean => asked?.done === true && asked.bars >= bars;

const isDue = ({ retryUs }: Ask, nowUs: Us): boolean => retryUs !== undefined && retryUs !== NEVER && nowUs >= retryUs;

const retryAfterUs = (attempt: number): number => Math.min(LAST_RETRY_US, FIRST_RETRY_US * 2 ** (attempt - 1));
