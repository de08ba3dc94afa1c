import { type Us, US_PER_SECOND } from "@bowline/kernel";

const ZONE = "America/New_York";
const offsets = new Map<number, number>();
const HOUR_SECONDS = 3600;

/**
 * A time as the charts take it: seconds that read as New York's wall clock when they are shown as UTC, which is all that
 * the chart library can do.
 */
export function chartSeconds(time: Us): number {
  const seconds = Math.floor(time / US_PER_SECOND);
  const hour = Math.floor(seconds / HOUR_SECONDS);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_SECONDS * 1000);
    offset = instant.toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e9;
    offsets.set(hour, offset);
  }
  return seconds + offset;
}
