/** A day, as plain numbers: months from 1. */
export const plain = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day });

/** Weekdays as `dayOfWeek` counts them. */
export const MONDAY = 1;
export const WEDNESDAY = 3;
export const THURSDAY = 4;
export const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** The n-th given weekday of a month; n = -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = plain(year, month, 1);
  if (nth < 0) {
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
}

/** Western Easter Sunday, by the anonymous Gregorian computus. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return plain(year, Math.floor(n / 31), (n % 31) + 1);
}

/** A fixed holiday as observed: on a Saturday the Friday before, on a Sunday the Monday after. */
export function observed(date: Temporal.PlainDate): Temporal.PlainDate {
  if (date.dayOfWeek === SATURDAY) return date.subtract({ days: 1 });
  return mondayAfterSunday(date);
}

/** On a Sunday the Monday after. */
export const mondayAfterSunday = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date;

export const isWeekend = (date: Temporal.PlainDate): boolean => date.dayOfWeek > FRIDAY;
