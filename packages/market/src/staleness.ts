import { type Us, US_PER_MS } from "@bowline/kernel";

/** How old something that was last heard at `heardUs` is, in whole milliseconds; 0 where it lies ahead of `nowUs`. */
export const ageMs = (heardUs: Us, nowUs: Us): number => Math.max(0, Math.floor((nowUs - heardUs) / US_PER_MS));

/** Whether something is older than it may be; never heard is stale. */
export const isStale = (heardUs: Us | undefined, nowUs: Us, staleAfterMs: number): boolean =>
  heardUs === undefined || nowUs - heardUs > staleAfterMs * US_PER_MS;
