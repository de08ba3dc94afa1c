import type { EventByKind } from "@bowline/contracts";
import { type Us, us, US_PER_SECOND } from "@bowline/kernel";

/** Three of the five seconds in which TWS sends a bar of every subscription while its session is open, traded or not. */
const SILENT_AFTER_US = 15 * US_PER_SECOND;

export type SilenceState = { readonly [symbol: string]: Us };

/** Which streams of five-second bars should speak, by the calendar, and do not. */
export type Silence = {
  /** A bar that closed at that time. */
  heard(symbol: string, closeUs: Us): void;
  /** Whether a subscription is silent at a time; outside regular hours none is. */
  isSilent(symbol: string, clock: EventByKind<"control.clock">): boolean;
  /** From now on nothing is expected of it. */
  forget(symbol: string): void;
  snapshot(): SilenceState;
};

export function makeSilence(state: SilenceState = {}): Silence {
  const heardUs = new Map<string, Us>(Object.entries(state));
  return {
    heard: (symbol, closeUs) => void heardUs.set(symbol, us(Math.max(closeUs, heardUs.get(symbol) ?? 0))),
    isSilent(symbol, { nowUs, openUs, closeUs }) {
      // What was not heard yet has its time from the first look on, and at the open everything has.
      const lastUs = heardUs.get(symbol) ?? nowUs;
      heardUs.set(symbol, lastUs);
      if (openUs === undefined || closeUs === undefined || nowUs <= openUs || nowUs >= closeUs) return false;
      return nowUs - Math.max(lastUs, openUs) >= SILENT_AFTER_US;
    },
    forget: (symbol) => void heardUs.delete(symbol),
    snapshot: () => Object.fromEntries([...heardUs].map(([symbol, heard]) => [symbol, us(heard)])),
  };
}
