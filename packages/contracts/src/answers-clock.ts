import { type Us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";

/** A clock of such steps at most is real time: each of its beats is answered. One of longer steps is answered once a minute. */
const SHORT_STEP_US = 2 * US_PER_SECOND;

/** Whether who must answer the clock answers this one. `beatUs`: the newest clock that it answered, `clockUs`: the one before this. */
export function answersClock(
  nowUs: Us,
  { beatUs, clockUs }: { readonly beatUs?: number | undefined; readonly clockUs?: number | undefined },
): boolean {
  if (beatUs === undefined || Math.floor(nowUs / US_PER_MINUTE) !== Math.floor(beatUs / US_PER_MINUTE)) return true;
  return clockUs !== undefined && nowUs - clockUs <= SHORT_STEP_US;
}

/**
 * How late the newest answer is, in microseconds, beyond what the clock's steps explain: one of long steps, as simulated ones are, is answered
 * once a minute, and a step later. What is longer than a minute was an outage.
 */
export function answerLateUs(sinceUs: number, stepUs: number): number {
  const dueUs = stepUs <= SHORT_STEP_US ? stepUs : US_PER_MINUTE + (stepUs < US_PER_MINUTE ? stepUs : 0);
  return Math.max(0, sinceUs - dueUs);
}
