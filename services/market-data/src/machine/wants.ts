import type { Emit, EventByKind } from "@bowline/contracts";
import { floorUs, US_PER_MINUTE } from "@bowline/kernel";
import type { Instrument } from "./session-minutes.ts";

export type WantsState = {
  readonly ready: boolean;
  readonly subscribed: readonly string[];
  readonly warmedDate: string;
  readonly warmed: readonly string[];
};

/** What market-data wants from the broker, asked for through the journal: it has no socket. */
export type Wants = {
  onSession(session: EventByKind<"broker.session">, emit: Emit): void;
  onClock(clock: EventByKind<"control.clock">, emit: Emit): void;
  snapshot(): WantsState;
};

/** Subscribes each symbol once, for ever: execution restores subscriptions itself. Asks for warm-up bars once a symbol and session. */
export function makeWants(instruments: readonly Instrument[], warmupBars: number, state?: WantsState): Wants {
  let ready = state?.ready ?? false;
  const subscribed = new Set(state?.subscribed);
  let warmedDate = state?.warmedDate ?? "";
  const warmed = new Set(state?.warmed);
  return {
    onSession(session, emit) {
      ready = session.state === "READY";
      if (!ready) return;
      for (const { group, symbol } of instruments) {
        if (subscribed.has(symbol)) continue;
        subscribed.add(symbol);
        emit({ kind: "request.subscribe", requestId: `subscribe-${symbol}`, group, symbol });
      }
    },
    onClock({ nowUs, sessionDate, openUs, closeUs }, emit) {
      if (
        !ready ||
        warmupBars === 0 ||
        openUs === undefined ||
        closeUs === undefined ||
        nowUs < openUs ||
        nowUs >= closeUs
      )
        return;
      if (sessionDate !== warmedDate) {
        warmedDate = sessionDate;
        warmed.clear();
      }
      if (warmed.size === instruments.length) return;
      const endUs = floorUs(nowUs, US_PER_MINUTE);
      for (const { group, symbol } of instruments) {
        if (warmed.has(symbol)) continue;
        warmed.add(symbol);
        emit({
          kind: "request.backfill",
          requestId: `warmup-${sessionDate}-${symbol}`,
          group,
          symbol,
          timeframe: "1m",
          endUs,
          bars: warmupBars,
        });
      }
    },
    snapshot: () => ({ ready, subscribed: [...subscribed].sort(), warmedDate, warmed: [...warmed].sort() }),
  };
}
