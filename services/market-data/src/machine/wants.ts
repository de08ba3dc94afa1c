import type { Availability, Emit, Event, EventByKind } from "@bowline/contracts";
import { type ExposureState, makeExposure } from "./exposure.ts";
import { makeSilence, type SilenceState } from "./silence.ts";
import { makeSubscriptions, type SubscriptionsOptions, type SubscriptionsState, type Wanted } from "./subscriptions.ts";
import { type HistoryWish, makeWarmUp, type WarmUpState } from "./warm-up.ts";

type Clock = EventByKind<"control.clock">;

type Told = { readonly state: Availability; readonly reason: string };

export type WantsOptions = SubscriptionsOptions & { readonly history: HistoryWish };
export type WantsState = {
  readonly ready: boolean;
  readonly clock?: Clock | undefined;
  readonly exposure: ExposureState;
  readonly subscriptions: SubscriptionsState;
  readonly warmUp: WarmUpState;
  readonly silence: SilenceState;
  readonly told: Readonly<Record<string, Told>>;
};

/**
 * What market-data wants from the broker, asked for through the journal: it has no socket. And whether each symbol's data are good
 * enough to enter on, which the risk gate obeys.
 */
export type Wants = {
  onEvent(event: Event, emit: Emit): void;
  onClock(clock: Clock, emit: Emit): void;
  /** Another version of the strategy needs so much of the past. */
  wantHistory(more: HistoryWish): void;
  snapshot(): WantsState;
};

const AVAILABLE: Told = { state: "AVAILABLE", reason: "" };
const SILENT: Told = { state: "SILENT", reason: "no five-second bar in the time of three" };

export function makeWants(options: WantsOptions, state?: WantsState): Wants {
  let ready = state?.ready ?? false;
  let clock = state?.clock;
  const exposure = makeExposure(state?.exposure);
  const subscriptions = makeSubscriptions(options, state?.subscriptions);
  const warmUp = makeWarmUp(options.history, state?.warmUp);
  const silence = makeSilence(state?.silence);
  const told = new Map(Object.entries(state?.told ?? {}));
  /** Those whose bars somebody decides on: of others the past says nothing. */
  const decidedOn = new Set(options.instruments.map(({ symbol }) => symbol));
  const warmed = (): readonly Wanted[] => subscriptions.subscribed().filter(({ symbol }) => decidedOn.has(symbol));

  const settle = (emit: Emit): void => {
    if (!ready) return;
    subscriptions.settle(exposure, emit);
    tellAll(emit);
  };
  const noLine: Told = {
    state: "NO_LINE",
    reason: `all ${options.lines} market data lines are spent on symbols before it`,
  };
  const availabilityOf = ({ symbol, quotesOnly }: Wanted): Told => {
    const missing = decidedOn.has(symbol) ? warmUp.missing(symbol) : undefined;
    if (missing !== undefined) return { state: "WARMING_UP", reason: missing };
    return !quotesOnly && clock !== undefined && silence.isSilent(symbol, clock) ? SILENT : AVAILABLE;
  };
  const tell = ({ group, symbol }: Wanted, next: Told, emit: Emit): void => {
    const before = told.get(symbol);
    if (before?.state === next.state && before.reason === next.reason) return;
    told.set(symbol, next);
    emit({ kind: "md.availability", group, symbol, ...next });
  };
  const tellAll = (emit: Emit): void => {
    for (const wanted of subscriptions.subscribed()) tell(wanted, availabilityOf(wanted), emit);
    for (const wanted of subscriptions.refused()) {
      silence.forget(wanted.symbol);
      tell(wanted, noLine, emit);
    }
  };
  return {
    onEvent(event, emit) {
      if (event.kind === "md.bar" && event.timeframe === "5s") {
        silence.heard(event.symbol, event.closeUs);
      } else if (event.kind === "md.history") {
        warmUp.onHistory(event);
        if (ready) tellAll(emit);
      } else if (event.kind === "broker.session") {
        ready = event.state === "READY";
        settle(emit);
      } else if (exposure.learn(event)) settle(emit);
    },
    onClock(next, emit) {
      clock = next;
      if (!ready) return;
      warmUp.onClock(warmed(), next, emit);
      tellAll(emit);
    },
    wantHistory: warmUp.want,
    snapshot: () => ({
      ready,
      clock,
      exposure: exposure.snapshot(),
      subscriptions: subscriptions.snapshot(),
      warmUp: warmUp.snapshot(),
      silence: silence.snapshot(),
      told: Object.fromEntries(told),
    }),
  };
}
