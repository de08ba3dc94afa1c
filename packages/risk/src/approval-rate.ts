import { US_PER_MINUTE, US_PER_SECOND, type Us } from "@bowline/kernel";

/** Times of the approvals of the last minute, oldest first. */
export type ApprovalTimes = Us[];

/** Approvals in the last second and in the last minute. */
export function approvalRate(
  times: readonly Us[],
  nowUs: Us,
): { readonly lastSecond: number; readonly lastMinute: number } {
  const within = (span: number): number => times.reduce((count, time) => count + (nowUs - time < span ? 1 : 0), 0);
  return { lastSecond: within(US_PER_SECOND), lastMinute: within(US_PER_MINUTE) };
}

/** Adds an approval and forgets what is older than a minute. */
export function countApproval(times: ApprovalTimes, nowUs: Us): void {
  times.push(nowUs);
  while (times[0] !== undefined && nowUs - times[0] >= US_PER_MINUTE) times.shift();
}
