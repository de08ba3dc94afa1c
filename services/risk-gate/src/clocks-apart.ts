import type { Header } from "@bowline/contracts";
import { type Us, US_PER_SECOND } from "@bowline/kernel";
import type { GateState } from "./machine-state.ts";

/** The process that beats: nobody else writes so steadily that its silence would say that another is ahead. */
const BEATS = "market-data";
/** Processes that stamp entries by a clock of their own, by who writes; all others take their time from what they read. */
const HOST_OF: Readonly<Record<string, string>> = {
  clock: BEATS,
  execution: "execution",
  feed: BEATS,
  "prediction-ingest": "prediction-ingest",
};

export type ClockLags = {
  /** Who wrote the newest entry. */
  lastHost: string | undefined;
  /** What each wrote on its newest entry. */
  readonly stamps: Map<string, Us>;
  /** How far one process was behind the one that wrote right before it, the last two times, by `BEFORE>AFTER`. */
  readonly lags: Map<string, readonly [number, number]>;
};

export const makeClockLags = (): ClockLags => ({ lastHost: undefined, stamps: new Map(), lags: new Map() });

/** What is written later was stamped later. Where it was not, a clock is ahead, or the entry was long on its way. */
export function compareClocks({ clockLags }: GateState, { machine, seenUs }: Header): void {
  const host = HOST_OF[machine];
  if (host === undefined) return;
  const { lastHost, stamps, lags } = clockLags;
  const before = lastHost === undefined ? undefined : stamps.get(lastHost);
  clockLags.lastHost = host;
  stamps.set(host, seenUs);
  if (before === undefined || lastHost === host) return;
  const pair = `${lastHost}>${host}`;
  lags.set(pair, [Math.max(0, before - seenUs), lags.get(pair)?.[0] ?? 0]);
}

/** Nothing is so long on its way: what is behind by more counts at once, and not only when it is so twice. */
const LONGEST_WAY_US = US_PER_SECOND / 2;

/**
 * How far two clocks are apart at least, in microseconds: what one was behind another both of the last two times, or the last time alone
 * and longer than any entry is on its way; or how far a process is ahead of all others and of the next beat, whichever is the later.
 */
export function clocksApartUs({ clockLags, clockStepUs }: GateState): number {
  const beyond = aheadUs(clockLags) - Math.max(clockStepUs, US_PER_SECOND);
  return Math.max(0, beyond, ...[...clockLags.lags.values()].map(apart));
}

/** The beats come from a process of their own: where it is the one ahead, the others' next entries say so. */
function aheadUs({ stamps }: ClockLags): number {
  const [first, second] = [...stamps].sort(([, a], [, b]) => b - a);
  if (first === undefined || second === undefined || first[0] === BEATS) return 0;
  return first[1] - second[1];
}

const apart = ([last, before]: readonly [number, number]): number =>
  Math.min(last, Math.max(before, last - LONGEST_WAY_US));
