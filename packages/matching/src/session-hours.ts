import { exchangeTimeAt, nextSession, sessionOf } from "@bowline/calendar";
import { type Us, US_PER_SECOND } from "@bowline/kernel";

/** When the exchange closes on the day of a time; `undefined` on days without a session. */
export const closeUsOf = (time: Us): Us | undefined => sessionOf(exchangeTimeAt(time).date)?.closeUs;

/** Whether a time lies in the last seconds before the close, or after it on the same day. */
export function isPastCutOff(time: Us, cutOffSeconds: number): boolean {
  const closeUs = closeUsOf(time);
  return closeUs !== undefined && time >= closeUs - cutOffSeconds * US_PER_SECOND;
}

/** The next opening as TWS writes it: 2024-03-05 09:30:00 US/Eastern. */
export function nextOpenText(time: Us): string {
  return `${nextSession(time).date} 09:30:00 US/Eastern`;
}
