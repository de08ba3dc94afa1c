import { type Us, US_PER_MS } from "@bowline/kernel";

/** The time of day in which TWS, or IB behind it, restarts: it may go over midnight. */
export type RestartWindow = {
  readonly text: string;
  /** Whether a time is inside, or within `marginMs` of it. */
  covers(time: Us, marginMs?: number): boolean;
};

const FORM = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d) (\S+)$/;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** As `23:45-00:45 America/New_York`; `undefined` where it is none, or the zone is not known. */
export function parseRestartWindow(text: string): RestartWindow | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute, zone = ""] = match;
  const fromMs = (Number(fromHour) * 60 + Number(fromMinute)) * MINUTE_MS;
  const lengthMs = ((Number(toHour) * 60 + Number(toMinute)) * MINUTE_MS - fromMs + DAY_MS) % DAY_MS;
  if (lengthMs === 0 || !isZone(zone)) return undefined;
  const covers = (time: Us, marginMs = 0): boolean => {
    const sinceMs = (clockMs(time, zone) - fromMs + marginMs + DAY_MS) % DAY_MS;
    return sinceMs <= lengthMs + 2 * marginMs;
  };
  return { text, covers };
}

/** For who has none. */
export const NO_RESTART_WINDOW: RestartWindow = { text: "off", covers: () => false };

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (failure) {
    if (failure instanceof RangeError) return false;
    throw failure;
  }
}

/** Milliseconds since midnight by the clock on the wall, which is what a restart is set by. */
function clockMs(time: Us, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(time / US_PER_MS)).toZonedDateTimeISO(zone);
  return ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.millisecond;
}
