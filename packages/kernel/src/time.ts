import { type Us, us } from "./brands.ts";

export const US_PER_MS = 1000;
export const US_PER_SECOND = 1_000_000;
export const US_PER_MINUTE = 60_000_000;
export const US_PER_DAY = 86_400_000_000;

export const addUs = (time: Us, microseconds: number): Us => us(time + microseconds);
export const addMs = (time: Us, milliseconds: number): Us => us(time + milliseconds * US_PER_MS);
export const addSeconds = (time: Us, seconds: number): Us => us(time + seconds * US_PER_SECOND);

/** The greatest multiple of `step` that is not after `time`: the quotient of two safe integers never rounds up to a whole. */
export const floorUs = (time: Us, step: number): Us => us(Math.floor(time / step) * step);

/** Unix microseconds as ISO-8601 UTC text with milliseconds, without the platform's clock classes. */
export function isoOfUs(time: Us): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(time / US_PER_MS)).toString({ smallestUnit: "millisecond" });
}
