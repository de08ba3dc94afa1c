import type { Groups } from "@bowline/config";
import { answersClock, type Emit, type EventByKind, type Machine } from "@bowline/contracts";
import type { JsonValue, Us } from "@bowline/kernel";
import { DEFAULT_LINES } from "@bowline/market";
import { checkRules, historyNeeds } from "@bowline/rules";
import { makeSessionMinutes, type SessionMinutesState } from "./machine/session-minutes.ts";
import { NO_GROUP, type Wanted } from "./machine/subscriptions.ts";
import type { HistoryWish } from "./machine/warm-up.ts";
import { makeWants, type WantsState } from "./machine/wants.ts";

export type MarketDataOptions = {
  readonly groups: Groups;
  /** Symbols whose one-minute bars the feed builds from trades; none where it is left out, as in a backtest, which has no trades. */
  readonly fromTicks?: ReadonlySet<string>;
  /** How many one-minute bars of the past a session starts with; 0 asks for none. */
  readonly warmupBars: number;
  /** How many daily ones; 60 where it is left out. */
  readonly dailyBars?: number;
  /** What indicators need where that is more; nothing where it is left out. */
  readonly needs?: HistoryWish | undefined;
  /** What others are compared with: subscribed although no group has it. None where it is left out. */
  readonly benchmark?: string | undefined;
  /** Market data lines that the broker grants; 100 where it is left out. */
  readonly lines?: number;
};

const DEFAULT_DAILY_BARS = 60;

type Snapshot = { readonly minutes: SessionMinutesState; readonly wants: WantsState } & Beats;

/** The newest clock, and the newest that was answered. */
type Beats = { readonly clockUs?: Us; readonly beatUs?: Us };

/**
 * Builds the one-minute bars of regular hours on the clock that ends the minute, marks what did not come, corrects what turns
 * out otherwise, and asks execution for subscriptions (once a symbol) and for the bars that a session's warm-up needs (once a symbol and session).
 */
export function makeMarketDataMachine(options: MarketDataOptions): Machine {
  const { fromTicks = NONE } = options;
  const wanted = wantedOf(options);
  const instruments = wanted.toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const wishes = { instruments: wanted, lines: options.lines ?? DEFAULT_LINES, history: historyOf(options) };
  let minutes = makeSessionMinutes(instruments, fromTicks);
  let wants = makeWants(wishes);
  let beats: Beats = {};

  const onClock = (clock: EventByKind<"control.clock">, emit: Emit): void => {
    minutes.onClock(clock, emit);
    wants.onClock(clock, emit);
    const { nowUs } = clock;
    const isAnswered = answersClock(nowUs, beats);
    beats = { ...beats, clockUs: nowUs, ...(isAnswered ? { beatUs: nowUs } : {}) };
    if (isAnswered) emit({ kind: "control.heartbeat", source: "market-data", clockUs: nowUs });
  };
  return {
    name: "market-data",
    version: 4,
    apply({ event }, emit) {
      switch (event.kind) {
        case "md.bar":
          minutes.onBar(event);
          wants.onEvent(event, emit);
          return;
        case "control.clock":
          onClock(event, emit);
          return;
        case "md.history":
          minutes.onHistory(event, emit);
          wants.onEvent(event, emit);
          return;
        case "broker.session":
          minutes.onSession(event);
          wants.onEvent(event, emit);
          return;
        case "control.strategy":
          wants.wantHistory(historyOf({ ...options, needs: needsOf(event) }));
          return;
        case "md.gap":
          minutes.onGap(event);
          return;
        default:
          wants.onEvent(event, emit);
      }
    },
    snapshot: () => ({ minutes: minutes.snapshot(), wants: wants.snapshot(), ...beats }) as unknown as JsonValue,
    restore(value) {
      const snapshot = value as unknown as Snapshot;
      minutes = makeSessionMinutes(instruments, fromTicks, snapshot.minutes);
      wants = makeWants(wishes, snapshot.wants);
      const { clockUs, beatUs } = snapshot;
      beats = { ...(clockUs === undefined ? {} : { clockUs }), ...(beatUs === undefined ? {} : { beatUs }) };
    },
  };
}

/** 0 asks for none, whatever is needed. */
function historyOf({ warmupBars, dailyBars = DEFAULT_DAILY_BARS, needs }: MarketDataOptions): HistoryWish {
  const most = (wish: number, need = 0): number => (wish === 0 ? 0 : Math.max(wish, need));
  return { minuteBars: most(warmupBars, needs?.minuteBars), dailyBars: most(dailyBars, needs?.dailyBars) };
}

/** What a version of a strategy file rests on; one that does not hold decides nothing, and needs nothing. */
function needsOf({ strategy, yaml }: EventByKind<"control.strategy">): HistoryWish | undefined {
  const checked = checkRules(yaml, `${strategy}.yaml`);
  return checked.ok ? historyNeeds(checked.value) : undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** What strategies trade, in declared order, and what it is compared with last. */
function wantedOf({ groups, benchmark, fromTicks = NONE }: MarketDataOptions): readonly Wanted[] {
  const symbols = new Set([...groups.declared, ...groups.benchmarks, ...(benchmark === undefined ? [] : [benchmark])]);
  return [...symbols].map((symbol) => {
    const sector = groups.sectorOf(symbol);
    const wanted = { symbol, group: groups.groupOf(symbol) ?? NO_GROUP, quotesOnly: fromTicks.has(symbol) };
    return sector === undefined ? wanted : { ...wanted, sector };
  });
}
