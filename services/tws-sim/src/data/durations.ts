import { exchangeTimeAt, type Session, sessionOf } from "@bowline/calendar";
import { US_PER_SECOND, us } from "@bowline/kernel";
import { type BarSize, parseBarSize } from "./bar-sizes.ts";
import { startOfDay } from "./spans.ts";

export type DurationUnit = "S" | "D" | "W" | "M" | "Y";
export type Duration = { readonly count: number; readonly unit: DurationUnit };

/** "1800 S", "2 D", "1 W", "6 M", "1 Y". */
export function parseDuration(text: string): Duration | undefined {
  const match = /^([1-9]\d{0,6}) ?([SDWMY])$/.exec(text.trim());
  return match === null ? undefined : { count: Number(match[1]), unit: match[2] as DurationUnit };
}

const DAY_SECONDS = 86_400;
const UNIT_SECONDS = { S: 1, D: DAY_SECONDS, W: 7 * DAY_SECONDS, M: 30 * DAY_SECONDS, Y: 365 * DAY_SECONDS };
const secondsOf = ({ count, unit }: Duration): number => count * UNIT_SECONDS[unit];

/** Up to a duration, the shortest and longest bar that IB lists. Source: historical_limitations.html, step sizes. */
const STEP_SIZES: readonly (readonly [duration: Duration, shortest: string, longest: string])[] = [
  [{ count: 60, unit: "S" }, "1 secs", "1 min"],
  [{ count: 120, unit: "S" }, "1 secs", "2 mins"],
  [{ count: 1800, unit: "S" }, "1 secs", "30 mins"],
  [{ count: 3600, unit: "S" }, "5 secs", "1 hour"],
  [{ count: 14_400, unit: "S" }, "10 secs", "3 hours"],
  [{ count: 28_800, unit: "S" }, "30 secs", "8 hours"],
  [{ count: 1, unit: "D" }, "1 min", "1 day"],
  [{ count: 2, unit: "D" }, "2 mins", "1 day"],
  [{ count: 1, unit: "W" }, "3 mins", "1W"],
  [{ count: 1, unit: "M" }, "30 mins", "1M"],
  [{ count: 1, unit: "Y" }, "1 day", "1M"],
];

/** The row of the table that a duration falls into: the first that is as long; the last for anything longer. */
const rowOf = (duration: Duration) =>
  STEP_SIZES.find(([longest]) => secondsOf(duration) <= secondsOf(longest)) ?? STEP_SIZES.at(-1);

/** Whether the table allows bars so short for a duration. */
export function isLongEnough(size: BarSize, duration: Duration): boolean {
  const shortest = parseBarSize(rowOf(duration)?.[1] ?? "");
  return shortest === undefined || size.seconds >= shortest.seconds;
}

/** Whether the table allows bars so long for a duration. */
export function isShortEnough(size: BarSize, duration: Duration): boolean {
  const longest = parseBarSize(rowOf(duration)?.[2] ?? "");
  return longest === undefined || size.seconds <= longest.seconds;
}

/**
 * Where a duration that ends at `endUs` begins. Seconds count time in regular hours, so that a request after the close still reaches
 * data; days count trading days, the one that runs among them; weeks, months and years are the calendar's, back from the last trading
 * day: stoqey/ib's tests have five weekly bars in the month before Labor Day.
 */
export function startOf(duration: Duration, endUs: number): number {
  const { count, unit } = duration;
  if (unit === "S") return secondsBack(count, endUs);
  if (unit === "D") return startOfDay(daysBack(count, endUs).date);
  const end = Temporal.PlainDate.from(sessionBefore(endUs).date);
  const back = { W: { weeks: count }, M: { months: count }, Y: { years: count } }[unit];
  return startOfDay(end.subtract(back).add({ days: 1 }).toString());
}

/** The last session that opened before a time. */
function sessionBefore(time: number): Session {
  let day = Temporal.PlainDate.from(exchangeTimeAt(us(time)).date);
  for (; ; day = day.subtract({ days: 1 })) {
    const session = sessionOf(day.toString());
    if (session !== undefined && session.openUs < time) return session;
  }
}

function daysBack(count: number, endUs: number): Session {
  let session = sessionBefore(endUs);
  for (let left = count - 1; left > 0; left--) session = sessionBefore(session.openUs);
  return session;
}

function secondsBack(count: number, endUs: number): number {
  let leftUs = count * US_PER_SECOND;
  let session = sessionBefore(endUs);
  for (let toUs = Math.min(endUs, session.closeUs); ; toUs = session.closeUs) {
    if (toUs - session.openUs >= leftUs) return toUs - leftUs;
    leftUs -= toUs - session.openUs;
    session = sessionBefore(session.openUs);
  }
}
