import type { Header } from "@bowline/contracts";
import { type Us, US_PER_SECOND } from "@bowline/kernel";
import type { GateState } from "./machine-state.ts";

/** Processes that stamp entries by a clock of their own, by who writes; all others take their time from what they read. */
const HOST_OF: Readonly<Record<string, string>> = {
  clock: "market-data",
  execution: "execution",
  feed: "market-data",
  "prediction-ingest": "prediction-ingest",
};

/** How far one process was behind the one that wrote right before it, the last two times, by `BEFORE>AFTER`. */
export type ClockLags = {
  newest: { readonly host: string; readonly seenUs: Us } | undefined;
  readonly lags: Map<string, readonly [number, number]>;
};

export const makeClockLags = (): ClockLags => ({ newest: undefined, lags: new Map() });

/** What is written later was stamped later. Where it was not, a clock is ahead, or the entry was long on its way. */
export function compareClocks({ clockLags }: GateState, { machine, seenUs }: Header): void {
  const host = HOST_OF[machine];
  if (host === undefined) return;
  const { newest, lags } = clockLags;
  clockLags.newest = { host, seenUs };
  if (newest === undefined || newest.host === host) return;
  const pair = `${newest.host}>${host}`;
  lags.set(pair, [Math.max(0, newest.seenUs - seenUs), lags.get(pair)?.[0] ?? 0]);
}

/** Nothing is so long on its way: what is behind by more counts at once, and not only when it is so twice. */
const LONGEST_WAY_US = US_PER_SECOND;
/** The clock beats every second, or as it did last. So many beats are missing before it is late. */
const BEATS = 2;

/**
 * How far two clocks are apart at least, in microseconds: what one was behind another both of the last two times, or the last time alone
 * and longer than any entry is on its way; or how far the newest entry is ahead of a clock that is not late.
 */
export function clocksApartUs({ clockLags, nowUs, clock, clockStepUs }: GateState): number {
  const beyond = clock === undefined ? 0 : nowUs - clock.nowUs - BEATS * Math.max(clockStepUs, US_PER_SECOND);
  return Math.max(0, beyond, ...[...clockLags.lags.values()].map(apart));
}

const apart = ([last, before]: readonly [number, number]): number =>
  Math.min(last, Math.max(before, last - LONGEST_WAY_US));
