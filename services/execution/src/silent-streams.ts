import { sessionAt } from "@bowline/calendar";
import { type Us, US_PER_SECOND } from "@bowline/kernel";

/** In regular hours TWS sends a bar of every subscription each five seconds, also where nothing trades. */
const BARS_SILENT_AFTER_US = 60 * US_PER_SECOND;
/** Quotes and trades come when something happens: a quiet share's may pause, one that trades every minute has lost its stream. */
export const QUOTES_SILENT_AFTER_US = 300 * US_PER_SECOND;
/** IB takes so and so many new requests for bars in ten minutes: a stream that stays silent is asked for less and less. */
const LONGEST_WAIT_US = 960 * US_PER_SECOND;

type Track = { heardUs: number; waitUs: number };

/** Which subscriptions should speak, by the calendar, and do not: the socket may live while its data are dead. */
export type SilentStreams = {
  heard(symbol: string, nowUs: Us): void;
  /** Symbols to ask for again now: each after so long a silence in regular hours, then after twice as long each time. */
  take(symbols: readonly string[], nowUs: Us): readonly string[];
};

export function makeSilentStreams(silentAfterUs: number = BARS_SILENT_AFTER_US): SilentStreams {
  const tracks = new Map<string, Track>();
  return {
    heard: (symbol, nowUs) => void tracks.set(symbol, { heardUs: nowUs, waitUs: silentAfterUs }),
    take(symbols, nowUs) {
      const session = sessionAt(nowUs);
      if (session === undefined) {
        tracks.clear();
        return [];
      }
      return symbols.filter((symbol) => {
        // What was not heard yet has its time from the first look on, and at the open everything has.
        const track = tracks.get(symbol) ?? { heardUs: nowUs, waitUs: silentAfterUs };
        tracks.set(symbol, track);
        if (nowUs - Math.max(track.heardUs, session.openUs) < track.waitUs) return false;
        track.heardUs = nowUs;
        track.waitUs = Math.min(LONGEST_WAIT_US, 2 * track.waitUs);
        return true;
      });
    },
  };
}
