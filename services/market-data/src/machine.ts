import type { Groups } from "@bowline/config";
import type { Emit, EventByKind, Machine } from "@bowline/contracts";
import { floorUs, type JsonValue, US_PER_MINUTE } from "@bowline/kernel";
import { makeSessionMinutes, type SessionMinutesState } from "./machine/session-minutes.ts";
import { makeWants, type WantsState } from "./machine/wants.ts";

export type MarketDataOptions = {
  readonly groups: Groups;
  /** How many one-minute bars of the past a session starts with; 0 asks for none. */
  readonly warmupBars: number;
};

type Snapshot = { readonly minutes: SessionMinutesState; readonly wants: WantsState; readonly beatUs: number };

/**
 * Builds the one-minute bars of regular hours on the clock that ends the minute, marks what did not come, corrects what turns
 * out otherwise, and asks execution for subscriptions (once a symbol) and for the bars that a session's warm-up needs (once a symbol and session).
 */
export function makeMarketDataMachine({ groups, warmupBars }: MarketDataOptions): Machine {
  const instruments = groups.symbols.map((symbol) => ({ symbol, group: groups.groupOf(symbol) ?? "none" }));
  let minutes = makeSessionMinutes(instruments);
  let wants = makeWants(instruments, warmupBars);
  let beatUs = 0;

  const onClock = (clock: EventByKind<"control.clock">, emit: Emit): void => {
    minutes.onClock(clock, emit);
    wants.onClock(clock, emit);
    const minuteUs = floorUs(clock.nowUs, US_PER_MINUTE);
    if (minuteUs <= beatUs) return;
    beatUs = minuteUs;
    emit({ kind: "control.heartbeat", source: "market-data", clockUs: clock.nowUs });
  };
  return {
    name: "market-data",
    version: 2,
    apply({ event }, emit) {
      switch (event.kind) {
        case "md.bar":
          minutes.onBar(event);
          return;
        case "control.clock":
          onClock(event, emit);
          return;
        case "md.history":
          minutes.onHistory(event, emit);
          return;
        case "broker.session":
          minutes.onSession(event);
          wants.onSession(event, emit);
          return;
        default:
      }
    },
    snapshot: () => ({ minutes: minutes.snapshot(), wants: wants.snapshot(), beatUs }) as unknown as JsonValue,
    restore(value) {
      const snapshot = value as unknown as Snapshot;
      minutes = makeSessionMinutes(instruments, snapshot.minutes);
      wants = makeWants(instruments, warmupBars, snapshot.wants);
      beatUs = snapshot.beatUs;
    },
  };
}
